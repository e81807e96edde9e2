/** Sets formulas as MathML, which browsers draw themselves. Loaded when the first one is shown: it is as large as a page. */
import temml from 'temml';

/** A node of the setting as it is put together: an element, or text. */
interface Set {
  type?: string;
  text?: string;
  attributes?: Record<string, unknown>;
  children?: Set[];
}

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** What a formula may be made of. Anything else, and it is shown as text. */
const ELEMENTS = new Set(
  (
    'math mrow mi mn mo mtext mspace ms mfrac msqrt mroot mstyle mpadded mphantom menclose merror ' +
    'msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd'
  ).split(' '),
);
/** What may be said of them; other attributes are left out. */
const ATTRIBUTES = new Set(
  (
    'mathvariant stretchy fence separator form lspace rspace minsize maxsize symmetric largeop movablelimits accent ' +
    'accentunder columnalign columnspacing rowspacing rowspan columnspan displaystyle scriptlevel width height depth ' +
    'voffset linethickness notation'
  ).split(' '),
);
/** Most nodes of one formula. */
const MOST = 2_000;

class Builder {
  #nodes = 0;

  /** @throws where something stands in it that no formula is made of. */
  node(set: Set): Node {
    if (++this.#nodes > MOST) throw new Error('a formula without an end');
    if (set.type === undefined) {
      if (set.children) return this.#fill(document.createDocumentFragment(), set.children);
      return document.createTextNode(set.text ?? '');
    }
    if (!ELEMENTS.has(set.type)) throw new Error(`no part of a formula: ${set.type}`);
    const element = document.createElementNS(MATHML, set.type);
    for (const [name, value] of Object.entries(set.attributes ?? {}))
      if (ATTRIBUTES.has(name)) element.setAttribute(name, String(value));
    return this.#fill(element, set.children ?? []);
  }

  #fill<T extends Node>(into: T, children: readonly Set[]): T {
    for (const child of children) into.appendChild(this.node(child));
    return into;
  }
}

/**
 * The formula as a `math` element; undefined where it is not understood.
 * @param body without its dollars.
 * @param text what stands for it where it is copied or read out.
 */
export function mathOf(body: string, text: string): Element | undefined {
  try {
    const options = { throwOnError: true, strict: false, trust: false, maxExpand: 100 };
    const math = new Builder().node(temml.__renderToMathMLTree(body, options) as Set);
    if (!(math instanceof Element) || math.localName !== 'math' || math.querySelector('merror'))
      return undefined;
    math.setAttribute('alttext', text);
    return math;
  } catch {
    return undefined;
  }
}
