/**
 * Takes out of a page what no reading needs and nobody wants in a repository: code, styles, tracking, pictures, secrets,
 * the name of whoever saved it. Structure, text, white space, data and metadata stay.
 */
import { cleanJson, SECRET, withoutMail } from './capture-json.ts';

/** Scripts that hold data or formulas are part of the page. */
const isData = (script: Element): boolean =>
  !script.hasAttribute('src') && /json|math\/|text\/x-|template/i.test(script.getAttribute('type') ?? '');

const DROPPED =
  'style, noscript, iframe, object, embed, audio, video, source, base, link:not([rel~="canonical" i]), meta[http-equiv]:not([http-equiv="content-type" i])';
/** Metas about the page as a piece of software: who may track it, what its visitor is called. */
const META =
  /csrf|xsrf|token|nonce|verification|^user|login|viewport|theme-color|msapplication|apple-|fb:|twitter:|robots|generator|request-id|visitor|analytics|octolytics/i;
const HANDLER = /^on[a-z]+$/;
const LAYOUT =
  /^(?:nonce|integrity|crossorigin|srcset|imagesrcset|sizes|ping|jsaction|jslog|fetchpriority|decoding|loading)$/;
const TRACKING = /^data-(?:ga|gtm|track|tracking|analytics|hydro|hovercard|turbo|sentry|ot|testid)\b/;
/** Longer than any address or title: pictures, styles, state of scripts. Data is told by its braces. */
const HUGE = 2_000;
/** Comments by which frameworks find their places again: no word in them. */
const STRUCTURAL = /^[^\p{L}\p{N}]*$/u;
const GREETING = /\b((?:signed|logged) in as|welcome(?: back)?,|hello,|hi,)(\s+)[^\s,.!|]+(?: [^\s,.!|]+)?/gi;
/** Where pages show who is signed in. */
const ACCOUNT =
  '[class*="username" i], [class*="user-name" i], [id*="username" i], [id*="user-name" i], [class*="account-name" i], [data-login], [data-username]';
const SOMEONE = 'someone';
/** What campaigns and sessions add to addresses. */
const PARAMETERS = /([?&])(?:utm_\w+|gclid|fbclid|mc_[ce]id|sid|session_?id|jsessionid|token)=[^&#]*/gi;

const withoutSession = (href: string): string =>
  href
    .replace(/;jsessionid=[^?#]*/gi, '')
    .replace(PARAMETERS, '$1')
    .replace(/&{2,}/g, '&')
    .replace(/\?&+/, '?')
    .replace(/[?&]+(?=#|$)/, '');

const hidden = (style: string): string | undefined =>
  /(?:^|;)\s*((?:display\s*:\s*none|visibility\s*:\s*hidden))/i.exec(style)?.[1];

/** The value an attribute is left with; undefined: none. */
function cleanValue(name: string, value: string): string | undefined {
  if (HANDLER.test(name) || LAYOUT.test(name) || TRACKING.test(name)) return undefined;
  if (name === 'style') return hidden(value);
  if (/^\s*[[{]/.test(value)) return cleanJson(value);
  if (/^\s*data:/i.test(value) || value.length > HUGE) return undefined;
  if (/^\s*javascript:/i.test(value)) return 'javascript:;';
  if (SECRET.test(name)) return '';
  return /^(?:href|src|action|content)$/.test(name) && /[/=]/.test(value)
    ? withoutSession(withoutMail(value))
    : withoutMail(value);
}

/** Comments, and addresses and greetings in text. */
function cleanText(doc: Document): void {
  const walker = doc.createTreeWalker(doc, 128 | 4); // SHOW_COMMENT, SHOW_TEXT
  const comments: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (node.nodeType === 8) {
      if (!STRUCTURAL.test(text)) comments.push(node);
      continue;
    }
    if (node.parentElement?.localName === 'script') continue;
    const next = withoutMail(text).replace(GREETING, `$1$2${SOMEONE}`);
    if (next !== text) node.nodeValue = next;
  }
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function cleanNames(doc: Document): void {
  for (const element of doc.querySelectorAll(ACCOUNT)) {
    // entries have authors of such classes too: only what is no list is the visitor's
    if (!element.closest('header, nav, [role="banner"], [role="navigation"]')) continue;
    if (element.childElementCount === 0 && element.textContent?.trim()) element.textContent = SOMEONE;
    for (const name of ['data-login', 'data-username'])
      if (element.hasAttribute(name)) element.setAttribute(name, SOMEONE);
  }
}

/** Cleans `doc` in place. */
export function cleanPage(doc: Document): void {
  for (const script of [...doc.querySelectorAll('script')]) {
    if (!isData(script)) script.remove();
    else if (/json/i.test(script.type)) script.textContent = cleanJson(script.textContent ?? '');
  }
  for (const element of [...doc.querySelectorAll(DROPPED)]) element.remove();
  for (const meta of [...doc.querySelectorAll('meta')]) {
    if (META.test(meta.getAttribute('name') ?? meta.getAttribute('property') ?? '')) meta.remove();
  }
  for (const image of [...doc.querySelectorAll('img')]) {
    if (image.getAttribute('width') === '1' || image.getAttribute('height') === '1') image.remove();
  }
  for (const svg of doc.querySelectorAll('svg')) svg.replaceChildren();
  for (const input of doc.querySelectorAll('input')) {
    if (SECRET.test(input.name) && input.hasAttribute('value')) input.setAttribute('value', '');
  }
  for (const template of doc.querySelectorAll('template')) template.remove();
  for (const element of doc.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const next = cleanValue(name, value);
      if (next === undefined) element.removeAttribute(name);
      else if (next !== value) element.setAttribute(name, next);
    }
  }
  doc.querySelector('meta[charset]')?.setAttribute('charset', 'utf-8');
  doc.querySelector('meta[http-equiv="content-type" i]')?.setAttribute('content', 'text/html; charset=utf-8');
  cleanText(doc);
  cleanNames(doc);
}
