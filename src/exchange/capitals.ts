/** Which capitals of a title a bibliography style must keep: per word, so that the rest still follows the style. */

/** Whether only names are capitalised in `title`: then every capital within it means something. */
function isSentenceCase(title: string): boolean {
  const words = title.match(/(?<=\s)\p{L}{4,}/gu) ?? [];
  const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= 3 && lower >= words.length / 2;
}

const CORE = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

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
      const [, lead = '', core = '', trail = ''] = CORE.exec(piece) ?? [];
      if (core === '') {
        if (/[:?!.]/.test(piece)) starts = true;
        return escapeText(piece);
      }
      const first = starts;
      starts = /[.?!]$/.test(trail);
      const joined =
        (glued.before && i === 0 && lead === '') || (glued.after && i === pieces.length - 1 && trail === '');
      const keep =
        /.\p{Lu}/su.test(core) ||
        (/^\p{Lu}(?!\p{L})/u.test(core) && (joined || !/^[AI]$/.test(core))) ||
        (joined && /\p{Lu}/u.test(core)) ||
        (sentence && !first && /^\p{Lu}/u.test(core) && !/^[AI]$/.test(core));
      // a brace within the word would close the protecting one
      if (!keep || /[{}]/.test(core)) return escapeText(piece);
      return `${escapeText(lead)}{${escapeText(core)}}${escapeText(trail)}`;
    })
    .join('');
}
