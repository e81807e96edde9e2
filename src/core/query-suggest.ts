/** What could stand where one is typing into the search box: fields, and values that are always the same. Pure. */
import { HAS, IS, QUERY_FIELDS, SORTS } from './query.ts';
import { tokensOf } from './query-tokens.ts';

/** The piece that is being typed. */
export interface Typing {
  /** Its place, without a minus before it. */
  from: number;
  to: number;
  /** '' while the field itself may still be typed. */
  field: string;
  /** What stands there of the value, or of the field. */
  typed: string;
}

/** The piece the caret stands at the end of or in; undefined between two. Its value is what stands before the caret. */
export function typingAt(query: string, caret: number): Typing | undefined {
  const token = tokensOf(query).find(({ from, to }) => from < caret && caret <= to);
  if (!token) return undefined;
  const from = token.from + Number(token.not);
  const field = /^([a-z]+):$/i.exec(token.text)?.[1]?.toLowerCase() ?? token.field;
  if (field !== '') {
    if (!(QUERY_FIELDS as readonly string[]).includes(field)) return undefined;
    const value = from + field.length + 1;
    if (caret < value) return undefined;
    return { from, to: token.to, field, typed: query.slice(value, caret).replaceAll('"', '') };
  }
  return token.quoted ? undefined : { from, to: token.to, field: '', typed: query.slice(from, caret) };
}

const AGES = ['<1d', '<7d', '<30d', '<1y', '>30d', '>1y'] as const;
const FIXED: Readonly<Record<string, readonly string[]>> = {
  is: IS,
  has: HAS,
  sort: SORTS,
  saved: AGES,
  added: AGES,
  seen: ['>1', '>3', ...AGES],
};

/** Values a field always has that begin so; undefined where they depend on what is stored. */
export function fixedValues(field: string, typed: string): string[] | undefined {
  return FIXED[field]?.filter((value) => value.startsWith(typed.toLowerCase()));
}

/** Letters after which fields are suggested: fewer are the beginning of anything. */
const SHORTEST = 2;

/** Fields that begin so, each with its colon. */
export const fieldsFor = (typed: string): string[] =>
  typed.length < SHORTEST
    ? []
    : QUERY_FIELDS.filter((field) => field.startsWith(typed.toLowerCase())).map((field) => `${field}:`);

/** The query with `value` in the place of what was being typed, and where the caret goes. */
export function complete(query: string, at: Typing, value: string): { query: string; caret: number } {
  const plain = value.replaceAll('"', ' ').trim();
  const quoted = /[\s:]/.test(plain) ? `"${plain}"` : plain;
  const piece = at.field === '' ? value : `${at.field}:${quoted} `;
  const rest = query.slice(at.to);
  const before = query.slice(0, at.from) + piece;
  return { query: before + (piece.endsWith(' ') ? rest.trimStart() : rest), caret: before.length };
}
