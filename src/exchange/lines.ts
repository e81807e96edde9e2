/** JSON Lines: one JSON value a line, blank lines ignored. */
import { say } from '../core/say.ts';

export interface Problem {
  /** 1…n in the file. */
  line: number;
  why: string;
}

/** The lines of a text with their numbers, without line breaks and byte order mark, blank ones left out. */
export function* numberedLines(text: string): Generator<{ line: number; text: string }, void> {
  let line = 0;
  let start = text.startsWith('\ufeff') ? 1 : 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    line++;
    const content = text.slice(start, end).trim();
    if (content !== '') yield { line, text: content };
    start = end + 1;
  }
}

/** The object a line holds, or why it holds none. */
export function parseObject(text: string): { value: Record<string, unknown> } | { why: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: text.startsWith('{') ? say('lineBroken') : say('lineNoJson') };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { why: say('lineNoRecord') };
  return { value: value as Record<string, unknown> };
}
