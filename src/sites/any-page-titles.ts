/**
 * What on a page of no known layout is evidently the title of a paper. A wrong title is worse than none: whatever could
 * as well be a label, a name, a venue or half a sentence is none.
 */
import { oneLine } from '../core/text.ts';
import { isHeading } from './any-page-lines.ts';
import { textOf } from './dom.ts';

const WORD = String.raw`pdf|ps|html?|abs|abstract|papers?|full|text|arxiv|links?|url|web|website|webpage|page|code|github|project|blog|post|slides?|video|talk|poster|demo|data|datasets?|supp\w*|bib|bibtex|doi|pubmed|pmid|pmc|openreview|acl|official|here|source|details?|read|more|download|view|tweet|thread|discuss|discussion|comments?|reviews?|cite|citations?|preprint|publication|article|original|online|version|the|this|journal|conference|workshop|published|via|free|on|at|in|and|by|s2|semantic|scholar|other|experimental|listen|and`;
const LABEL = new RegExp(String.raw`^[\W\d_]*(?:(?:${WORD})\b[\W\d_]*)*$`, 'i');
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Whether text says nothing but what a link leads to. */
export const isLabel = (text: string): boolean => LABEL.test(text) && !CJK.test(text);

const ADDRESS =
  /^(?:https?:|www\.)\S*$|^\S+\.(?:com|org|net|io|edu|gov|cc)(?:\/\S*|…)?$|^\[?(?:arxiv|doi|pmid)?:?\s*[\d./v]+\]?$|^\S*10\.\d{4,}\/\S+$|^\[?(?:arxiv:)?[a-z-]+\/\d{7}\]?$/i;
/** Whether text is an address or an id. */
export const isAddress = (text: string): boolean => ADDRESS.test(text);

