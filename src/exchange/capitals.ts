/** Which capitals of a title a bibliography style must keep: per word, so that the rest still follows the style. */

/** Whether only names are capitalised in `title`: then every capital within it means something. */
function isSentenceCase(title: string): boolean {
  if (ASCII.test(title)) return mostlyLower(title.match(/(?<=\s)[A-Za-z]{4,}/g) ?? [], /^[a-z]/);
  return mostlyLower(title.match(/(?<=\s)\p{L}{4,}/gu) ?? [], /^\p{Ll}/u);
}

function mostlyLower(words: readonly string[], lower: RegExp): boolean {
  return words.length >= 3 && words.filter((word) => lower.test(word)).length >= words.length / 2;
}

/** Words in which no capital means anything, as most are: one in front, or none. */
const ORDINARY = /^[A-Z]?[a-z]+$/;
/** Text of such words alone, with signs that need no escape. */
const NO_CAPITALS = /^(?:[A-Z]?[a-z]+|[AI])[,.;:?!]?(?:[ -](?:[A-Z]?[a-z]+|[AI])[,.;:?!]?)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;
const ALNUM = /[\p{L}\p{N}]/u;

/** What stands before, within and after the letters and digits of `piece`; a pattern would take quadratic time. */
function core(piece: string): [lead: string, core: string, trail: string] {
  const start = piece.search(ALNUM);
  if (start < 0) return [piece, '', ''];
  let end = piece.length;
  for (;;) {
    const pair = end - start > 1 && /[\udc00-\udfff]/.test(piece[end - 1] as string);
    const from = end - (pair ? 2 : 1);
    if (ALNUM.test(piece.slice(from, end)))
      return [piece.slice(0, start), piece.slice(start, end), piece.slice(end)];
    end = from;
  }
}

/**
 * `text` of a title with the words braced whose capitals matter: capitals after the first letter (`{BERT}`, `{LLMs}`,
 * `{iPhone}`), single letters but "A" and "I" (`{Q}-learning`), parts of a word that goes on in a formula or a styled
 * part, and names in a title that is in sentence case.
 * @param glued whether a formula or styled part stands right before or after `text`
 * @param title the whole title
 * @param escapeText applied to every piece of text
 */
export function protectCapitals(
  text: string,
  glued: { before: boolean; after: boolean },
  title: string,
  escapeText: (text: string) => string,
): string {
  const sentence = isSentenceCase(title);
  if (!sentence && !glued.before && !glued.after && NO_CAPITALS.test(text)) return text;
  const pieces = text.split(/(\s+|[-–—/:]+)/);
  let starts = title.startsWith(text);
  return pieces
    .map((piece, i) => {
      if (piece === ' ' || piece === '') return piece;
      const outer = (i === 0 && glued.before) || (i === pieces.length - 1 && glued.after);
      if (!outer && ORDINARY.test(piece) && (starts || !sentence || /^[a-z]/.test(piece))) {
        starts = false;
        return piece;
      }
      const [lead, word, trail] = core(piece);
      if (word === '') {
        if (/[:?!.]/.test(piece)) starts = true;
        return escapeText(piece);
      }
      const first = starts;
      starts = /[.?!]$/.test(trail);
      const joined =
        (glued.before && i === 0 && lead === '') || (glued.after && i === pieces.length - 1 && trail === '');
      const keep =
        /.\p{Lu}/su.test(word) ||
        (/^\p{Lu}(?!\p{L})/u.test(word) && (joined || !/^[AI]$/.test(word))) ||
        (joined && /\p{Lu}/u.test(word)) ||
        (sentence && !first && /^\p{Lu}/u.test(word) && !/^[AI]$/.test(word));
      // a brace within the word would close the protecting one
      if (!keep || /[{}]/.test(word)) return escapeText(piece);
      return `${escapeText(lead)}{${escapeText(word)}}${escapeText(trail)}`;
    })
    .join('');
}
