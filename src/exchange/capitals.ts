/** Which capitals of a title a bibliography style must keep: per word, so that the rest still follows the style. */

/** Whether only names are capitalised in `title`: then every capital within it means something. */
function isSentenceCase(title: string): boolean {
  const words = title.match(/(?<=\s)\p{L}{4,}/gu) ?? [];
  const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= 3 && lower >= words.length / 2;
}

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
  const pieces = text.split(/(\s+|[-–—/:]+)/);
  let starts = title.startsWith(text);
  return pieces
    .map((piece, i) => {
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
