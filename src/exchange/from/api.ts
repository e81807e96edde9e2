/**
 * What every source of metadata has in common: what it is asked, what comes of its answer. An answer is hostile until it
 * has passed: shapes are checked, lengths cut, addresses other than http(s) dropped, and nothing is taken for a paper
 * that was not asked for.
 */
import * as v from 'valibot';
import { ManiculeError } from '../../core/errors.ts';
import { doi as findDoi, isPlaceholder } from '../../core/identity.ts';
import { LIMITS, type PaperId } from '../../core/paper.ts';
import type { Patch } from '../../core/patch.ts';
import { clip, familyName, fold, safeUrl } from '../../core/text.ts';
import { cleanLine, cleanList } from '../clean.ts';

/** One paper as a source is asked about it. */
export interface Wanted {
  /** The id it is asked by. */
  by: PaperId;
  title: string;
  authors: readonly string[];
}

export interface ApiRequest {
  url: string;
  /** JSON to post; missing: the request is a GET. */
  body?: string;
  accept: string;
}

export interface ApiAnswer {
  found: Map<PaperId, Patch>;
  /** Ids the source says it does not have. Those in neither were not answered: they are asked again. */
  absent: PaperId[];
}

/** How one source is asked. */
export interface Api {
  /** `wanted`: at most the source's batch; one alone where `alone` says so. */
  request(wanted: readonly Wanted[], options: { key?: string }): ApiRequest;
  /** @throws ManiculeError 'bad-answer' */
  read(text: string, wanted: readonly Wanted[]): ApiAnswer;
  /** Whether this one cannot be asked together with others. */
  alone?(wanted: Wanted): boolean;
  /** Whether a refusal with this text says that none of the papers is known. */
  saysAbsent?(text: string): boolean;
}

/** What `schema` makes of the JSON in `text`. @throws ManiculeError 'bad-answer' */
export function readJson<T>(text: string, schema: v.GenericSchema<unknown, T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ManiculeError('bad-answer', 'The answer is no JSON, or was cut short.', { cause: error });
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new ManiculeError(
    'bad-answer',
    clip(
      `The answer has another form than documented (${v.getDotPath(issue) ?? 'top'}: ${issue.message}).`,
      300,
    ),
  );
}

/** A field that is dropped where it is of the wrong kind: one bad field loses no other. */
export const loose = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.optional(v.fallback(v.nullish(schema), null));
export const looseText = loose(v.string());
export const looseList = <T>(schema: v.GenericSchema<unknown, T>) => loose(v.array(schema));

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  amp: '&',
};

function entity(whole: string, name: string): string {
  const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (!number) return NAMED[name.toLowerCase()] ?? whole;
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
  return code > 0x1f && code <= 0x10_ffff ? String.fromCodePoint(code) : ' ';
}

/** Markup that publishers leave in titles and abstracts. Anything else between angle brackets is text: "a <b and c> d". */
const BLOCK = /<\/?(?:jats:)?(?:p|sec|title|list|list-item|br|li|ul|ol|div)(?:\s[^<>]*)?\/?>/gi;
const INLINE =
  /<\/?(?:(?:jats|mml):[\w-]+|italic|bold|i|b|u|em|strong|sub|sup|sc|scp|tt|span|inline-formula|tex-math)(?:\s[^<>]*)?\/?>/gi;

