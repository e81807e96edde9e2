/** Which formulas read badly as a line of text, and want to be set in two dimensions. */

const DEEP =
  /\\(?:[dtc]?frac|[dt]?binom|begin|substack|overset|underset|stackrel|overbrace|underbrace)(?![a-zA-Z])/;
const LIMITS =
  /\\(?:sum|prod|int|oint|bigcup|bigcap|bigoplus|bigotimes|lim|max|min|sup|inf|argmax|argmin)(?![a-zA-Z])\s*(?:\\limits\s*)?[_^]/;
/** Links, pictures, characters by number, and what would change other commands: none of it belongs into a setting. */
const FOREIGN =
  /\\(?:href|url|unicode|includegraphics|def|edef|gdef|xdef|let|newcommand|renewcommand|providecommand|class|id|style|data|cite|ref|eqref|label|tag)(?![a-zA-Z])/;
/** A script in braces; what stands in them, with one more level of braces. */
const SCRIPTS = /[_^]\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g;
/** Of these plain text has small characters, or they are read as well behind `_`. */
const PLAIN =
  /^\s*(?:[0-9+\-=(),\s]*|[A-Za-z]|\\[a-zA-Z]+|\\(?:text|mathrm|mathsf|mathit|rm)\s*\{?[^{}\\]*\}?)\s*$/;

/** Longest formula that is set. */
const LONGEST = 1_000;

/** Whether a formula, without its dollars, is better set than written in a line. */
export function wantsSetting(body: string): boolean {
  if (body.length > LONGEST || FOREIGN.test(body)) return false;
  if (DEEP.test(body) || LIMITS.test(body)) return true;
  for (const [, script = ''] of body.matchAll(SCRIPTS)) if (!PLAIN.test(script)) return true;
  return false;
}
