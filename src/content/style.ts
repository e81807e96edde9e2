/** The look of everything drawn in pages. The same tokens as src/ui/shared/tokens.css, since a page's styles never reach in. */

const LIGHT = `
  --ink:#1c1917; --muted:#57534e; --hairline:#e7e5e4; --paper:#ffffff; --paper-2:#fafaf9;
  --red:#b3261e; --red-tint:#fdecea; --red-line:#f0b9b4; --focus:#1d4ed8; --shadow:0 1px 3px rgb(28 25 23/.12);
  --shadow-l:0 6px 24px rgb(28 25 23/.16); color-scheme:light;`;
const DARK = `
  --ink:#e7e5e4; --muted:#a8a29e; --hairline:#44403c; --paper:#1c1917; --paper-2:#0c0a09;
  --red:#f2b8b5; --red-tint:#4a1512; --red-line:#7a2a25; --focus:#93c5fd; --shadow:0 1px 3px rgb(0 0 0/.5);
  --shadow-l:0 6px 24px rgb(0 0 0/.6); color-scheme:dark;`;

/** Page styles may address our hosts; `!important` inside a shadow tree outranks them. */
const BASE = `
:host{all:initial!important}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
button,a,select{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;cursor:pointer;text-decoration:none}
:focus{outline:none}
:focus-visible{outline:2px solid var(--focus);outline-offset:1px}
.quiet{position:fixed;top:0;left:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (forced-colors:active){.hand svg,.act svg{forced-color-adjust:auto}}
@media print{:host{display:none!important}}
`;

