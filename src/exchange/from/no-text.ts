/** Files that hold no text: pictures, programs, what is compressed. */

/** Signs that stand in no text anybody reads. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: matching control characters is the purpose
const UNPRINTABLE = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]/g;

/** Whether more than one sign in fifty is none: lines of such a text look like titles by chance. */
export const isBinary = (head: string): boolean =>
  (head.match(UNPRINTABLE)?.length ?? 0) > Math.max(2, head.length / 50);

/** How files of gzip, bzip2, xz and 7-Zip begin, their bytes read in any character set. */
const PACKED = [
  '\u001f\u2039',
  '\u001f\u008b',
  '\u001f\ufffd',
  'BZh9',
  '\u00fd7zXZ',
  '\ufffd7zXZ',
  '7z\u00bc',
  '7z\ufffd',
];

/** Whether a text is what became of a compressed file. */
export const isPacked = (text: string): boolean => PACKED.some((begin) => text.startsWith(begin));
