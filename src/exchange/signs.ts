/** Whether texts hold certain signs, as most do not. */

/** From this length on the browser finds one sign after the other sooner than a pattern finds any of them. */
const LONG = 200;

/** A function that tells whether a text holds any of `signs`, which are single ASCII characters. */
export function holdsAny(signs: string): (text: string) => boolean {
  const each = [...signs];
  const any = new RegExp(`[${each.map((sign) => `\\${sign}`).join('')}]`);
  return (text) => (text.length < LONG ? any.test(text) : each.some((sign) => text.includes(sign)));
}
