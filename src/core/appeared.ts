/** When a paper appeared, also where no listing said so. */
import { arxivId } from './identity.ts';
import type { PaperId } from './paper.ts';

/** `YYYY-MM`: the month an arXiv id was given out (https://info.arxiv.org/help/arxiv_identifier.html). */
export function monthOfArxivId(id: string): string | undefined {
  const [, year, month] = /^(?:.*\/)?(\d\d)(0[1-9]|1[0-2])/.exec(id) ?? [];
  return year && `${Number(year) > 90 ? 19 : 20}${year}-${month}`;
}

/** A year named in "NeurIPS 2023" or "Phys. Rev. X 7 (2017) 041"; the one in parentheses where there are several. */
export function yearIn(text: string | undefined): number | undefined {
  const match =
    /\(((?:19|20)\d\d)\)/.exec(text ?? '') ?? /(?<![\d.:/-])((?:19|20)\d\d)(?![\d.:/-]*\d)/.exec(text ?? '');
  return match?.[1] ? Number(match[1]) : undefined;
}

interface Dated {
  id: PaperId;
  aliases?: readonly PaperId[];
  published?: string;
  venue?: string;
  journalRef?: string;
}

/**
 * `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: what its listing said, else the month of its arXiv id, else the year that its
 * reference or venue names. Undefined where nothing is known.
 */
export function appeared({ id, aliases = [], published, venue, journalRef }: Dated): string | undefined {
  if (published) return published;
  const [arxiv] = [id, ...aliases].filter((one) => one.startsWith('arxiv:'));
  const month = arxiv && monthOfArxivId(arxivId(arxiv) ?? '');
  return month || (yearIn(journalRef) ?? yearIn(venue))?.toString();
}
