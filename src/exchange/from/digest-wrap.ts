/** Lines into paragraphs: telling a break made by wrapping from one made on purpose, as between a title and its abstract. */

/** Titles on arXiv reach about 250 characters; a line beyond that is a whole abstract, so its text is not wrapped. */
export const LONGEST_TITLE = 250;

/** Length in the measure of Latin letters: a Chinese character says about as much as three. */
export const weight = (text: string): number =>
  text.length + 2 * (text.match(/[\u3040-\u9fff\uac00-\ud7af]/g)?.length ?? 0);

/** Running text rather than a headline: most words after the first are in lower case. */
export function running(text: string): boolean {
  const words = text
    .split(' ')
    .slice(1)
    .filter((word) => /^\p{L}/u.test(word));
  return words.filter((word) => /^\p{Ll}/u.test(word)).length > 0.6 * words.length;
}

const opens = (line: string): boolean => /^[\p{Lu}\p{Lo}\p{N}"“‘'([{$\\*#-]/u.test(line);

/** Blocks with fewer lines may be a wrapped title or a few header lines, and tell nothing about abstracts. */
const TELLING = 4;

/**
 * The paragraphs of blocks of lines (a block: lines without a blank one between).
 * A block with a line as long as an abstract is not wrapped: each line is a paragraph. Else the width of wrapping is
 * what nearly all lines stay within, and a line ends a paragraph where the next word would still have fitted on it.
 * A title that happens to fill its line is found by custom: where most blocks begin with a line of their own, all do.
 */
export function unwrapped(blocks: readonly (readonly string[])[]): string[] {
  const width = widthOf(blocks);
  const wrapped = blocks.filter((block) => !block.some((line) => weight(line) >= LONGEST_TITLE));
  const telling = wrapped.filter((block) => block.length >= TELLING);
  const titled = telling.filter((block) => firstCut(block, width) > 0).length;
  const custom = telling.length > 0 && titled * 2 > telling.length;
  const out: string[] = [];
  for (const block of blocks) {
    const whole = !wrapped.includes(block);
    const forced =
      custom && !whole && block.length >= TELLING && firstCut(block, width) === 0 ? headline(block) : 0;
    let run = '';
    block.forEach((line, i) => {
      const before = block[i - 1];
      if (before === undefined) run = line;
      else if (whole || i === forced || cuts(before, line, width, i)) {
        out.push(run);
        run = line;
      } else run = `${run} ${line}`;
    });
    if (run !== '') out.push(run);
  }
  return out;
}

/** The length that 95 of 100 lines of running blocks stay within: titles may be longer. */
function widthOf(blocks: readonly (readonly string[])[]): number {
  const inner = blocks.filter((block) => block.length >= TELLING);
  const lengths = (inner.length > 0 ? inner : blocks)
    .flatMap((block) => block.map((line) => line.length))
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.95)] ?? lengths.at(-1) ?? 0;
}

/** Whether the break before line `i` was made on purpose. */
function cuts(before: string, line: string, width: number, i: number): boolean {
  const next = line.split(' ', 1)[0] ?? '';
  const fits = before.length + 1 + next.length <= width;
  if (!opens(line) || (!fits && before.length <= width)) return false;
  // in the middle of an abstract a ragged line means nothing unless a sentence ends there
  return i < TELLING || /[.!?:…]["”)]?$/.test(before);
}

/** The line before which the block's first paragraph ends, within its first lines; 0: none. */
function firstCut(block: readonly string[], width: number): number {
  for (let i = 1; i < TELLING && i < block.length; i++)
    if (cuts(block[i - 1] ?? '', block[i] ?? '', width, i)) return i;
  return 0;
}

/** Where a headline must end that no break gives away: before the first line of running text, else after one line. */
function headline(block: readonly string[]): number {
  for (let i = 1; i < TELLING; i++) {
    const line = block[i] ?? '';
    if (opens(line) && running(line)) return i;
  }
  return 1;
}
