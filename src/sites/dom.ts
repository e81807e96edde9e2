/** Text of elements as their author wrote it: line breaks are spaces, typeset formulas are TeX again, controls are left out. */
import { oneLine } from '../core/text.ts';

const TEXT = 3;
const ELEMENT = 1;

/** Elements whose borders are white space for a reader. */
const BLOCKS = new Set([
  'BR',
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'TR',
  'TD',
  'DT',
  'DD',
  'H1',
  'H2',
  'H3',
  'SECTION',
]);
const SILENT = new Set(['STYLE', 'TEMPLATE', 'NOSCRIPT', 'BUTTON', 'SVG']);

/**
 * What MathJax draws. Version 2 keeps the source in `<script type="math/tex">` beside it, so the drawing and its
 * preview are left out; version 3 keeps none, or an `annotation` inside the drawing.
 * https://docs.mathjax.org/en/v2.7-latest/advanced/model.html, https://docs.mathjax.org/en/latest/options/accessibility.html
 */
const DRAWN = /(?:^|\s)(?:MathJax(?:_\w+)?|MJX_\w+|mjx-chtml|mjx-svg-href)(?:\s|$)/;

const inline = (tex: string): string => `$${tex.trim()}$`;

/** The TeX of an element that stands for a formula; undefined when it is none, '' when its source stands elsewhere. */
export function formula(element: Element): string | undefined {
  const tag = element.localName;
  if (tag === 'script') {
    const type = element.getAttribute('type') ?? '';
    if (!type.startsWith('math/tex')) return '';
    const tex = element.textContent ?? '';
    return type.includes('mode=display') ? `$${inline(tex)}$` : inline(tex);
  }
  if (tag === 'math' || tag === 'mjx-container') {
    const written =
      element.getAttribute('alttext') ??
      element.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
    if (written) return inline(written);
    return tag === 'math' ? undefined : (element.querySelector('mjx-assistive-mml')?.textContent ?? '');
  }
  const className = element.getAttribute('class');
  return className && DRAWN.test(className) ? '' : undefined;
}

function collect(node: Node, skip: ((element: Element) => boolean) | undefined): string {
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === TEXT) {
      text += child.nodeValue;
    } else if (child.nodeType === ELEMENT) {
      const element = child as Element;
      if (element.localName === 'br') {
        text += ' ';
        continue;
      }
      if (SILENT.has(element.tagName.toUpperCase()) || element.hasAttribute('data-manicule')) continue;
      const tex = formula(element);
      if (tex !== undefined) {
        text += tex;
      } else if (!skip?.(element)) {
        const inner = collect(element, skip);
        text += BLOCKS.has(element.tagName) ? ` ${inner} ` : inner;
      }
    }
  }
  return text;
}

/** The text of `element` as one line; what `skip` holds for is left out. '' when there is no element. */
export function textOf(element: Element | null | undefined, skip?: (element: Element) => boolean): string {
  if (!element) return '';
  // most fields hold plain text: no need to touch their nodes one by one
  return oneLine(element.firstElementChild ? collect(element, skip) : (element.textContent ?? ''));
}

/** Whether MathJax drew something in `element` whose TeX is not in the page any more (version 3 without annotations). */
export function lostFormula(element: Element): boolean {
  for (const drawn of element.querySelectorAll('mjx-container')) {
    if (!drawn.querySelector('annotation[encoding="application/x-tex"]')) return true;
  }
  return false;
}

/** `content` of the first of the named metas that has one. */
export function meta(doc: Document, ...names: string[]): string | undefined {
  for (const name of names) {
    const content = doc
      .querySelector(`meta[name="${name}"], meta[property="${name}"]`)
      ?.getAttribute('content');
    if (content?.trim()) return oneLine(content);
  }
  return undefined;
}
