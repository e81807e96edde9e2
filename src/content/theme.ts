/** Dark marks on dark pages, whatever made the page dark. */

/** Relative luminance of a CSS colour `rgb(…)`; undefined where it is transparent or of another notation. */
function luminance(colour: string): number | undefined {
  const parts = /^rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)/.exec(colour);
  if (!parts || (parts[4] !== undefined && Number(parts[4]) < 0.5)) return undefined;
  return (0.2126 * Number(parts[1]) + 0.7152 * Number(parts[2]) + 0.0722 * Number(parts[3])) / 255;
}

/** Whether the page shows light text on dark ground: its background decides, then its colour scheme. */
export function isDark(doc: Document): boolean {
  for (const element of [doc.body, doc.documentElement]) {
    if (!element) continue;
    const ground = luminance(getComputedStyle(element).backgroundColor);
    if (ground !== undefined) return ground < 0.4;
  }
  const text = doc.body ? luminance(getComputedStyle(doc.body).color) : undefined;
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