/** Text without such markup, entities read once. It stays text wherever it is shown. */
export function withoutMarkup(text: string | null | undefined): string {
  return (text ?? '')
    .slice(0, LIMITS.abstract * 4)
    .replace(/<(?:jats:)?title\b[^<>]*>\s*abstract\s*<\/(?:jats:)?title\s*>/gi, ' ')
    .replace(BLOCK, ' ')
    .replace(INLINE, '')
    .replace(/&(#?\w{1,10});/g, entity);
}

/** A partial date of parts as numbers; undefined for none and for years no paper has. */
export function dateOf(year: number, month?: number, day?: number): string | undefined {
  if (!Number.isInteger(year) || year < 1600 || year > 2100) return undefined;
  const two = (n: number) => String(n).padStart(2, '0');
  if (!month || !Number.isInteger(month) || month < 1 || month > 12) return String(year);
  if (!day || !Number.isInteger(day) || day < 1 || day > 31) return `${year}-${two(month)}`;
  return `${year}-${two(month)}-${two(day)}`;
}

/** The same of `2024-03-11T00:00:00Z`, `2024-03` or `2024`. */
export function dateIn(text: string | null | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)/.exec(text ?? '') ?? [];
  return year ? dateOf(Number(year), Number(month), Number(day)) : undefined;
}

/** Raw values of one paper as sources have them. */
export interface RawPatch {
  ids?: readonly (PaperId | undefined)[];
  title?: unknown;
  authors?: readonly unknown[];
  editors?: readonly unknown[];
  abstract?: unknown;
  published?: string | undefined;
  venue?: unknown;
  doi?: unknown;
  comment?: unknown;
  journalRef?: unknown;
  categories?: readonly unknown[];
  keywords?: readonly unknown[];
  upvotes?: unknown;
  pdf?: unknown;
  code?: readonly unknown[];
  project?: readonly unknown[];
}

const addresses = (raw: readonly unknown[] | undefined): string[] =>
  (raw ?? []).flatMap((one) => (typeof one === 'string' ? (safeUrl(one.trim()) ?? []) : [])).slice(0, 10);

const NO_ABSTRACT = /^(?:no abstract\b.{0,40}|n\/?a|abstract|none|null|-)\.?$/i;

/** A patch of clean, bounded values: what is empty, broken or too strange is left out. */
export function patchOf(raw: RawPatch): Patch {
  const out: Patch = {};
  const line = (value: unknown, length: number) => clip(cleanLine(value), length);
  const put = <K extends keyof Patch>(key: K, value: Patch[K]) => {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
      out[key] = value;
  };
  const list = (values: readonly unknown[] | undefined, length: number, count: number) =>
    cleanList(values ?? [])
      .slice(0, count)
      .map((one) => clip(one, length));
  put('title', line(raw.title, LIMITS.title));
  put('authors', list(raw.authors, LIMITS.author, LIMITS.authors));
  put('editors', list(raw.editors, LIMITS.author, LIMITS.list));
  const abstract = line(raw.abstract, LIMITS.abstract).replace(/^abstract\s*[:.—–-]\s*/i, '');
  put('abstract', abstract.length < 20 || NO_ABSTRACT.test(abstract) ? undefined : abstract);
  put('published', raw.published);
  put('venue', line(raw.venue, LIMITS.short));
  put('doi', typeof raw.doi === 'string' ? findDoi(raw.doi.slice(0, LIMITS.short)) : undefined);
  put('comment', line(raw.comment, 2_000));
  put('journalRef', line(raw.journalRef, LIMITS.short));
  put('categories', list(raw.categories, 60, 20));
  put('keywords', list(raw.keywords, LIMITS.tag, 30));
  const { upvotes } = raw;
  if (typeof upvotes === 'number' && Number.isInteger(upvotes) && upvotes >= 0 && upvotes < 1e9)
    out.upvotes = upvotes;
  put('pdf', addresses([raw.pdf])[0]);
  put('code', addresses(raw.code));
  put('project', addresses(raw.project));
  put('ids', [
    ...new Set((raw.ids ?? []).filter((id) => id !== undefined && id.length <= LIMITS.short)),
  ] as PaperId[]);
  return out;
}

/** Titles that hold fewer folded characters than this stand for nothing alone. */
const TELLING = 24;

/**
 * Whether what a search found is the paper that was wanted: the same title word for word, long enough to be told from
 * others, and the same first author. Anything less would join strangers.
 */
export function isSameWork(wanted: Wanted, found: { title: string; authors: readonly string[] }): boolean {
  const title = fold(wanted.title);
  const mine = wanted.authors[0];
  const theirs = found.authors[0];
  if (title.length < TELLING || !mine || !theirs) return false;
  return title === fold(found.title) && familyName(mine) === familyName(theirs);
}

/**
 * Whether an answer given for an id can be that paper: titles change between versions, so half of their words must be the
 * same. It guards against ids that a source has mixed up. A paper known by its id alone has no title that could disagree.
 */
export function isPlausible(wanted: Wanted, title: string): boolean {
  if (isPlaceholder(wanted.title)) return true;
  const words = (text: string) => new Set(fold(text).split(' '));
  const [mine, theirs] = [words(wanted.title), words(title)];
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  return shared * 2 >= Math.min(mine.size, theirs.size);
}
