/**
 * Text and links out of HTML that arrives in files: mails, notes, saved pages. No DOM: these readers also run where there
 * is none. Nothing here ever becomes markup again; elements that a reader never sees are left out.
 */
import { findDollarMath } from '../latex-math.ts';

const SIGNS = `
  amp & lt < gt > quot " apos ' ndash – mdash — hellip … lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ laquo « raquo »
  lsaquo ‹ rsaquo › iexcl ¡ iquest ¿ middot · bull • prime ′ times × divide ÷ plusmn ± minus − deg ° micro µ copy © reg ®
  trade ™ sect § para ¶ dagger † euro € pound £ yen ¥ frac12 ½ sup1 ¹ sup2 ² sup3 ³ le ≤ ge ≥ ne ≠ asymp ≈ sim ∼ equiv ≡
  infin ∞ part ∂ nabla ∇ sum ∑ radic √ isin ∈ larr ← rarr → harr ↔ szlig ß oslash ø Oslash Ø aelig æ AElig Æ oelig œ
  OElig Œ eth ð ETH Ð thorn þ THORN Þ alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ
  lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ
  Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω`;
const NAMED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...SIGNS.matchAll(/(\w+) (\S+)/g)].map(([, name, sign]) => [name, sign])),
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwnj: '', zwj: '' },
};

/** Of `eacute` and the like, what follows the letter → combining character. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  caron: '\u030c',
  cedil: '\u0327',
};

function named(name: string): string | undefined {
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const mark = name.slice(1);
  const letter = Object.hasOwn(MARKS, mark) ? (name.charAt(0) + MARKS[mark]).normalize('NFC') : '';
  return letter.length === 1 ? letter : undefined;
}

/**
 * Character references replaced; what is none stays as it is, such as the parts of an address, `?a=1&part=2`.
 * https://html.spec.whatwg.org/#character-references
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-zA-Z]{2,8}\d{0,2})(?![\w=]));?/gi,
    (whole, hex, decimal, name: string | undefined) => {
      if (name !== undefined) return named(name) ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      const sound = code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
      return sound ? String.fromCodePoint(code) : whole;
    },
  );
}

export interface HtmlLink {
  href: string;
  /** Its words, in one line. */
  text: string;
  className: string;
  /** Index of the link's end in the text of `readHtml`. */
  end: number;
}

/** A tag that never ends takes the rest with it, as in browsers: so nothing is gone through twice. */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']+|"[^"]*(?:"|$)|'[^']*(?:'|$))*)(?:>|$)|<[!?/][^>]*(?:>|$)|([^<]+|<)/g;
const BLOCKS = /^(?:p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|hr|dt|dd|pre|title)$/;
const UNSEEN = /^(?:script|style|head|template|noscript|svg)$/;

const attribute = (attributes: string, name: string): string => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
};

/** The text of a page or mail, blocks on lines of their own, and its links in order. */
export function readHtml(html: string): { text: string; links: HtmlLink[] } {
  let text = '';
  const links: HtmlLink[] = [];
  let link: { href: string; className: string; from: number } | undefined;
  let hidden: string | undefined;
  const close = () => {
    if (!link) return;
    const words = text.slice(link.from).replace(/\s+/g, ' ').trim();
    links.push({ href: link.href, text: words, className: link.className, end: text.length });
    link = undefined;
  };
  for (const [, end, written, attributes = '', plain] of html.matchAll(TOKEN)) {
    if (plain !== undefined) {
      if (hidden === undefined) text += decodeEntities(plain).replace(/\s+/g, ' ');
      continue;
    }
    const name = written?.toLowerCase() ?? '';
    if (hidden !== undefined) {
      if (end && name === hidden) hidden = undefined;
    } else if (!end && UNSEEN.test(name)) hidden = name;
    else if (name === 'a') {
      close();
      if (!end)
        link = {
          href: attribute(attributes, 'href'),
          className: attribute(attributes, 'class'),
          from: text.length,
        };
    } else if (BLOCKS.test(name)) text += '\n';
    else if (name === 'td' || name === 'th') text += ' ';
  }
  close();
  return { text, links };
}

/** The text alone, lines trimmed, at most one blank line between two. */
export const htmlToText = (html: string): string =>
  readHtml(html)
    .text.split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const STYLE =
  /<(\/?)(i|b|u|em|strong|sup|sub|sc|scp|small|tt|span|italic|bold|p|br|nc|nocase|(?:jats|mml):[a-z-]+)(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s<>"'=]+))*\s*\/?>/gi;
const APART = /^(?:p|br|jats:(?:p|sec|title|list|list-item))$/i;

/** What `change` makes of the text between formulas, which stay. */
function outsideMath(text: string, change: (part: string) => string): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf('$'); at >= 0; ) {
    const math = findDollarMath(text, at, text.length);
    if (math) {
      out += change(text.slice(from, at)) + text.slice(at, math.next);
      from = math.next;
    }
    at = text.indexOf('$', math?.next ?? at + 1);
  }
  return out + change(text.slice(from));
}

/**
 * Markup that titles and abstracts carry in metadata taken out, CSL's and JATS's styles, `<i>`, `<sub>`, and entities
 * read, once. Any other `<` stays, a letter's tag that nothing closes too: that is a sign of its author's.
 */
export function withoutStyles(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const closed = new Set([...text.matchAll(/<\/([a-z])\s*>/gi)].map(([, name]) => name?.toLowerCase()));
  return outsideMath(text, (part) =>
    part
      .replace(/<jats:title>[^<]*<\/jats:title>/gi, '')
      .replace(STYLE, (whole, end: string, name: string) => {
        if (name.length === 1 && !end && !closed.has(name.toLowerCase())) return whole;
        return APART.test(name) ? ' ' : '';
      })
      .replace(/&#?\w{2,8};/g, (entity) => decodeEntities(entity)),
  );
}
