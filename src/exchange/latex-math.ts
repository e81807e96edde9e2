/** Formulas in running text: where they begin and end, and how they survive BibTeX's brace counting. */

export interface Found {
  /** What stands between the delimiters. */
  tex: string;
  /** Index after the closing delimiter. */
  next: number;
}

/** Prose between two dollars: `A$AP and Ke$ha`, `5$ to 10$`. Formulas hold signs or short symbols. */
const PROSE = /\s(?:and|or|to|the|of|for|in|with|from|by|per|is|are|than|vs)\s/i;

/**
 * The formula that opens with the dollar at `at`, by pandoc's rule (which separates `$100` from `$x$`): something
 * that is no space after the opening dollar and before the closing one, no digit after that, and paired braces. `$$…$$`
 * counts as one formula.
 */
export function findDollarMath(source: string, at: number, end: number): Found | undefined {
  const wide = source[at + 1] === '$';
  const start = at + (wide ? 2 : 1);
  if (start >= end || /\s/.test(source[start] as string)) return undefined;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const c = source[i];
    if (c === '\\') i++;
    else if (c === '{') depth++;
    else if (c === '}' && --depth < 0) return undefined;
    else if (c === '$')
      return closes(i) ? { tex: source.slice(start, i), next: i + (wide ? 2 : 1) } : undefined;
  }
  return undefined;

  function closes(i: number): boolean {
    if (depth !== 0 || i === start || /\s/.test(source[i - 1] as string)) return false;
    if (wide) return i + 1 < end && source[i + 1] === '$';
    if (i + 1 < end && /\d/.test(source[i + 1] as string)) return false;
    const tex = source.slice(start, i);
    return /[\\^_=]/.test(tex) || !PROSE.test(tex);
  }
}

/** The formula that opens with `\(` or `\[` at `at`. */
export function findBracketMath(source: string, at: number, end: number): Found | undefined {
  const close = source[at + 1] === '(' ? '\\)' : '\\]';
  const i = source.indexOf(close, at + 2);
  if (i < 0 || i + 2 > end) return undefined;
  const tex = source.slice(at + 2, i).trim();
  return tex !== '' && !tex.includes('$') && paired(tex, false) ? { tex, next: i + 2 } : undefined;
}

/** Whether braces pair up in order; with `all`, braces after a backslash count too, as BibTeX counts them. */
export function paired(text: string, all: boolean): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\' && !all) i++;
    else if (c === '{') depth++;
    else if (c === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/**
 * A formula as it may stand in a BibTeX value: BibTeX counts braces even after a backslash, so single ones become
 * `\lbrace`; `%`, `#` and `&` (outside of arrays) would end or break the formula.
 */
export function mathForBibtex(tex: string): string {
  let out = tex.replace(/\s+/g, ' ').replace(/(\\.)|([%#&])/gs, (whole, escaped?: string, sign?: string) => {
    if (escaped !== undefined || sign === undefined) return whole;
    return sign === '&' && tex.includes('\\begin') ? sign : `\\${sign}`;
  });
  if (!paired(out, true)) {
    out = out.replace(/\\(\\|\{|\})/g, (whole, sign: string) =>
      sign === '\\' ? whole : sign === '{' ? '\\lbrace ' : '\\rbrace ',
    );
  }
  return out.replace(/ {2,}/g, ' ').trim();
}
