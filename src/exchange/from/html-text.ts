/**
 * Text and links out of HTML that arrives in files: mails, notes, saved pages. No DOM: these readers also run where there
 * is none. Nothing here ever becomes markup again; elements that a reader never sees are left out.
 */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  bull: '•',
  times: '×',
  deg: '°',
  copy: '©',
  reg: '®',
  shy: '',
  zwnj: '',
  zwj: '',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ccedil: 'ç',
  ntilde: 'ñ',
  oslash: 'ø',
  aring: 'å',
  aelig: 'æ',
  Eacute: 'É',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
};

/** Character references replaced; what is none stays as it is. https://html.spec.whatwg.org/#character-references */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-zA-Z]{2,8}));?/gi,
    (whole, hex, decimal, name: string | undefined) => {
      if (name !== undefined) return (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) ?? whole;
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

/** Markup that titles and abstracts carry in metadata taken out: CSL's and JATS's styles, `<i>`, `<sub>`. Other `<` stay. */
export const withoutStyles = (text: string): string =>
  text.includes('<')
    ? text
        .replace(/<jats:title>[^<]*<\/jats:title>/gi, '')
        .replace(/<\/?(?:i|b|em|strong|sup|sub|sc|span|p|nc|nocase|jats:[a-z-]+)(?:\s[^<>]*)?\/?>/gi, '')
    : text;
