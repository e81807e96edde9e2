/** The look of everything drawn in pages. */
import BASE from './styles/base.css?inline';
import CHROME from './styles/chrome.css?inline';
import DARK from './styles/dark.css?inline';
import FLOW from './styles/flow.css?inline';
import LIGHT from './styles/light.css?inline';
import MARK from './styles/mark.css?inline';

const sheets = new Map<string, CSSStyleSheet>();

/** The sheet of `css`, made when it is first needed, since most pages list nothing, and shared by every shadow tree. */
function sheet(css: string): CSSStyleSheet {
  let made = sheets.get(css);
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(css, made);
  }
  return made;
}

/** One sheet for the tokens: a change of theme is one write. */
const tokens = (): CSSStyleSheet => sheet(LIGHT);

/** Gives a shadow tree the look of marks, or of bar, cards and sheets. */
export function dress(root: ShadowRoot, kind: 'mark' | 'flow' | 'chrome'): void {
  const own = kind === 'chrome' ? [CHROME] : kind === 'flow' ? [MARK, FLOW] : [MARK];
  root.adoptedStyleSheets = [sheet(BASE), tokens(), ...own.map(sheet)];
}

let isDark = false;

/** Dark marks on dark pages. Written only when it changes: every mark's style is worked out anew. */
export function setDark(dark: boolean): void {
  if (dark === isDark) return;
  isDark = dark;
  tokens().replaceSync(dark ? DARK : LIGHT);
}