const MARK = `
:host{position:absolute!important;display:inline!important;width:0!important;height:0!important;overflow:visible!important;
  z-index:auto!important;font:12px/1.35 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif!important;color:var(--ink)!important;
  text-align:left!important;direction:ltr!important;pointer-events:none!important;visibility:visible!important}
.m{display:flex;align-items:center;gap:6px;color:var(--ink);white-space:nowrap}
.pill{display:flex;align-items:center;background:var(--paper);border:1px solid var(--hairline);border-radius:9px;box-shadow:var(--shadow);
  pointer-events:auto}
.hand,.act{display:grid;place-items:center;width:28px;height:28px;border-radius:7px;color:var(--muted)}
.hand svg{width:18px;height:18px;fill:none;stroke:var(--ink);stroke-width:1.4;stroke-linejoin:round}
.saved .hand svg{fill:var(--ink)}
.flagged .hand svg{fill:none;stroke:var(--red)}
.flagged.reasons .hand svg,.flagged .hand svg{fill:var(--red);stroke:var(--red)}
.flagged.saved .hand svg{fill:var(--red);stroke:var(--ink)}
.dismissed .hand svg{opacity:.4}
.dismissed .hand{background:linear-gradient(to top left,transparent calc(50% - .7px),var(--muted) calc(50% - .7px) calc(50% + .7px),transparent calc(50% + .7px))}
.hand:hover,.act:hover{background-color:var(--paper-2)}
.act{font-size:11px;width:auto;min-width:26px;padding:0 5px}
.act svg{width:13px;height:13px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.act.flag[aria-pressed=true] svg{fill:currentColor}
/* unseen by colour: an opacity of its own for every mark would make painting slow */
.acts{display:flex;align-items:center}
.acts .act{color:transparent!important}
.m:not(.known) .acts,.gutter:not(.placed) .acts{display:none}
.m:hover .act,.m:focus-within .act,.current .act{color:var(--muted)!important}
.m:hover .act[aria-pressed=true],.m:focus-within .act[aria-pressed=true],.current .act[aria-pressed=true]{color:var(--red)!important}
.chips{display:flex;align-items:center;gap:5px;pointer-events:auto}
.chip{flex:none;display:inline-block;padding:1px 8px;border:1px solid var(--hairline);border-radius:12px;
  background:var(--paper);color:var(--muted)}
.chip.why{background:var(--red-tint);border-color:var(--red-line);color:var(--red)}
.chip.new{color:var(--red);font-weight:700}
.chip.on{color:var(--ink)}
.current .hand{box-shadow:inset 0 0 0 2px var(--red)}
/* lists: chips where the host stands, at the end of a line of small print; the hand in the gutter beside the title. A
   box of fixed size that contains its layout: what changes in it costs the page nothing. Hence margins, no positions */
.gutter{contain:layout size style;width:0;height:28px;margin-left:calc(14px + var(--dx,0px));margin-top:calc(-5px + var(--dy,0px))}
.gutter>*{flex:none}
.gutter:not(.placed) .pill.main{visibility:hidden}
.gutter:not(.inline) .pill.main{align-self:flex-start;margin:var(--y,0px) calc(-36px - var(--x,0px)) calc(0px - var(--y,0px)) var(--x,0px)}
.gutter .acts{pointer-events:auto}
.gutter:not(.placed) .chips,.gutter.tight .chips{max-width:var(--room,0);overflow:hidden}
.gutter.full .acts{display:none}
/* cards: over the top left corner of the picture */
.corner{position:absolute;z-index:1}
.corner:not(.placed){visibility:hidden}
.corner{left:calc(8px + var(--x,0px));top:calc(8px + var(--y,0px));flex-wrap:wrap;width:var(--w,300px);gap:5px}
.corner .chips{display:contents}
.corner .chip{pointer-events:auto}
.corner .acts{border:1px solid transparent;border-radius:9px;pointer-events:none}
.corner:hover .acts,.corner:focus-within .acts,.corner.current .acts{background:var(--paper);border-color:var(--hairline);pointer-events:auto}
/* text of no known layout: the hand in the line itself, the rest over the text only while one is at it */
.flow{position:absolute;left:0;top:-6px}
.flow>.pill.main{border-color:transparent;box-shadow:none;background:none}
.flow .hand{width:26px;height:26px}
.flow .hand svg{width:16px;height:16px}
.flow>.chips,.flow>.acts{display:none}
.flow:hover>.chips,.flow:hover>.acts,.flow:focus-within>.chips,.flow:focus-within>.acts,.flow.current>.chips,.flow.current>.acts{
  display:flex;pointer-events:auto;background:var(--paper);border:1px solid var(--hairline);border-radius:9px;padding:2px 4px;box-shadow:var(--shadow)}
.flow>.chips{order:2;max-width:300px;overflow:hidden}
.flow>.chips:empty{display:none!important}
.flow.left{left:auto;right:0;flex-direction:row-reverse}
`;

/** A host in the line of text: the one that takes room in the page. */
const FLOW = `
:host{position:relative!important;display:inline-block!important;width:26px!important;height:15px!important;
  vertical-align:baseline!important;margin:0 0 0 3px!important}
:host(:hover),:host(:focus-within){z-index:2147482000!important}
@media print{:host{display:none!important}}
`;

