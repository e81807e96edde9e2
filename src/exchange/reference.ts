/** Journal references as arXiv shows them, free text of many habits: taken apart only where nothing else can be meant. */

/** Where in a journal, or in proceedings or a book, something stands. */
export interface PlaceParts {
  /** Of proceedings: "Lecture Notes in Computer Science". */
  series?: string;
  volume?: string;
  /** Of a journal its issue, of a series the number in it. */
  issue?: string;
  /** `34-56` or `041`. */
  pages?: string;
}

export interface Reference extends PlaceParts {
  journal: string;
  volume: string;
}

const NAME = String.raw`(?<journal>\p{L}[^\d()[\]]*?[\p{L}.])`;
const VOLUME = String.raw`,?\s+(?:vol(?:ume)?\.?\s*)?(?<volume>[A-Z]?\d{1,4}[A-Z]?)`;
const ISSUE = String.raw`(?:\s*\((?<issue>\d{1,3})\)|,?\s+(?:no|issue)\.?\s*(?<no>\d{1,3}))?`;
const PAGES = String.raw`(?:pp?\.?\s*)?(?<pages>[A-Z]?\d{1,7}(?:\s?[-–—]{1,2}\s?[A-Z]?\d{1,7})?)`;
const YEAR = String.raw`(?:19|20)\d\d`;

const FORMS: readonly RegExp[] = [
  // Phys. Rev. X 7, 041 (2017) · J. Made Up 12(3):34-56, 2020
  new RegExp(
    `^${NAME}${VOLUME}${ISSUE}(?:\\s*[,:]\\s*${PAGES})?(?:\\s*,?\\s*\\(${YEAR}\\)|,\\s*${YEAR})\\.?$`,
    'iu',
  ),
  // J. Made Up 12 (2023) 34-56
  new RegExp(`^${NAME}${VOLUME}${ISSUE}\\s*,?\\s*\\(${YEAR}\\)\\s*[,:]?\\s*${PAGES}\\.?$`, 'iu'),
];

/** The parts of a journal reference; undefined where it has another form. */
export function parseReference(text: string): Reference | undefined {
  if (text.length > 300) return undefined;
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (!parts?.['journal'] || !parts['volume']) continue;
    // "J. 2017, 34": a year is no volume
    if (new RegExp(`^${YEAR}$`).test(parts['volume'])) return undefined;
    const out: Reference = { journal: parts['journal'], volume: parts['volume'] };
    const issue = parts['issue'] ?? parts['no'];
    if (issue) out.issue = issue;
    if (parts['pages']) out.pages = parts['pages'].replace(/\s?[-–—]+\s?/, '-');
    return out;
  }
  return undefined;
}

const IN_PROCEEDINGS =
  /^(?<name>\S.*?)[,;:]?\s+(?:pp?\.|pages?)\s*(?<first>[A-Z]?\d{1,6}(?::\d{1,4})?)\s?[-–—]{1,2}\s?(?<last>[A-Z]?\d{1,6}(?::\d{1,4})?)(?<rest>,?\s*\(?(?:19|20)\d\d\)?)?\.?$/i;

/** "Proc. Made Up 2020, pp. 34-56": the proceedings and the pages in them, `34-56` or ACM's `12:1-12:20`; undefined where no pages are named so. */
export function parseProceedings(text: string): { name: string; pages: string } | undefined {
  const parts = text.length > 300 ? undefined : IN_PROCEEDINGS.exec(text)?.groups;
  if (!parts) return undefined;
  return { name: `${parts['name']}${parts['rest'] ?? ''}`, pages: `${parts['first']}-${parts['last']}` };
}
