/**
 * Two notes on one paper made one. Files lose line breaks and indents on their way through other programs, so notes are
 * compared by what remains without any blank; what is written here stays in the form it has here.
 */

/** A text without blanks, and where in it each of its signs stood before. */
function solid(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  let out = '';
  for (const { 0: run, index } of text.matchAll(/\S+/g)) {
    for (let i = 0; i < run.length; i++) at.push(index + i);
    out += run;
  }
  return { text: out, at };
}

/** Whether all lines of one note stand in the other in their order: some programs leave out lines that name an id. */
function linesWithin(lines: readonly string[], others: readonly string[]): boolean {
  let found = 0;
  for (const line of others) if (line === lines[found]) found++;
  return found === lines.length;
}
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => solid(line).text)
    .filter((line) => line !== '');

/** Blanks, or an end of the text. */
const parted = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);

/** Whether what `at` holds from number `from` on is no part of longer words of `text`. */
const standsAlone = (text: string, at: readonly number[], from: number, length: number): boolean =>
  parted(text[(at[from] as number) - 1]) && parted(text[(at[from + length - 1] as number) + 1]);

/** `mine` with what `theirs` says beyond it; `mine` itself where that is nothing. */
export function joinNotes(mine: string, theirs: string): string {
  const [known, given] = [mine.normalize('NFC'), theirs.normalize('NFC')];
  const [own, other] = [solid(known), solid(given)];
  if (other.text === '') return mine;
  if (own.text === '') return theirs;
  // "no" is not said by "note"
  for (let at = own.text.indexOf(other.text); at >= 0; at = own.text.indexOf(other.text, at + 1))
    if (standsAlone(known, own.at, at, other.text.length)) return mine;
  // cut to the length a cell may have
  if (other.text.endsWith('…') && own.text.startsWith(other.text.slice(0, -1))) return mine;
  if (linesWithin(linesOf(given), linesOf(known))) return mine;
  const found = other.text.indexOf(own.text);
  if (found >= 0) {
    const start = other.at[found] as number;
    const end = (other.at[found + own.text.length - 1] as number) + 1;
    if (standsAlone(given, other.at, found, own.text.length))
      return given.slice(0, start) + known.trim() + given.slice(end);
  }
  return `${mine.trimEnd()}\n\n${theirs}`;
}
