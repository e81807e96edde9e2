/** What was typed into the search box, cut into its pieces, each with its place. */

export interface Token {
  /** Place in what was typed, in UTF-16 units; `to` is behind the last. */
  from: number;
  to: number;
  not: boolean;
  /** As typed, lower case; '' where there is none. */
  field: string;
  /** What stands behind the field, without quotes. */
  value: string;
  /** Where the value begins, its quote included. */
  valueAt: number;
  quoted: boolean;
  /** All of it as it was typed, without the minus. */
  text: string;
}

/** `-`, `field:`, then a quoted phrase (closed or still being typed) or a run without spaces. */
const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|(\S+))/giu;

/** Longest query that is looked at, in UTF-16 units. */
export const MAX_QUERY = 1_000;

/** The tokens of `typed` in order. */
export function tokensOf(typed: string): Token[] {
  const tokens: Token[] = [];
  for (const match of typed.slice(0, MAX_QUERY).matchAll(TOKEN)) {
    const [all, minus = '', name = '', phrase, word] = match;
    const from = match.index;
    tokens.push({
      from,
      to: from + all.length,
      not: minus === '-',
      field: name.toLowerCase(),
      value: phrase ?? word ?? '',
      valueAt: from + minus.length + (name ? name.length + 1 : 0),
      quoted: phrase !== undefined,
      text: all.slice(minus.length),
    });
  }
  return tokens;
}
