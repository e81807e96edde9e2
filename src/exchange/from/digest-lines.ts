/** Plain-text digests, first half: paragraphs out of lines, and what kind of paragraph each one is. */
import { arxivId, idOfUrl } from '../../core/identity.ts';
import type { PaperId } from '../../core/paper.ts';
import { oneLine } from '../../core/text.ts';
import { namesIn } from './digest-names.ts';
import { LONGEST_TITLE, running, unwrapped, weight } from './digest-wrap.ts';

/**
 * prose: surely an abstract; sentence: an abstract if it stands where one is due; noise: dates, counts, buttons;
 * label: a line about the paper beside it ("arXiv:…", "Code: …", an address alone); names: what may be its authors;
 * short: a title or a header line.
 */
export type Kind = 'prose' | 'sentence' | 'noise' | 'label' | 'names' | 'short';

export interface Paragraph {
  text: string;
  kind: Kind;
}

/**
 * Paragraphs of a text. A blank line ends one, and so does a line break that was made on purpose: see `cuts`.
 * Windows and old Mac line ends, a byte order mark and Unicode separators are understood.
 */
export function paragraphs(text: string): Paragraph[] {
  const blocks: string[][] = [[]];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n|\u2028|\u2029/)) {
    const clean = oneLine(line);
    if (clean !== '') blocks.at(-1)?.push(clean);
    else if (blocks.at(-1)?.length) blocks.push([]);
  }
  return unwrapped(blocks).map((run) => ({ text: run, kind: kindOf(run) }));
}

const OPENING =
  /^(?:we|in this|this (?:paper|work|article|study|report|survey)|recent(?:ly)?|existing|despite|although|while)\b/i;

function kindOf(text: string): Kind {
  if (isNoise(text)) return 'noise';
  if (isLabel(text)) return 'label';
  const long = weight(text);
  if (/^abstract\s*[:.—–-]/i.test(text)) return 'prose';
  if (namesIn(text)) return 'names';
  if (long >= LONGEST_TITLE) return isBoilerplate(text) ? 'noise' : 'prose';
  if (isBoilerplate(text)) return 'noise';
  const ends = /(?:[.…。]|[!?]["”]?)["”')]*$/.test(text) && !/\b(?:et al|vs|etc|inc|jr)\.$/i.test(text);
  if (long >= 100 && ends && running(text)) return 'prose';
  if (long >= 120 && ends && /\p{Ll}{2,}[)"”]?\. \p{Lu}/u.test(text) && running(text)) return 'prose';
  if (long >= 60 && OPENING.test(text) && running(text)) return 'prose';
  return /[.。]["”)]?$/.test(text) && text.split(' ').length >= 6 ? 'sentence' : 'short';
}

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?';
/** Whole lines that are dates, counts or buttons, in any digest. */
const NOISE = new RegExp(
  [
    `${DAY}${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
    `${DAY}\\d{1,2}(?:st|nd|rd|th)? ${MONTH},?(?: \\d{4})?`,
    `${MONTH} \\d{4}`,
    '\\d{4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?',
    '\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}',
    '(?:week|issue|vol(?:ume)?|no)\\.? #?\\d+.{0,20}',
    '[\\W_]*\\d[\\d,.]*k?[\\W_]*(?:authors?|comments?|upvotes?|votes?|likes?|stars?|papers?)?',
    '(?:upvotes?|votes?|likes?|comments?)[: ]*(?:-|\\d[\\d,.]*k?)?',
    'new|subscribe|unsubscribe|log ?in|sign ?(?:in|up)|daily|weekly|monthly|trending|search|share|save|previous|next',
    '(?:view|read|show|load|see) (?:more|all|paper|online|pdf|in browser|the paper)',
    '(?:submitted )?by ?\\S+(?: and the research community)?|submitted by .{1,60}',
    '(?:daily|weekly|monthly|trending|hugging face|todays?|today’s|latest|new|top) (?:daily )?papers?(?: digest)?',
    '[^\\p{L}\\p{N}]+',
  ]
    .map((pattern) => `^(?:${pattern})$`)
    .join('|'),
  'iu',
);

export const isNoise = (line: string): boolean => line.length < 100 && NOISE.test(line);

/** What mail programs and sites say about themselves, never papers. */
const isBoilerplate = (text: string): boolean =>
  weight(text) < 500 &&
  /\b(?:you(?:['’]re| are) receiving|unsubscribe|your (?:e-?mail )?inbox|manage (?:your )?(?:preferences|subscription)|(?:view|read|open) (?:this|it)? ?(?:e-?mail )?(?:in|on) (?:your|a|the) browser|all rights reserved|privacy policy|terms of (?:service|use))\b|©/i.test(
    text,
  );

const LABEL =
  /^(?:arxiv|doi|link|url|pdf|paper|code|project(?: page)?|github|website|keywords?|comments?|subjects?|categor(?:y|ies)|published|submitted|date|venue)\s*:\s*\S/i;

/** A line about the paper beside it: labelled, or nothing but an address or an arXiv id. */
const isLabel = (line: string): boolean =>
  (line.length < 300 &&
    LABEL.test(line) &&
    !/^(?:code|paper|project|comments?|date|submitted)\s*:\s*[^h\d\s]/i.test(line)) ||
  /^<?https?:\/\/\S+>?$/i.test(line) ||
  /^\[?\d{4}\.\d{4,5}(?:v\d+)?\]?$/.test(line);

/** The paper a label line names: its arXiv id, DOI or a link to it; undefined for lines about anything else. */
export function paperOfLabel(line: string): PaperId | undefined {
  const address = /https?:\/\/[^\s<>]+/i.exec(line)?.[0]?.replace(/[.,;)]+$/, '');
  if (address) return /^(?:code|project|github|website)/i.test(line) ? undefined : idOfUrl(address);
  const arxiv = /^(?:arxiv\s*:\s*|\[)?(\S+?)\]?(?:\s|$)/i.exec(line)?.[1];
  const id = arxiv ? arxivId(arxiv) : undefined;
  if (id) return `arxiv:${id}`;
  const doi = /^doi\s*:\s*(10\.\S+)/i.exec(line)?.[1];
  return doi ? idOfUrl(`https://doi.org/${doi}`) : undefined;
}
