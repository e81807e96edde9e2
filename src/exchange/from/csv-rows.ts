/**
 * The rows of a CSV file (RFC 4180), one at a time with their lines: quotes that never close, rows that are too short and
 * line ends of every kind are survived.
 */
import { say } from '../../core/say.ts';

export interface CsvRow {
  /** Line on which it begins, from 1: cells may hold line breaks. */
  line: number;
  cells: string[];
  /** Index behind it. */
  end: number;
  /** What is wrong with it. */
  problem?: string;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Quotes are given up altogether in a file where this many never close. */
const MAX_OPEN = 10;

/** All rows but blank ones; Excel's "sep=;" is passed over. */
export function* csvRows(text: string, delimiter: Delimiter): Generator<CsvRow, void> {
  const start = /^\ufeff?(?:sep=.\r?\n)?/.exec(text)?.[0] ?? '';
  let at = start.length;
  let line = start.includes('\n') ? 2 : 1;
  let open = 0;
  while (at < text.length) {
    let row = rowAt(text, at, delimiter, open < MAX_OPEN);
    let problem: string | undefined;
    if (row.unclosed) {
      open++;
      row = rowAt(text, at, delimiter, false);
      problem = say('rowEndless');
    }
    if (row.cells.some((cell) => cell.trim() !== ''))
      yield { line, cells: row.cells, end: row.next, ...(problem ? { problem } : {}) };
    line += row.lines;
    at = row.next;
  }
}

interface Row {
  cells: string[];
  next: number;
  /** Line breaks in it, its own included. */
  lines: number;
  unclosed: boolean;
}

function rowAt(text: string, start: number, delimiter: Delimiter, quotes: boolean): Row {
  const cells: string[] = [];
  let at = start;
  let lines = 0;
  for (;;) {
    let cell = '';
    if (quotes && text[at] === '"') {
      for (at++; ; ) {
        const end = text.indexOf('"', at);
        if (end < 0) return { cells, next: text.length, lines, unclosed: true };
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
      lines += cell.split(/\r\n?|\n/).length - 1;
    }
    // what follows a closing quote belongs to the cell, whoever wrote it
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    cells.push(cell + text.slice(from, at));
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    return { cells, next: Math.min(at + 1, text.length), lines: lines + 1, unclosed: false };
  }
}

/** The delimiter that cuts the first rows into the same number of cells, more than one; the comma where none does. */
export function guessDelimiter(text: string): Delimiter {
  const said = /^\ufeff?sep=([,;\t|])\r?\n/.exec(text)?.[1] as Delimiter | undefined;
  if (said) return said;
  const head = text.slice(0, 20_000);
  let best: Delimiter = ',';
  let score = 0;
  for (const delimiter of DELIMITERS) {
    const widths: number[] = [];
    for (const { cells, end } of csvRows(head, delimiter)) {
      if (end < head.length || head.length === text.length) widths.push(cells.length);
      if (widths.length >= 10) break;
    }
    const first = widths[0] ?? 0;
    const same = first > 1 ? widths.filter((width) => width === first).length / widths.length : 0;
    const points = same * 10 + Math.min(first, 20) / 20;
    if (first > 1 && points > score) [best, score] = [delimiter, points];
  }
  return best;
}
