/**
 * Where a paper stands in its journal or proceedings. A paper has one text for that, its journal reference: readers of files
 * write into it what files tell in fields of their own, and exports take it apart again.
 */
import { type PlaceParts, parseProceedings, parseReference } from './reference.ts';

export interface Place extends PlaceParts {
  /** Of the journal, proceedings or book. */
  name: string;
  /** It stands in proceedings or a book. */
  within?: true;
}

/** The longest text that is taken apart: one of two long names. */
const MAX_PLACE = 500;
const YEAR_LAST = String.raw`(?: \((?<year>\d{4})\))?$`;
/** One page or range, several of them, an article number, Roman numerals; no words. */
const PAGES = String.raw`(?<pages>(?:[A-Za-z]{0,3}\d|[ivxlc]+[-–])[^()]*?)`;
const RANGE = String.raw`(?<pages>(?:[A-Za-z]{0,3}\d[\w:.]*|[ivxlc]+)[-–](?:[\w:.]*\d|[ivxlc]+))`;
/** Also "LNCS 12"; a comma would end it. */
const NUMBER = '[^,()]+';

/** As styles of references by IEEE and Springer have it: "In: …, ser. …, vol. 12, no. 3, pp. 34–56 (2016)". */
const WITHIN = new RegExp(
  [
    String.raw`^In: (?<name>\S.*?)(?:, ser\. (?<series>\S.*?))?`,
    String.raw`(?:, vol\. (?<volume>${NUMBER}))?(?:, no\. (?<issue>${NUMBER}))?(?:, pp?\. ${PAGES})?`,
    YEAR_LAST,
  ].join(''),
);
/** What stands behind the name of a journal: " 7(2), 34–56 (2016)", ", no. 2, 34–56", ", 34–56", ", p. 34". */
const IN_JOURNAL = [
  String.raw` (?<volume>[\w.-]*\d[\w.-]*|[IVXLCDM]+|PP)(?:\((?<issue>[^()]+)\))?(?:, ${PAGES})?`,
  String.raw`, no\. (?<issue>${NUMBER})(?:, ${PAGES})?`,
  `, ${RANGE}`,
  String.raw`, p\. ${PAGES}`,
].map((form) => new RegExp(`^${form}${YEAR_LAST}`));

/** The parts that were found. */
function partsIn({ series, volume, issue, pages }: Partial<Record<string, string>>): PlaceParts {
  return {
    ...(series ? { series } : {}),
    ...(volume ? { volume } : {}),
    ...(issue ? { issue } : {}),
    ...(pages ? { pages: pages.replace(/[-–]/, '-') } : {}),
  };
}

function parseWithin(text: string, known: string): Place | undefined {
  // a name may hold what parts begin with: one that is known is passed over
  const isKnown = known !== '' && text.startsWith(`In: ${known}`);
  const groups = WITHIN.exec(isKnown ? `In: x${text.slice(`In: ${known}`.length)}` : text)?.groups;
  const parts = groups && partsIn(groups);
  if (!parts || Object.keys(parts).length === 0) return undefined;
  return { name: isKnown ? known : (groups['name'] as string), within: true, ...parts };
}

function parseInJournal(text: string, known: string): Place | undefined {
  if (known === '' || !text.startsWith(known)) return undefined;
  for (const form of IN_JOURNAL) {
    const groups = form.exec(text.slice(known.length))?.groups;
    // a year is no volume, but of journals that count so, as the year behind it tells
    const isYear = /^(?:19|20)\d\d$/.test(groups?.['volume'] ?? '') && !groups?.['year'];
    if (groups && !isYear) return { name: known, ...partsIn(groups) };
  }
  return undefined;
}

/**
 * Where a reference says that a paper stands; undefined where nothing but a name can be told from it.
 * @param known the name of the journal or proceedings; '' where only the reference may tell it
 */
export function parsePlace(text: string, known = ''): Place | undefined {
  if (text.length > MAX_PLACE) return undefined;
  const own = parseWithin(text, known) ?? parseInJournal(text, known);
  if (own) return own;
  const { journal: name, ...parts } = parseReference(text) ?? {};
  if (name !== undefined) return { name, ...parts };
  const within = parseProceedings(text);
  return within && { ...within, within: true };
}

const listed = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(', ');

/** `text` where the whole of it has the form. */
const sound = (text: string | undefined, form: string): string | undefined =>
  text !== undefined && new RegExp(`^(?:${form})$`).test(text) ? text : undefined;

/**
 * The reference from which `parsePlace` tells the same, "Phys. Rev. X 7(2), 41–50 (2017)", "Proceedings of Looms, pp.
 * 770–778 (2016)"; parts that no reference can hold are left out. Undefined where nothing but the name would be told.
 * @param year '' where it is not known
 */
export function writePlace(place: Place, year: string): string | undefined {
  const { name, within, series } = place;
  const last = year === '' ? '' : ` (${year})`;
  const pages = sound(place.pages, PAGES);
  const range = sound(pages, RANGE);
  const volume = sound(place.volume, within ? NUMBER : String.raw`[\w.-]+`);
  const issue = sound(place.issue, within || !volume ? NUMBER : '[^()]+');
  if (!series && !volume && !issue && !pages) return undefined;
  if (!within) {
    if (volume) return `${listed([`${name} ${volume}${issue ? `(${issue})` : ''}`, pages])}${last}`;
    if (issue) return `${listed([name, `no. ${issue}`, pages])}${last}`;
    return `${name}, ${range ?? `p. ${pages}`}${last}`;
  }
  const page = pages && `${/[-–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`;
  const alone = `${name}, ${page}${last}`;
  // no journal is cited so: it needs no sign that it is a book
  if (range && !series && !volume && !issue && parseProceedings(alone)) return alone;
  const numbers = [volume && `vol. ${volume}`, issue && `no. ${issue}`, page];
  return `In: ${listed([name, series && `ser. ${series}`, ...numbers])}${last}`;
}
