/** The look of everything drawn in pages. */
import BASE from './styles/base.css?inline';
import CHROME from './styles/chrome.css?inline';
import DARK from './styles/dark.css?inline';
import FLOW from './styles/flow.css?inline';
import LIGHT from './styles/light.css?inline';
import MARK from './styles/mark.css?inline';

/** One sheet for the tokens, shared by every shadow tree: a change of theme is one write. */
const tokens = new CSSStyleSheet();
const base = new CSSStyleSheet();
const mark = new CSSStyleSheet();
const flow = new CSSStyleSheet();
const chrome = new CSSStyleSheet();
let ready = false;

function prepare(): void {
  if (ready) return;
  ready = true;
  tokens.replaceSync(LIGHT);
  base.replaceSync(BASE);
  mark.replaceSync(MARK);
  flow.replaceSync(FLOW);
  chrome.replaceSync(CHROME);
}

/** Gives a shadow tree the look of marks, or of bar, cards and sheets. */
export function dress(root: ShadowRoot, kind: 'mark' | 'flow' | 'chrome'): void {
  prepare();
  const own = kind === 'chrome' ? [chrome] : kind === 'flow' ? [mark, flow] : [mark];
  root.adoptedStyleSheets = [base, tokens, ...own];
}

let isDark = false;

/** Dark marks on dark pages. Written only when it changes: every mark's style is worked out anew. */
export function setDark(dark: boolean): void {
  prepare();
  if (dark === isDark) return;
  isDark = dark;
  tokens.replaceSync(dark ? DARK : LIGHT);
}
