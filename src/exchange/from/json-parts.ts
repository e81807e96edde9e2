/**
 * The elements of a JSON array, or the members of an object, one at a time: a library of a hundred thousand entries is
 * never parsed in one go, every entry has its line, and a file that was cut short gives what stands before the cut.
 */
import { say } from '../../core/say.ts';

export interface JsonPart {
  /** Line at which it begins, from 1. */
  line: number;
  /** Name of the member; missing in arrays. */
  key?: string;
  text: string;
  /** Index behind it. */
  end: number;
  /** False for the last one of a file that was cut short. */
  whole: boolean;
}

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const COMMA = 44;
const COLON = 58;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

/** Whether a text begins like a JSON array or object. */
export const looksLikeJson = (text: string): boolean => /^\ufeff?\s*(?:\[\s*[[{"\]]|\{\s*["}])/.test(text);

/**
 * The parts of the array or object that `text` begins with; nothing for any other text.
 * @param firstLine number of the line on which `text` begins
 */
export function* jsonParts(text: string, firstLine = 1): Generator<JsonPart, void> {
  let i = text.search(/[^\s\ufeff]/);
  if (i < 0 || !OPENING.has(text.charCodeAt(i))) return;
  let line = firstLine + newlinesIn(text, 0, i);
  const named = text[i] === '{';
  let start = i + 1;
  let startLine = line;
  let key: string | undefined;
  let depth = 1;
  let inString = false;
  const part = (end: number, whole: boolean): JsonPart | undefined => {
    const raw = text.slice(start, end);
    if (raw.trim() === '') return undefined;
    const before = newlinesIn(raw, 0, raw.search(/\S/));
    return { line: startLine + before, ...(key === undefined ? {} : { key }), text: raw, end, whole };
  };
  for (i++; i < text.length && depth > 0; i++) {
    const c = text.charCodeAt(i);
    if (c === NEWLINE) {
      line++;
      inString = false; // no string of JSON holds one: a broken string ends here
    } else if (inString) {
      if (c === BACKSLASH) i++;
      else if (c === QUOTE) inString = false;
    } else if (c === QUOTE) inString = true;
    else if (OPENING.has(c)) depth++;
    else if (CLOSING.has(c)) depth--;
    else if (c === COLON && depth === 1 && named && key === undefined) {
      key = keyOf(text.slice(start, i));
      start = i + 1;
      startLine = line;
    }
    if (depth === 0 || (c === COMMA && depth === 1 && !inString)) {
      const found = part(i, true);
      if (found) yield found;
      start = i + 1;
      startLine = line;
      key = undefined;
    }
  }
  if (depth > 0) {
    const found = part(text.length, false);
    if (found) yield found;
  }
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

function keyOf(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written.trim();
  }
}

/** The value of a part, or why it has none. */
export function parsePart(part: JsonPart): { value: unknown } | { why: string } {
  try {
    return { value: JSON.parse(part.text) as unknown };
  } catch {
    return {
      why: part.whole ? say('entryNoJson') : say('entryCut'),
    };
  }
}
