/** Text as it is read, compared and cut. No text here ever becomes markup. */

/** Control characters have no business in metadata. Bidirectional ones stay: display isolates them (`dir="auto"`). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: matching control characters is the purpose
const CONTROLS = /[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]/g;

/** White space as Unicode has it; `\s` would also swallow U+FEFF and miss U+0085. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII separators count as white space
const SPACES = /[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Text that is one line already, of characters that NFC leaves alone: nearly every field, so a listing is read twice as fast. */
const PLAIN = /^[!-~\u00a1-\u017f\u2010-\u2027]+(?: [!-~\u00a1-\u017f\u2010-\u2027]+)*$/;

/** The same with line breaks in it, as abstracts come: only its white space needs work. */
const BROKEN = /^[\t\n\f\r -~\u00a1-\u017f\u2010-\u2027]+$/;

/** The last long text made one line: an abstract comes by twice, when it is read and when its entry is put together. */
let lastLong = '';
const LONG = 200;

const kept = (text: string): string => {
  if (text.length > LONG) lastLong = text;
  return text;
};

/** One line: every run of white space (NBSP and line breaks included) becomes one space; trimmed; NFC. */
export function oneLine(text: string): string {
  if (text === lastLong) return text;
  const trimmed = text.trim();
  if (PLAIN.test(trimmed)) return kept(trimmed);
  if (BROKEN.test(trimmed)) return kept(trimmed.replace(/[\t\n\f\r ]+/g, ' '));
  return kept(text.replace(CONTROLS, '').replace(SPACES, ' ').trim().normalize('NFC'));
}

/** Cuts `text` to at most `length` UTF-16 units at a character border, ending in "…" when cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = length - 1;
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return `${text.slice(0, end)}…`;
}

const SPECIAL: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;

/** \"{o}, \'e, \c{c}; an accent called by a letter is one only where its name ends there: \tau, \beta and \chi are none. */
const TEX_ACCENT = /\\(?:['"`^~=.]|[uvHtcdbrk]\b)\s*\{?\\?([a-zA-Z])\}?/g;

/** Commands that say how text looks and nothing of what it says. */
const TEX_STYLE = /\\(?:(?:text|math|bold)[a-z]*|b[fm]|it|rm|tt|s[fc]|cal|emph|operatorname)\b */g;

/**
 * Folds text for comparison and search: TeX accents and braces dropped, NFKD without combining marks, lower case,
 * every run of anything but letters and digits becomes one space. `Gr\"obner–Bases` → `grobner bases`.
 */
export function fold(text: string): string {
  let out = text;
  if (/[\\$]/.test(out)) {
    out = out.replace(TEX_STYLE, '').replace(TEX_ACCENT, '$1').replace(/[{}$]/g, '');
  }
  // most titles: a third of the time
  if (ASCII.test(out))
    return out
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return out
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħ]/g, (c) => SPECIAL[c] ?? c)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Scripts that part no words, for a class of a pattern: there a word is looked for wherever it stands. */
export const UNPARTED =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}ー';

/** Returns the URL when it is http(s) and of sane length, with its hash kept; else undefined. */
export function safeUrl(href: string, base?: string): string | undefined {
  if (href.length > 2_000) return undefined;
  try {
    const url = new URL(href, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md)$/;

/** The family name a title key uses: the last word of "First Last", the first of "Last, First"; folded. */
export function familyName(author: string): string {
  // nearly every name: one plain word after the last space, which alone needs folding
  const plain = /^[^,\\{$]*[ .]([A-Za-z]+)$/.exec(author)?.[1]?.toLowerCase();
  if (plain && !SUFFIX.test(plain)) return plain;
  const name = author.includes(',') ? author.slice(0, author.indexOf(',')) : author;
  const words = fold(name)
    .split(' ')
    .filter((word) => !SUFFIX.test(word));
  return words.at(-1) ?? '';
}
