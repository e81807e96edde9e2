/**
 * Theses and reports. A paper has one field for where it appeared, its venue: for these it says what they are and who gave
 * them out, "PhD thesis, Loom University", as a reference list would. Readers of files write it so, exports take it apart.
 */
import { cleanLine } from './clean.ts';

export type IssuedKind = 'thesis' | 'report';

export interface Issued {
  kind: IssuedKind;
  /** "PhD thesis", as it is called. */
  genre: string;
  /** The school, or whoever gave the report out. */
  container?: string;
}

const PHD = 'PhD thesis';
const MASTER = 'Master’s thesis';
const REPORT = 'Technical report';

const GENRES: Readonly<Record<IssuedKind, RegExp>> = {
  thesis: /^[^,]{0,40}(?<!\p{L})(?:thesis|dissertation|thèse)(?!\p{L})[^,]{0,20}$/iu,
  report: /^(?:(?:technical|research|internal) report|tech\.? rep(?:ort|\.)?)[^,]{0,20}$/i,
};

/** NASA ADS's own names for theses (https://ui.adsabs.harvard.edu/help/actions/journal-macros). */
const ADS: Readonly<Record<string, string>> = { PhDT: PHD, MsT: MASTER };

/** Whether a thesis is one for less than a doctorate. */
export const isMasters = (genre: string): boolean =>
  /^ma(?:thesis)?$|master|bachelor|diplom|licen/i.test(genre);

/** Whether a genre is the usual name of its kind, which formats need not be told. */
export const isUsual = (genre: string): boolean => [PHD, MASTER, REPORT].includes(genre);

/**
 * The venue of a thesis or report; undefined where nobody is named who gave it out.
 * @param told what the file calls it, a type of entry or the writer's own words: these are kept where they are such words
 */
export function issuedVenue(
  kind: IssuedKind,
  told: readonly (string | undefined)[],
  by: string | undefined,
): string | undefined {
  if (!by) return undefined;
  const words = told.map(cleanLine);
  const usual = kind === 'report' ? REPORT : words.some(isMasters) ? MASTER : PHD;
  const own = words.find((word) => / /.test(word) && GENRES[kind].test(word));
  return `${own ?? usual}, ${by}`;
}

/** The thesis or report that a venue or a reference names; undefined for any other. */
export function issuedIn(text: string): Issued | undefined {
  const ads = Object.hasOwn(ADS, text) ? ADS[text] : undefined;
  if (ads) return { kind: 'thesis', genre: ads };
  const comma = text.indexOf(',');
  const genre = comma < 0 ? text : text.slice(0, comma);
  const kind = (['thesis', 'report'] as const).find((one) => GENRES[one].test(genre));
  if (!kind) return undefined;
  // references end in the year
  const by = comma < 0 ? '' : text.slice(comma + 1).replace(/[,;]?\s*\(?(?:19|20)\d\d\)?\.?\s*$/, '');
  return { kind, genre, ...(by.trim() === '' ? {} : { container: by.trim() }) };
}

const SCHOOL =
  /(?<!\p{L})(?:universi[td]\p{L}*|institute of technology|politecnico|polytechni\p{L}*|\p{L}*hochschule|école (?:normale|polytechnique)|college)(?!\p{L})/iu;
const NO_SCHOOL =
  /\b(?:press|journal|j|reviews?|annals|bulletin|transactions|publications|studies|acta|mathemati\w+|series|sciences?|letters|reports?)\b/i;

/** A school alone in the place of a venue: it publishes theses, and hardly anything else. */
export const schoolIn = (text: string): Issued | undefined =>
  SCHOOL.test(text) && !NO_SCHOOL.test(text) ? { kind: 'thesis', genre: PHD, container: text } : undefined;
