/**
 * One Obsidian note per paper (https://help.obsidian.md): properties in YAML, then our part between two comments that
 * Obsidian does not show. An existing note keeps every byte outside of that part and of our properties.
 */
import { say } from '../core/say.ts';
import { isoDate } from './dates.ts';
import { frontMatter, type Properties, propertyIn, updatedFrontMatter } from './front-matter.ts';
import { plainText } from './latex-read.ts';
import { displayName } from './names.ts';
import { withoutHtml } from './note-parts.ts';
import { parseTemplate, type Template, type View } from './template.ts';
import { markdownText } from './to/markdown.ts';
import { venueOf, type Work } from './work.ts';

const BEGIN = '%% manicule:begin (written anew at every export: write below its end) %%';
const END = '%% manicule:end %%';
const BEGIN_LINE = /^%% manicule:begin\b[^\n]*%%[ \t]*$/m;
const END_LINE = /^%% manicule:end %%[ \t]*$/m;

/** What a template may name. */
export const NOTE_NAMES = [
  'title',
  'authors',
  'firstAuthor',
  'year',
  'date',
  'venue',
  'abstract',
  'url',
  'pdf',
  'doi',
  'arxiv',
  'id',
  'citekey',
  'status',
  'note',
  'tags',
  'topics',
  'categories',
  'code',
  'reasons',
] as const;

export const DEFAULT_NOTE = `# {{title}}

{{authors}}{{#year}} · {{year}}{{/year}}{{#venue}} · {{venue}}{{/venue}}

{{#url}}[Page]({{url}}){{/url}}{{#pdf}} · [PDF]({{pdf}}){{/pdf}}{{#code}} · [Code]({{.}}){{/code}}

{{#reasons}}
- ☞ {{.}}
{{/reasons}}
{{#abstract}}
> [!abstract]
> {{abstract}}
{{/abstract}}
{{#note}}

{{note}}
{{/note}}
`;

/** The template of notes, the built-in one for ''; or a sentence that says what is wrong with it. */
export const noteTemplate = (source: string): { template: Template } | { why: string } =>
  parseTemplate(source.trim() === '' ? DEFAULT_NOTE : source.replace(/\r\n?/g, '\n'), NOTE_NAMES);

/** A comment of Obsidian's would hide what follows, and one of ours would end our part. */
const uncommented = (text: string): string => text.replace(/%(?=%)/g, '%\\');
const text = (source: string): string => uncommented(markdownText(source));
const address = (url: string | undefined): string =>
  (url ?? '').replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));

function viewOf(work: Work): View<(typeof NOTE_NAMES)[number]> {
  const names = work.names.map((name) => text(displayName(name)));
  return {
    title: text(work.title),
    authors: names.join(', ') + (work.cut && names.length > 0 ? ' et al.' : ''),
    firstAuthor: names[0] ?? '',
    year: String(work.date?.year ?? ''),
    date: work.date ? isoDate(work.date) : '',
    venue: text(venueOf(work) ?? ''),
    abstract: text(work.abstract),
    url: address(work.url),
    pdf: address(work.pdf),
    doi: address(work.doi),
    arxiv: work.arxiv ?? '',
    id: work.id,
    citekey: work.key,
    status: work.status ?? '',
    // the reader's own Markdown, in which raw HTML does not run
    note: uncommented(withoutHtml(work.note)),
    tags: work.tags.map(text),
    topics: work.topics.map(text),
    categories: work.categories.map(text),
    code: work.code.map(address),
    reasons: work.reasons.map(text),
  };
}

/** Letters, digits, `_`, `-` and `/`, at least one of which is no digit (https://help.obsidian.md/tags). */
export function obsidianTag(tag: string): string {
  const safe = tag
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/g, '');
  return /^\d+$/.test(safe) ? `_${safe}` : safe;
}

function propertiesOf(work: Work): Properties {
  const venue = venueOf(work);
  const tags = [...new Set(work.tags.map(obsidianTag).filter((tag) => tag !== ''))];
  return {
    manicule: work.id,
    aliases: [plainText(work.title)],
    authors: work.names.map(displayName),
    year: work.date?.year,
    date: work.date && isoDate(work.date),
    venue: venue && plainText(venue),
    url: work.url,
    pdf: work.pdf,
    doi: work.doi,
    arxiv: work.arxiv,
    citekey: work.key,
    // both are written when empty too, so that what was taken back is taken back in the note
    status: work.status ?? '',
    topics: work.topics,
    rating: work.rating,
    tags,
  };
}
/** Lists in which the reader writes as well. */
const SHARED = ['tags', 'aliases'];

const ours = (work: Work, template: Template): string[] => [
  BEGIN,
  ...template
    .render(viewOf(work))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n'),
  END,
];

/** A new note. */
export function newNote(work: Work, template: Template): string {
  return `${[...frontMatter(propertiesOf(work)), '', ...ours(work, template), '', ''].join('\n')}`;
}

interface Parts {
  /** Between the fences. */
  head: string[];
  /** The line after the second fence, and everything behind it. */
  body: string;
  /** How its lines end. */
  eol: '\n' | '\r\n';
}

function partsOf(note: string): Parts | undefined {
  const match = /^(\ufeff?)---[ \t]*(\r?\n)(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/.exec(note);
  if (!match) return undefined;
  return {
    head: match[3] === undefined ? [] : match[3].split(/\r?\n/),
    body: note.slice(match[0].length),
    eol: match[2] === '\r\n' ? '\r\n' : '\n',
  };
}

/** The id of the paper that a note is of; undefined for the reader's other notes. */
export function paperOfNote(note: string): string | undefined {
  const parts = partsOf(note);
  return parts && propertyIn(parts.head, 'manicule');
}

/**
 * An existing note brought up to date: our properties and what stands between our two comments. Where the reader took
 * the comments away, the text is theirs.
 * @returns the note, and what could not be done, as a sentence
 */
export function updatedNote(note: string, work: Work, template: Template): { text: string; why?: string } {
  const parts = partsOf(note);
  const head = parts && updatedFrontMatter(parts.head, propertiesOf(work), SHARED);
  if (!parts || !head) return { text: note, why: say('noteNoProperties') };
  const { eol, body } = parts;
  const mark = note.startsWith('\ufeff') ? '\ufeff' : '';
  const top = `${mark}${['---', ...head, '---', ''].join(eol)}`;
  const flat = body.replaceAll('\r\n', '\n');
  const begin = BEGIN_LINE.exec(flat);
  const end = begin && END_LINE.exec(flat.slice(begin.index));
  const several = flat.split(BEGIN_LINE).length > 2 || flat.split(END_LINE).length > 2;
  if (!begin || !end || several)
    return {
      text: top + body,
      why: say('noteNotOurs'),
    };
  const lines = ours(work, template).join(eol);
  const before = cut(body, flat, begin.index);
  const after = cut(body, flat, begin.index + end.index + end[0].length);
  return { text: top + body.slice(0, before) + lines + body.slice(after) };
}

/** Index in `body` of what stands at `index` in `flat`, the same text with `\n` for `\r\n`. */
function cut(body: string, flat: string, index: number): number {
  if (body.length === flat.length) return index;
  let at = 0;
  for (let seen = 0; seen < index; seen++) at += body.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