const CHROME = `
:host{font:13px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif!important;color:var(--ink)!important;direction:ltr!important;text-align:left!important}
.bar,.card,.sheet,.menu,.toast{background:var(--paper);color:var(--ink);border:1px solid var(--hairline);border-radius:12px;box-shadow:var(--shadow-l)}
.bar{position:fixed;z-index:2147483000;display:flex;align-items:center;gap:4px;padding:6px 8px;white-space:nowrap;max-width:calc(100vw - 16px)}
.bar .grip{display:grid;place-items:center;min-width:28px;height:28px;border-radius:7px;cursor:grab;touch-action:none}
.bar .grip svg{width:18px;height:18px;fill:var(--red);stroke:var(--red)}
.bar .grip .n{font-size:11px;font-weight:700;color:var(--red)}
.bar.small{padding:3px}
.bar.small .grip{display:flex;gap:4px;padding:0 5px}
.bar button,.bar summary{padding:3px 7px;border-radius:7px;min-height:26px}
.bar button:hover,.menu button:hover{background:var(--paper-2)}
.bar b{font-weight:700}
.bar .d{display:inline-block;text-align:right;font-variant-numeric:tabular-nums}
.seg{display:flex;gap:2px;padding:2px;background:var(--paper-2);border:1px solid var(--hairline);border-radius:9px}
.seg button[aria-pressed=true]{background:var(--paper);box-shadow:var(--shadow);font-weight:600}
button[aria-pressed=true].toggle{font-weight:600;color:var(--red)}
.count{color:var(--muted)}
.bar .note{color:var(--red);font-weight:700;border:1px solid var(--red-line);background:var(--red-tint)}
.menu p{margin:6px 8px;max-width:280px;white-space:normal}
.count.hot{color:var(--red);font-weight:600}
.menu{position:fixed;z-index:2147483001;max-height:min(420px,70vh);overflow:auto;padding:6px;display:flex;flex-direction:column;min-width:190px}
.menu button,.menu label{display:flex;gap:8px;align-items:center;padding:5px 8px;border-radius:7px;text-align:left;cursor:pointer}
.menu label:hover{background:var(--paper-2)}
.menu .n{margin-left:auto;color:var(--muted)}
.menu h2{font-size:12px;font-weight:600;color:var(--muted);margin:4px 8px}
.toast{position:fixed;z-index:2147483002;padding:8px 12px;display:flex;gap:12px;align-items:center;max-width:min(460px,calc(100vw - 32px))}
.toast button{color:var(--red);font-weight:600;padding:2px 4px;border-radius:7px}
.toast span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.card{position:absolute;z-index:2147482999;padding:14px 16px;width:min(600px,calc(100vw - 24px));max-height:min(70vh,560px);overflow:auto;font-size:14px;line-height:1.5}
.card h2{font-size:15px;line-height:1.35;margin:0 28px 4px 0;font-weight:650}
.card p{margin:6px 0}
.card .authors,.card .small{font-size:12px;color:var(--muted)}
.card .abstract{color:var(--ink)}
.card mark{background:var(--red-tint);color:inherit;border-radius:2px;padding:0 1px}
.card .links{display:flex;flex-wrap:wrap;gap:4px 12px;font-size:12px}
.card .links a{color:var(--ink);text-decoration:underline;overflow-wrap:anywhere}
.card .chips{display:flex;flex-wrap:wrap;gap:5px;margin:6px 0}
.card .chip{font-size:12px;padding:1px 8px;border:1px solid var(--hairline);border-radius:12px;color:var(--muted)}
.card .chip.why{background:var(--red-tint);border-color:var(--red-line);color:var(--red)}
.card textarea,.card input{font:inherit;color:inherit;background:var(--paper-2);border:1px solid var(--hairline);border-radius:7px;padding:6px 8px;width:100%}
.card label{display:block;font-size:12px;color:var(--muted);margin-top:8px}
.close{position:absolute;top:8px;right:8px;width:28px;height:28px;border-radius:7px}
.sheet{position:fixed;z-index:2147483003;inset:0;margin:auto;width:min(460px,calc(100vw - 32px));height:max-content;max-height:80vh;overflow:auto;padding:18px 20px}
.sheet h2{font-size:15px;margin:0 0 10px}
.sheet dl{display:grid;grid-template-columns:auto 1fr;gap:6px 16px;margin:0}
.sheet dt{justify-self:end}.sheet dd{margin:0}
kbd{font:600 12px/1 ui-monospace,monospace;border:1px solid var(--hairline);border-bottom-width:2px;border-radius:5px;padding:2px 6px;background:var(--paper-2)}
.card:focus,.sheet:focus,.menu:focus{outline:none}
@media (max-width:940px){.bar .wide{display:none}}
@media (max-width:760px){.bar .seg{display:none}}
@media (max-width:520px){.bar{flex-wrap:wrap}}
`;

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
  tokens.replaceSync(`:host{${LIGHT}}`);
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
  tokens.replaceSync(`:host{${dark ? DARK : LIGHT}}`);
}
