/**
 * What on a page of no known layout is evidently the title of a paper. A wrong title is worse than none: whatever could
 * as well be a label, a name, a venue or half a sentence is none.
 */
import { oneLine } from '../core/text.ts';
import { textOf } from './dom.ts';

const WORD = String.raw`pdf|ps|html?|abs|abstract|papers?|full|text|arxiv|links?|url|web|website|webpage|page|code|github|project|blog|post|slides?|video|talk|poster|demo|data|datasets?|supp\w*|bib|bibtex|doi|pubmed|pmid|pmc|openreview|acl|official|here|source|details?|read|more|download|view|tweet|thread|discuss|discussion|comments?|reviews?|cite|citations?|preprint|publication|article|original|online|version|the|this|journal|conference|workshop|published|via|free|on|at|in|and|by|of|other|formats?|authors?|export|software|proceedings|supplement\w*|save|more`;
const LABEL = new RegExp(String.raw`^[\W\d_]*(?:(?:${WORD})\b[\W\d_]*)*$`, 'i');
/** Whether text says nothing but what a link leads to. */
export const isLabel = (text: string): boolean =>
  LABEL.test(text.replace(/\([^()]*\)|\[[^[\]]*\]/g, '')) || ADDRESS.test(text) || FIELD.test(text);
/** Other fields of an entry, by the words they begin with. */
const FIELD =
  /^(?:authors?|abstract|comments?|subjects?|categor(?:y|ies)|journal[ -]ref|doi|published|submitted|keywords?|tags?|venue|year|pages?|cite as)\s*:/i;

/** "NeurIPS 2020", "Smith et al., 2020", "[CVPR'19]". */
const CITED = /\bet al\b|^[[(]?[\p{L}\d .&'’-]{2,24}[,' ’]+(?:(?:19|20)?\d{2})[a-z]?[\])]?$/iu;
const ADDRESS =
  /^(?:https?:|www\.)\S+$|^\S+\.(?:com|org|net|io|edu)\/\S*$|^(?:arxiv|doi|pmid|acl|openreview):?\s*\S+$|^[\d./v]+$|^(?:[a-z-]+\.[A-Z]{2}\s*)+$|^\S*10\.\d{4,}\/\S+$/i;
/** Words at which half a sentence breaks off before its link. */
const OPEN =
  /\b(?:see|in|by|at|of|the|an?|this|our|their|from|and|or|with|on|for|to|is|are|was|via|read|called|paper|work|article|published|here|that|which|as|like)$/i;
const SPEECH =
  /^(?:see|read|check|we|this|these|it|its|i|here|more (?!than)|you|my|our|their|they|also|please|thanks|note|by|posted|submitted)\b/i;

/**
 * Whether text reads as a title of at least `words` words. With one word, where a site's own list is known to hold
 * titles: whatever is no label.
 */