/** "NeurIPS 2020", "Smith et al., 2020", "[CVPR'19]", "2 (3): 4". */
const CITED =
  /\bet al\b|^[[(]?[\p{L}\d .&'’-]{2,24}[,' ’]+(?:(?:19|20)?\d{2})[a-z]?[\])]?$|^(?:[\p{L}.&' -]{2,30}\s)?(?:(?:19|20)\d\d)\s(?:papers?|oral|poster|spotlight|best)\b.{0,20}$/iu;
const VENUE =
  /^(?:in[: ]+)?(?:proc\b|proceedings|journal of|transactions on|advances in|annual meeting|international (?:conference|journal)|ieee|acm trans|conference on|workshop on|lecture notes|arxiv preprint|(?:to appear|published|accepted|submitted|presented|oral|spotlight) (?:in|at|to)\b)/i;
/** Words at which half a sentence breaks off before its link. */
const OPEN =
  /\b(?:in|by|at|of|the|an?|this|our|their|from|and|or|with|on|for|to|is|are|was|via|called|here|that|which|as)\W*$|\b(?:see|read|(?:this|our|their|recent|new)(?: \w+)? (?:paper|work|article|study|link))\W*$/;
const SPEECH =
  /^(?:see|read|check|we|this|these|it|its|i|here|more (?!than)|you|my|our|their|they|also|please|thanks|note|posted|submitted|subjects?:|comments?:|keywords?:|abstract:|abstract$|authors?:|interesting|relevant|related work|the (?:paper|relevant|original)|an? (?:paper|study|new)|new paper)\b/i;
/** What no title says of itself: a description. */
const TOLD =
  /\b(?:this (?:paper|work|study|article|survey|week)|the authors?|we|researchers|(?:introduc|propos|present|explor|discuss|survey|investigat)(?:es?|s)|is an?)\b/i;

/** Category codes, what is said in brackets, counts. */
const ASIDE =
  /^(?:[a-z]+(?:-[a-z]+)*\.[A-Za-z-]{2,}[\s;,]*)+$|^\([^()]*\)$|\(showing |\bet al\b|^\d+ (?:\w+ )?(?:citations?|comments?|points?|results?|entries|papers?|likes?|views?)$/i;

/** Whether text reads as a title of at least `words` words. */
export function isTitle(text: string, words = 3): boolean {
  if (text.length < 3 || text.length > 300 || isLabel(text) || isAddress(text)) return false;
  if (CJK.test(text)) return text.length >= 4;
  if (CITED.test(text) || VENUE.test(text) || SPEECH.test(text) || ASIDE.test(text)) return false;
  const count = text.split(' ').length;
  if (count < words || count > 45 || (OPEN.test(text) && count > 1)) return false;
  // a small letter begins names such as "t-SNE" or "word2vec", or else running text
  return /^[“"'‘(¿¡[]?(?:\p{Lu}|\d|\p{Lo}|\$|[^\s:]*[-\p{Lu}\d_+α-ω])/u.test(text);
}

/** Whether the longer words of a text begin with capitals, as titles' do and sentences' do not. */
function capitals(text: string): boolean {
  const words = text.match(/[\p{L}\d][\p{L}\d'’-]{3,}/gu) ?? [];
  const tall = words.filter((word) => /[\p{Lu}\d]/u.test(word)).length;
  return words.length > 0 && tall >= words.length * 0.6;
}

const INITIALS = /(?:^|\s|-)\p{Lu}\.?(?=$|[\s.-])/u;
/** Three small words in a row. */
const LOWER = /(?:\b\p{Ll}{3,}\s+){3}/u;
const NAME =
  /^(?:(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|den|del|la|le|bin|ibn|al|el|dos|da|di|ter|ten)[*†‡§\d∗]*\s?){1,5}$/u;

/** Whether text is a list of names; `alone`: one name is one. */
export function isNames(text: string, alone = false): boolean {
  // most text is none by its first word
  if (
    !/^[\s,;(]*(?:\p{Lu}|d[aei]|v[ao]n|l[ae]|[ae]l|bin|ibn|ter|ten)/u.test(text) ||
    LOWER.test(text.slice(0, 120))
  )
    return false;
  const cut = text.replace(/[,;]?\s*(?:et al\.?|…|\.\.\.)\s*$/i, '');
  const parts = cut
    .split(/\s*(?:[,;|·&]|\band\b)\s*/)
    .map((part) => part.replace(/\s*\([^()]*\)$/, '').trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || !parts.every((part) => NAME.test(part) && part.length < 40)) return false;
  const sure = cut !== text || parts.some((part) => INITIALS.test(part));
  const pairs = parts.filter((part) => part.includes(' ')).length;
  return sure || (pairs >= Math.max(1, parts.length * 0.6) && (alone || parts.length > 1));
}

/** Names that can be nothing else: "Steel Nibs and Their Discontents" could. */
export const isNameList = (text: string): boolean =>
  isNames(text) && (/[,;|·]|\bet al\b/.test(text) || INITIALS.test(text));

const QUOTED = /[“"«]([^“”"«»]{8,300})[”"»]/;
/** Ends of sentences: no initials, no "vs.". */
const ENDS = /(?<=[\p{L}\d)]{2}[.?!])(?<!\b(?:vs|no|St|al)\.)\s+(?=[\p{Lu}\d“"([])/u;
const YEAR = /\s*[([](?:[^()[\]]{0,30}[\s,'’])?((?:19|20)\d{2})[a-z]?\b[^()[\]]{0,20}[)\]][.,:]?\s*/;

const trimmed = (text: string): string =>
  oneLine(
    text
      .replace(/^[\s.,:;)\]–—-]+/, '')
      .replace(/[\s([{|:,;–—-]+$/, '')
      .replace(/(?<!\b\p{Lu})\.$/u, ''),
  );

const first = (text: string): string => trimmed(text.split(ENDS)[0] ?? '');

export interface Line {
  title: string;
  /** Authors or a year stand beside it: a line of a bibliography. */
  cited: boolean;
}

/** Numbers, dates, tags before a title. */
const withoutHead = (line: string): string =>
  line
    .replace(/^[^\p{L}\d“"«([$\\]+/u, '')
    .replace(
      /^(?:(?:\d{1,4}[.)\]:]+|\[\d{1,4}\]|\(\d{1,4}\)|(?:19|20)\d\d[./-]\d\d?(?:[./-]\d\d?)?:?|\[(?:19|20)\d\d[^\]]{0,8}\])\s*)+/,
      '',
    )
    .replace(/^(?:title|paper(?:\s+\d+)?|new paper)\s*:\s*/i, '')
    .replace(/^(?:\([^()]{2,40}\)|\[(?!Re\])[^[\]]{1,40}\])\s*[:.–-]?\s*(?=\S)/, '');

/** The title in a line of text, without what stands around it: numbers, venues, years, authors. */
export function titleInLine(written: string): Line | undefined {
  // two spaces part a title from what is said of it, where Markdown was pasted
  const text = written.trim();
  const [begin = text, more = ''] = text.includes('  ') ? text.split(/(?<=\S) {2,}(?=\p{Lu})/u) : [];
  const line = oneLine(withoutHead(more.length > 60 ? begin : text));
  const quote = QUOTED.exec(line);
  const quoted = oneLine(quote?.[1] ?? '').replace(/[,.]$/, '');
  if (quote && isTitle(quoted, 2)) {
    const [head, tail] = [line.slice(0, quote.index), line.slice(quote.index + quote[0].length)];
    if (head.length < 4 || !/\p{L}/u.test(tail) || isNames(head.replace(/[\s.,:]+$/, ''), true))
      return { title: quoted, cited: true };
  }
  const year = YEAR.exec(line);
  if (year) {
    const [head, tail] = [line.slice(0, year.index), line.slice(year.index + year[0].length)];
    const names = isNames(head) || (isNames(head, true) && !isNames(tail, true) && isTitle(first(tail)));
    return { title: names ? first(tail) : beforeNames(trimmed(head)), cited: true };
  }
  const [one = '', two, three] = line.split(ENDS);
  if (two && isNames(one.replace(/\.$/, ''), true))
    return { title: trimmed(/^(?:19|20)\d\d[a-z]?\.$/.test(two) ? (three ?? '') : two), cited: true };
  const colon = line.indexOf(': ');
  if (colon > 0 && isNames(line.slice(0, colon)) && INITIALS.test(line.slice(0, colon)))
    return { title: first(line.slice(colon + 2)), cited: true };
  // a venue ahead: a bibliography, where one name is enough
  return untilNames(
    line,
    one,
    two === undefined ? '' : line.slice(one.length).trim(),
    /^\W*[([]/.test(written),
  );
}

/** "Title, A. Bee and C. Dee" without the names. */
function beforeNames(text: string, alone = false): string {
  const by = /^(.+?),?\s+by\s+(.+)$/i.exec(text);
  if (by?.[1] && by[2] && isNames(by[2], true)) return by[1];
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1))
    if (isNames(text.slice(at + 1), alone)) return trimmed(text.slice(0, at));
  return text;
}

function untilNames(line: string, sentence: string, rest: string, alone: boolean): Line {
  for (const mark of [' | ', ' · ', ' — ', ' – ', ' - ']) {
    const at = line.indexOf(mark);
    if (at < 0) continue;
    const [head, tail] = [trimmed(line.slice(0, at)), line.slice(at + mark.length).trim()];
    if (isTitle(head, 2) && (isNames(tail, true) || tail.length > 40 || !capitals(tail)))
      return { title: beforeNames(head), cited: isNames(tail) };
  }
  if (rest && (isNames(first(rest), true) || VENUE.test(rest) || CITED.test(first(rest)))) {
    // what a venue follows are authors, be it one
    return { title: beforeNames(trimmed(sentence), !isNames(first(rest), true)), cited: true };
  }
  const whole = trimmed(rest ? sentence : line);
  const title = beforeNames(whole, alone);
  return { title, cited: title !== whole };
}

/** The title in text before a link; in running text only where capitals or a citation make it one. */
export function plainTitle(text: string, words: number, prose: boolean): string | undefined {
  const line = titleInLine(text);
  if (!line || !isTitle(line.title, line.cited ? Math.min(words, 2) : words) || TOLD.test(line.title))
    return undefined;
  if (isNameList(line.title)) return undefined;
  const sentence = /[.!?][\s()[\]{}|/,;–—-]*$/.test(text);
  if (!line.cited && (prose || sentence) && !(capitals(line.title) && !(prose && sentence))) return undefined;
  return line.title;
}

let texts = new WeakMap<Element, string>();

/** Pages change: what was read of links holds for one reading. */
export const readAnew = (): void => {
  texts = new WeakMap();
};

/** What pages put before and behind titles: arXiv's own `[2403.06504] Title`, "Title - arXiv.org", "Title, ICLR 2024", "Title (2024)". */
const BEFORE = /^\s*(?:\[\d{4}\.\d{4,5}(?:v\d+)?\]|arxiv:\s*\d{4}\.\d{4,5}(?:v\d+)?)\s*[-–—:|]?\s+/i;
const BEHIND =
  /\s*(?:[|·–—-]\s*(?:arxiv(?:\.org)?|alphaxiv|hugging ?face)|[([](?:19|20)\d\d[)\]]|,\s*\p{Lu}\p{L}*\p{Lu}{2}\p{L}*,?\s+(?:19|20)\d\d)\s*$/iu;

/** A link's text without labels in brackets around it. */
export function linkText(link: Element): string {
  let text = texts.get(link);
  if (text === undefined) {
    const heading = link.firstElementChild && Array.from(link.getElementsByTagName('*')).find(isHeading);
    text = textOf(heading || link)
      .replace(/\s*[[(](?:pdf|paper|arxiv|code|link|html)[\])]\s*$/i, '')
      .replace(/^\s*(?:\[[RDPN]\]\s*|\[?\d{1,4}[.)\]]\s+|(?:title|paper):\s*)/i, '')
      .replace(BEFORE, '')
      .replace(BEHIND, '')
      .replace(/^[“"«](.*?)[.,]?[”"»][.,]?$/, '$1')
      .trim();
    texts.set(link, text);
  }
  return text;
}

/** The text of an element: only its length is of interest. */
export function spoken(element: Element): string {
  return element.textContent ?? '';
}
