/** Dark marks on dark pages, whatever made the page dark. */

/**
 * Lightness of a computed CSS colour, 0 black to 1 white: luminance of `rgb()` and `color(srgb …)`, the L of `lab()`,
 * `lch()`, `oklab()` and `oklch()` (https://www.w3.org/TR/css-color-4/#serializing-color-values); undefined where it is
 * transparent or of another notation.
 */
export function lightness(colour: string): number | undefined {
  const match = /^(rgba?|color|lab|lch|oklab|oklch)\((?:srgb )?([^)]*)\)$/.exec(colour.trim());
  if (!match?.[1] || match[2] === undefined) return undefined;
  const [a = 0, b = 0, c = 0, alpha = 1] = match[2].split(/[\s,/]+/).map((part) => Number.parseFloat(part));
  if (alpha < 0.5 || Number.isNaN(a)) return undefined;
  if (match[1].startsWith('ok')) return match[2].includes('%') ? a / 100 : a;
  if (match[1].startsWith('l')) return a / 100;
  const scale = match[1] === 'color' ? 1 : 255;
  return (0.2126 * a + 0.7152 * b + 0.0722 * c) / scale;
}

/** Whether the page shows light text on dark ground: its background decides, then its colour scheme. */
export function isDark(doc: Document): boolean {
  for (const element of [doc.body, doc.documentElement]) {
    if (!element) continue;
    const ground = lightness(getComputedStyle(element).backgroundColor);
    if (ground !== undefined) return ground < 0.4;
  }
  const text = doc.body ? lightness(getComputedStyle(doc.body).color) : undefined;
  // no background of its own: canvas follows the page's colour scheme, and so does the default text colour
  return text !== undefined && text > 0.6;
}

/** Calls `listener` now and whenever the page turns dark or light. */
export function followTheme(doc: Document, signal: AbortSignal, listener: (dark: boolean) => void): void {
  let last: boolean | undefined;
  const look = () => {
    const dark = isDark(doc);
    if (dark !== last) listener(dark);
    last = dark;
  };
  look();
  const observer = new MutationObserver(look);
  for (const element of [doc.documentElement, doc.body]) {
    if (element)
      observer.observe(element, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
