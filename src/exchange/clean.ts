/** Text of unknown origin made fit for a file that other programs read. */
import { oneLine } from '../core/text.ts';

/**
 * Lone surrogates cannot be written as UTF-8, and biber refuses a whole file for one non-character (U+FFFE); zero-width
 * spaces, soft hyphens and byte order marks break TeX and searches; explicit bidirectional controls could reorder what an editor shows of the whole file, and unlike on a
 * page nothing isolates them there. Joiners and directional marks stay: scripts and emoji need them.
 */
const UNFIT =
  /\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;
const INVISIBLE = /\p{Noncharacter_Code_Point}|[\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** All of these in terms of UTF-16, whole pairs too: far quicker to look for, and in most texts there is none. */
const SUSPECT = /[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** Surrogates first: two halves that an invisible character keeps apart must not become one character. */
function mend(text: string): string {
  return SUSPECT.test(text) && UNFIT.test(text)
    ? text.replace(/\p{Surrogate}/gu, '\ufffd').replace(INVISIBLE, '')
    : text;
}

/** Most values are clean already; seeing that is far cheaper than cleaning them. */
const CLEAN = /^[!-~]+(?: [!-~]+)*$/;

/** One clean line; '' for anything but a string. */
export function cleanLine(text: unknown): string {
  if (typeof text !== 'string') return '';
  return CLEAN.test(text) ? text : oneLine(mend(text));
}

const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: matching control characters is the purpose
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;

/**
 * A note of several lines, joined by `\n`, no blank ones at either end; '' for anything but a string. What stands within a
 * line stays as it is: in Markdown the indent of a list and of code says what they are.
 */
export function cleanNote(text: unknown): string {
  if (typeof text !== 'string') return '';
  const lines = mend(text)
    .split(LINE_END)
    .map((line) => line.replace(CONTROLS, '').trimEnd());
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? '' : lines.slice(first).join('\n').trimEnd();
}

/** The clean, non-empty lines of a list; [] for anything but an array. */
export function cleanList(list: unknown): string[] {
  return Array.isArray(list) ? list.map(cleanLine).filter((text) => text !== '') : [];
}
