/**
 * A strict reader for the XML that web services answer with: elements, attributes, text, CDATA. A service worker has no
 * DOMParser. It refuses what a service has no business to send: document types, entities of its own, markup that does
 * not close, nesting and sizes beyond reason. So it cannot be made to expand entities, and a cut answer is no answer.
 */
import { ManiculeError } from '../../core/errors.ts';

export interface XmlElement {
  /** Name without its namespace prefix. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** Its own text, that of its children left out. */
  text: string;
}

const MAX_DEPTH = 32;
const MAX_ELEMENTS = 200_000;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const refuse = (what: string): never => {
  throw new ManiculeError('bad-answer', `The answer is not readable XML (${what}).`);
};

/** Characters XML 1.0 allows (https://www.w3.org/TR/xml/#charsets). */
const isChar = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x1_0000 && code <= 0x10_ffff);

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{1,12};)?/g, (whole, name: string | undefined) => {
    if (name === undefined) return refuse('a stray &');
    const inner = name.slice(0, -1);
    const number = /^#(?:x([\da-f]+)|(\d+))$/i.exec(inner);
    if (number) {
      const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
      return isChar(code) ? String.fromCodePoint(code) : refuse(`the character ${whole}`);
    }
    return Object.hasOwn(ENTITIES, inner) ? (ENTITIES[inner] as string) : refuse(`the entity ${whole}`);
  });
}

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
/** One token: comment, processing instruction, CDATA, end tag, start tag, or text. */
const TOKEN = new RegExp(
  `<!--(?:(?!--)[\\s\\S])*-->|<\\?(?:(?!\\?>)[\\s\\S])*\\?>|<!\\[CDATA\\[((?:(?!\\]\\]>)[\\s\\S])*)\\]\\]>|</(${NAME})\\s*>|<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|([^<]+)`,
  'y',
);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(text: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (out.has(name)) refuse('an attribute given twice');
    out.set(name, decode((double ?? single ?? '').replace(/[\t\n]/g, ' ')));
  }
  return out;
}

/** The root element of a document. @throws ManiculeError 'bad-answer' */
export function readXml(source: string): XmlElement {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: { element: XmlElement; full: string }[] = [{ element: top, full: '' }];
  let count = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (!token) return refuse(text.startsWith('<!', at) ? 'a document type' : 'a broken tag');
    const [, data, end, start, attributes = '', closed, plain] = token;
    const { element, full } = open.at(-1) as (typeof open)[number];
    if (end !== undefined) {
      if (end !== full) refuse(`</${end}> closes nothing`);
      open.pop();
    } else if (start !== undefined) {
      if (open.length === 1 && top.children.length > 0) refuse('more than one root');
      if (++count > MAX_ELEMENTS || open.length > MAX_DEPTH) refuse('too much of it');
      const child: XmlElement = {
        name: local(start),
        attributes: attributesOf(attributes),
        children: [],
        text: '',
      };
      element.children.push(child);
      if (!closed) open.push({ element: child, full: start });
    } else if (plain !== undefined || data !== undefined) {
      const words = data ?? decode(plain as string);
      if (open.length === 1 && words.trim() !== '') refuse('text outside the root');
      element.text += words;
    }
  }
  if (open.length > 1) refuse('it is cut short');
  return top.children[0] ?? refuse('it is empty');
}

/** The children of `element` with this name. */
export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The text of the first child with this name; '' where there is none. */
export const textOf = (element: XmlElement, name: string): string => childrenOf(element, name)[0]?.text ?? '';