export function isTitle(text: string, words = 3): boolean {
  if (text.length < 3 || text.length > 300 || isLabel(text)) return false;
  const count = text.split(' ').length;
  if (words > 1) {
    if (count < words || count > 40 || CITED.test(text) || OPEN.test(text) || SPEECH.test(text)) return false;
  }
  // a small letter begins names such as "t-SNE" or "word2vec", or else running text
  return words === 1 || /^[“"'‘(]?(?:\p{Lu}|\d|\p{Lo}|\$|\S*[-\p{Lu}\d])/u.test(text);
}

const QUOTED = /[“"«]([^“”"«»]{8,300})[”"»]/;
/** Names before a title: "Bee, C., & Dee, E.". */
const NAMES =
  /^(?:\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\.[\s-]?)+|(?:\p{Lu}\.[\s-]?)+\p{Lu}[\p{L}'’-]+(?:,|\sand\s))/u;

/** The title in a line of a list without what stands around it: numbers, venues, years, authors. */
export function titleInLine(line: string, words = 3): string {
  // a site's own list says the title and nothing else
  if (words === 1) return line.replace(/^title\s*:\s*/i, '');
  const cited = /\((?:19|20)\d{2}[a-z]?\)[.,:]?\s+(.{8,300}?)[.?!](?:\s|$)/.exec(line)?.[1];
  if (NAMES.test(line)) return QUOTED.exec(line)?.[1] ?? cited ?? '';
  let text = line
    .replace(/^\s*(?:[-–—•*·▪●]+\s*|\(?\d{1,4}[.)\]:]+\s+|\[\d{1,4}\]\s*)+/, '')
    .replace(/^(?:title|paper(?:\s+\d+)?)\s*:\s*/i, '');
  const venue = /^(?:\([^()]{2,40}\)|\[[^[\]]{2,40}\])\s*[:.–-]?\s*(?=\S)/.exec(text)?.[0];
  // "(Venue) Title, Ada Bee, Carl Dee"
  if (venue)
    text = text
      .slice(venue.length)
      .replace(/[\s([]+$/, '')
      .replace(/(?:,\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}\.)?\s\p{Lu}[\p{L}'’-]+)+$/u, '');
  const quoted = QUOTED.exec(text);
  if (quoted?.[1]) {
    // not within a title: behind names or nothing, and closed by the sentence
    const ahead = text.slice(0, quoted.index).trim();
    const behind = text.slice(quoted.index + quoted[0].length).trim();
    if (/(?:^|[.,:;)])$/.test(ahead) && /^(?:$|[.,;:([-]|\p{Ll})/u.test(behind) && !/^and\b/.test(behind))
      return oneLine(quoted[1].replace(/[,.]$/, ''));
  }
  text = text
    .replace(/\s*[([](?:[^()[\]]{0,40}[\s,'’])?(?:19|20)\d{2}\b[^()[\]]*[)\]].*$/, '')
    .replace(/[\s([{|:,;–—-]+$/, '');
  // "Title, A. Bee and C. Dee"
  text = text.replace(/,\s(?:\p{Lu}\.[\s-]?)+\p{Lu}[\p{L}'’-]+(?:$|(?:,|\sand\s|\set\s).*$)/u, '');
  // "Title. A. Bee, C. Dee\"
  const [first, rest] = text.split(/(?<=\p{L}{2}[.?!])(?<!\bvs\.)\s+(?=\p{Lu})/u);
  if (first && rest && /,|\band\b|&|^(?:\p{Lu}[\p{L}.'’-]+\s?){2,4}\.?$/u.test(rest)) text = first;
  return oneLine(text.replace(/(?<!\b\p{Lu})\.$/u, ''));
}

/** A link's text without labels in brackets at its end. */
export const linkText = (link: Element): string =>
  titleTrimmed(textOf(link.querySelector('h1, h2, h3, h4, h5, h6, [class*="title" i]')) || textOf(link));

const titleTrimmed = (text: string): string =>
  oneLine(
    text
      .replace(/\s*[[(](?:pdf|paper|arxiv|code|link|html)[\])]\s*$/i, '')
      .replace(/^\s*(?:\[?\d{1,4}[.)\]]\s+|title:\s*)/i, ''),
  ).replace(/^[“"](.*?)[.,]?[”"][.,]?$/, '$1');

const LINES = 'p, div, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, section, article, header';

export interface Line {
  text: string;
  /** The element whose own line it is. */
  element: Element;
}

/** The lines of text under `area`, from its start or from behind `after`, up to the first link that ends them. */
export function linesIn(area: Element, ends: (link: Element) => boolean, after?: Element): Line[] {
  const lines: Line[] = [];
  const walker = area.ownerDocument.createTreeWalker(area, 5 /* elements and text */);
  let last: Line | undefined;
  if (after) walker.currentNode = after.lastChild ?? after;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 1) {
      const tag = (node as Element).localName;
      if (tag === 'br') last = undefined;
      if (tag === 'a' && ends(node as Element)) break;
      continue;
    }
    const text = node.nodeValue ?? '';
    const parent = node.parentElement;
    if (!parent || text.trim() === '' || /^(?:script|style|button|svg|template)$/.test(parent.localName))
      continue;
    const element = parent.closest(LINES) ?? area;
    if (last?.element === element) {
      last.text += text;
    } else {
      last = { text, element };
      lines.push(last);
    }
  }
  return lines.map(({ text, element }) => ({ text: oneLine(text), element }));
}
