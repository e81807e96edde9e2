/**
 * Makes a page one's own: every text becomes invented words of the same shape, every id another valid one, links with
 * them. What a reader of pages leans on stays: structure, white space, labels, numbers, dates.
 */
import type { Reading } from '../../src/sites/read-page.ts';
import { inJson, mapStrings } from './capture-json.ts';
import { type Invent, inventor, isKept, otherDigits, otherHex, otherId } from './capture-words.ts';

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** What in a text is no word: markup, addresses, DOIs, TeX commands, category codes, ordinals. */
const SPECIAL =
  /<[^<>]+>|(?:https?:\/\/|www\.)[^\s<>"]+|\b10\.\d{4,9}\/[^\s"<>]+|\\[a-zA-Z]+|\b[a-z]+(?:-[a-z]+)?\.[A-Z]{2}\b|\b(?:astro|cond|gr|hep|math|nucl|quant|physics|q)-[a-z]{2,4}\b|\b\d+(?:st|nd|rd|th)\b|\p{L}[\p{L}\p{M}]*/gu;
/** arXiv ids new and old, hashes, long numbers: in addresses and wherever the same stands in text. */
const ID =
  /\b(\d{2}(?:0[1-9]|1[0-2])\.)(\d{4,5})(?!\d)|\b((?:astro-ph|cond-mat|cs|gr-qc|hep-[a-z]{2,3}|math(?:-ph)?|nlin|nucl-(?:ex|th)|physics|q-bio|quant-ph|cmp-lg|alg-geom)(?:\.[A-Z]{2})?\/\d{4})(\d{3})(?!\d)|(?<![\da-f])(?=[\da-f]*\d)(?=[\da-f]*[a-f])([\da-f]{16,})(?![\da-f])|(?<!\d)(\d{5,})(?!\d)/g;
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/;
/** Ids that a parameter names. */
const NAMED_ID = /[?&](?:id|noteId|forum|cluster|cites|user|citation_for_view|paperId)=([\w:-]{8,})/g;
/** "Subjects:" at the beginning of a text. */
const LABEL = /^\s*((?:[\p{L}-]+\s?){1,3}):/u;
const ADDRESS =
  /^(?:https?:\/)?\/|^\.{1,2}\/|^[?#]|^[\w-]+(?:\/[\w.-]+)+(?:[?#]|$)|^[\w.-]+\.(?:html?|pdf|php)\b/i;
const SAID = new Set(['title', 'alt', 'aria-label', 'placeholder', 'alttext', 'label', 'summary']);
const ABOUT =
  /title|author|abstract|description|keyword|journal|conference|publisher|creator|subject|source|site_name/i;
const FIELD =
  /name|title|author|abstract|summary|text|keyword|description|venue|headline|comment|message|label|tldr/i;
/** One parameter of an address: what is before its value, and its value. */
const PARAMETER = /^[?&]([\w.-]+=)([^#]+)/;
const ESCAPED = /%[\da-f]{2}|\p{L}[\p{L}\p{M}]*/giu;
const ASKED = ['q', 'query', 'search', 'term', 'terms', 'text'];

const wordsIn = (text: string): string[] => text.match(WORD) ?? [];

interface Shaper {
  text(text: string): string;
  /** An address or an id: its ids, and the words of titles and names in it. */
  address(text: string): string;
  /** A value that is neither text nor address: the ids in it, and names where several stand in it. */
  ids(text: string): string;
  /** Text with its spaces written `%20`. */
  escaped(text: string): string;
}

/** Words that addresses of the site are built from, whatever paper they lead to. */
function structural(reading: Reading, url: URL): Set<string> {
  // a paper's own address may hold its title
  const own = reading.kind === 'paper' ? '' : url.pathname;
  const words = new Set(wordsIn(`${own} ${reading.site.examples.join(' ')}`.toLowerCase()));
  const links = reading.entries.map((entry) => new Set(wordsIn(entry.links.page.toLowerCase())));
  for (const word of links[0] ?? []) {
    if (links.length > 1 && links.filter((one) => one.has(word)).length * 2 > links.length) words.add(word);
  }
  return words;
}

/** Labels that stand at the beginning of several texts. */
function labelsIn(doc: Document): Set<string> {
  const counts = new Map<string, number>();
  const walker = doc.createTreeWalker(doc.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const label = LABEL.exec(node.nodeValue ?? '')?.[1]?.trim();
    if (label) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label));
}

function shaperOf(doc: Document, reading: Reading, url: URL): Shaper {
  const invent: Invent = inventor();
  const asked = ASKED.flatMap((name) => url.searchParams.getAll(name));
  const told = reading.entries.flatMap((entry) => [entry.title, ...entry.authors]);
  const content = new Set(
    wordsIn([...told, ...asked].join(' ').toLowerCase()).filter((one) => one.length > 2 && !isKept(one)),
  );
  for (const word of structural(reading, url)) content.delete(word);
  const labels = labelsIn(doc);
  const links = [
    url.href,
    ...[...doc.querySelectorAll('[href]')].map((link) => link.getAttribute('href') ?? ''),
  ];
  const named = new Map<string, string>();
  const numbers = new Set<string>();
  for (const link of links) {
    for (const [, id = ''] of link.matchAll(NAMED_ID)) if (!/^\d+$/.test(id)) named.set(id, otherId(id));
    for (const match of link.matchAll(ID)) if (match[5] ?? match[6]) numbers.add(match[0]);
  }
  const names =
    named.size > 0
      ? new RegExp([...named.keys()].map((id) => id.replace(/[-]/g, '\\-')).join('|'), 'g')
      : undefined;
  const changed = (text: string, everywhere: boolean): string =>
    (names ? text.replace(names, (id) => named.get(id) ?? id) : text).replace(
      ID,
      (
        whole,
        month?: string,
        number?: string,
        old?: string,
        rest?: string,
        hex?: string,
        digits?: string,
      ) => {
        if (month && number) return month + otherDigits(number);
        if (old && rest) return old + otherDigits(rest);
        if (!everywhere && !numbers.has(whole)) return whole;
        if (hex) return otherHex(hex);
        return digits && !DAY.test(digits) ? otherDigits(digits) : whole;
      },
    );
  const other = (word: string): string => (isKept(word) ? word : invent(word));
  const otherContent = (word: string): string => (content.has(word.toLowerCase()) ? invent(word) : word);
  const escaped = (text: string): string =>
    text.replace(ESCAPED, (one) => (one.startsWith('%') ? one : other(one)));
  const address = (text: string): string =>
    changed(text, true)
      .split(/(?=[?&])/)
      .map((part) => {
        const [, key, value] = PARAMETER.exec(part) ?? [];
        const spoken =
          key && value && (/%20|\+/.test(value) || ABOUT.test(key) || ASKED.includes(key.slice(0, -1)));
        return spoken ? part[0] + key + escaped(value) : part.replace(WORD, otherContent);
      })
      .join('');
  const words = (text: string): string =>
    text.replace(SPECIAL, (one) => {
      if (/^[<\\]|^\d/.test(one) && !one.startsWith('10.')) return one;
      if (/^(?:https?:|www\.|10\.)/.test(one)) return address(one);
      return /[.-]/.test(one) ? one : other(one);
    });
  return {
    address,
    ids(text) {
      const parts = wordsIn(text).filter((word) => content.has(word.toLowerCase()));
      // one word may be the page's own: "results"
      return changed(parts.length > 1 ? text.replace(WORD, otherContent) : text, false);
    },
    escaped,
    text(text) {
      const label = LABEL.exec(text);
      const start = label?.[1] && labels.has(label[1].trim()) ? label[0].length : 0;
      return changed(text.slice(0, start) + words(text.slice(start)), false);
    },
  };
}

function shapeAttribute(element: Element, name: string, value: string, to: Shaper): string {
  if (/^\s*[[{]/.test(value)) return shapeJson(value, to);
  if (name === 'class') return value;
  if (name === 'href' || name === 'src' || name === 'action' || ADDRESS.test(value)) return to.address(value);
  if (SAID.has(name)) return to.text(value);
  const spoken = element.getAttribute('name') ?? element.getAttribute('property') ?? '';
  if (name === 'content') return ABOUT.test(spoken) || /\s/.test(value) ? to.text(value) : to.address(value);
  if (/(?:%20[^%]*){3}/.test(value)) return to.escaped(value);
  const text = name === 'value' || name.startsWith('data-') ? /\s/.test(value) : ABOUT.test(name);
  return text ? to.text(value) : to.ids(value);
}

const shapeJson = (text: string, to: Shaper): string =>
  inJson(text, (value) =>
    mapStrings(value, (one, key) => {
      if (/^\d{4}-\d\d-\d\d/.test(one)) return one;
      if (ADDRESS.test(one)) return to.address(one);
      return /\s/.test(one) || FIELD.test(key) ? to.text(one) : to.address(one);
    }),
  );

/**
 * Shapes `doc` in place and returns the address that fits it.
 * @param only where given, text elsewhere stays as it is, ids and links excepted.
 */
export function shapePage(doc: Document, reading: Reading, url: URL, only?: readonly Element[]): URL {
  const to = shaperOf(doc, reading, url);
  const within = (node: Node): boolean => !only || only.some((part) => part.contains(node));
  const idsAlone: Shaper = { ...to, text: to.ids };
  for (const element of doc.querySelectorAll('*')) {
    const shaper = within(element) || element.localName === 'meta' ? to : idsAlone;
    for (const { name, value } of [...element.attributes]) {
      const next = shapeAttribute(element, name, value, shaper);
      if (next !== value) element.setAttribute(name, next);
    }
  }
  const walker = doc.createTreeWalker(doc, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.nodeValue ?? '';
    if (!parent || !text.trim()) continue;
    const json = parent.localName === 'script' && /json/i.test(parent.getAttribute('type') ?? '');
    const spoken = within(node) || parent.localName === 'title';
    const next = json ? shapeJson(text, to) : (spoken ? to : idsAlone).text(text);
    if (next !== text) node.nodeValue = next;
  }
  return new URL(to.address(url.href).replace(/^https?:\/\/[^/]*/, url.origin));
}
