/** How papers and times are put into words, in pages and in the extension's own: short, plain, the reader's. */
import { BY_HAND } from './mark.ts';
import type { Seen } from './paper.ts';
import { language, type MessageKey, say } from './say.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date format, made once. @param locale the reader's language where it is not given; English has the day before the month */
export function format(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tongue = locale ?? language();
  const key = `${tongue}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(tongue, options);
    formats.set(key, found);
  }
  return found;
}

/** A day as `Intl.DateTimeFormat` writes it with a short month (CLDR, `MMMd` and `yMMMd`); months parted by spaces. */
const DAYS: Readonly<Record<string, (day: number, month: number, year: number | undefined) => string>> = {
  'en-GB': inWords('Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'),
  de: inWords('Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.', '.'),
  fr: inWords('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'),
  ja: inNumbers,
  'zh-CN': inNumbers,
};

function inWords(months: string, dot = '') {
  return (day: number, month: number, year: number | undefined): string =>
    `${day}${dot} ${months.split(' ')[month]}${year === undefined ? '' : ` ${year}`}`;
}

function inNumbers(day: number, month: number, year: number | undefined): string {
  return `${year === undefined ? '' : `${year}年`}${month + 1}月${day}日`;
}

/** "17 Mar", with the year when it is not this one; "today" for today; '' for what is no time. */
export function day(iso: string, now = new Date(), locale?: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  if (date.toDateString() === now.toDateString()) return say('dayToday');
  const year = date.getFullYear() === now.getFullYear() ? undefined : date.getFullYear();
  // every row and mark has such a day, and making the browser's formatter takes a page some twenty milliseconds
  const plain = DAYS[locale ?? language()];
  if (plain && date.getFullYear() >= 1_000) return plain(date.getDate(), date.getMonth(), year);
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  if (year !== undefined) options.year = 'numeric';
  return format(locale, options).format(date);
}

/**
 * "seen 3×, first 17 Mar on Hugging Face"; a paper met once reads "seen 17 Mar on Hugging Face". The first part alone
 * is what a narrow chip shows: a stroke in the message ends it.
 * @param seen whose first meeting names its site as readers know it.
 */
export function seenWords(
  { count, first }: Pick<Seen, 'count' | 'first'>,
  now = new Date(),
  locale?: string,
): { short: string; rest: string } {
  const when = day(first.at, now, locale);
  const words = count > 1 ? say('seenOften', count, when, first.site) : say('seenOnce', when, first.site);
  const at = words.indexOf('|');
  return { short: words.slice(0, at), rest: words.slice(at + 1) };
}

const REASONS: Readonly<Record<string, MessageKey>> = {
  watch: 'reasonWatch',
  author: 'reasonAuthor',
  'author you saved': 'reasonAuthorOnce',
  'author you saved twice': 'reasonAuthorTwice',
  category: 'reasonCategory',
  topic: 'reasonTopic',
  unlike: 'reasonUnlike',
};

/**
 * Why a paper is flagged or fits, in the reader's language. Reasons are stored, searched for and merged as English has
 * them, whatever the reader's language is: `watch: “GUI agent”`.
 */
export function reasonWords(reason: string): string {
  if (reason === BY_HAND.text) return say('reasonByHand');
  const [, kind = '', often, what = ''] =
    /^(watch|author(?: you saved(?: twice)?)?|category|topic|unlike)(?: (\d+) times)?: (.*)$/s.exec(reason) ??
    [];
  if (often) return say('reasonAuthorOften', Number(often), what);
  const key = REASONS[kind];
  return key ? say(key, kind === 'unlike' ? reasonWords(what) : what) : reason;
}

/** Every key in pages, in the order they are learned, and what it does. */
export const pageKeyList = (): (readonly [keys: string, does: string])[] => [
  ['j k', say('keyMove')],
  ['s', say('keySave')],
  ['f', say('keyFlag')],
  ['x', say('keyDismiss')],
  ['a', say('keyAbstract')],
  ['o Enter', say('keyOpen')],
  ['p', say('keyPdf')],
  ['h', say('keyHtml')],
  ['u', say('keyUndo')],
  ['g s', say('keySaved')],
  ['g f', say('keyFlagged')],
  ['g r', say('keyReview')],
  ['?', say('keyHelp')],
  ['Esc', say('keyClose')],
];
