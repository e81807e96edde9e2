/** Digests that come by mail: arXiv's mailing, Google Scholar's alerts, newsletters that link to papers. */
import { say } from '../../core/say.ts';
import { looksLikeArxivMailing, readArxivMailing } from './arxiv-mailing.ts';
import { readDigest } from './digest.ts';
import { htmlToText, readHtml } from './html-text.ts';
import { type Draft, type ImportStep, recordOf } from './import-record.ts';
import { arxivIn, looseDate, venueIn } from './import-text.ts';
import { readMail } from './mime.ts';
import { behind, papersLinked } from './paper-links.ts';

/** "A Lovelace, G Hopper… - Journal of Looms, 2024 - looms.example": what stands under a title of Scholar's. */
function bylineOf(line: string): Pick<Draft, 'authors' | 'authorsCut' | 'venue' | 'published' | 'ids'> {
  const [people = '', place = ''] = line.split(/\s[-–]\s/);
  const names = people.split(/\s*,\s*/).filter((name) => name !== '');
  const cut = /(?:…|\.\.\.)\s*$/.test(people);
  const year = /(?:^|,\s*)((?:19|20)\d\d)\s*$/.exec(place);
  const venue = year ? place.slice(0, year.index) : place;
  return {
    authors: names.map((name) => name.replace(/\s*(?:…|\.\.\.)$/, '')).filter((name) => name !== ''),
    ...(cut ? { authorsCut: true } : {}),
    venue: /(?:…|\.\.\.)/.test(venue) ? undefined : venueIn(venue),
    published: looseDate(year?.[1]),
    ids: [arxivIn(venue)],
  };
}

/** The papers of a Scholar alert: links of one class, byline and snippet under each. */
export function* readScholarAlert(html: string): Generator<ImportStep, void> {
  const { text, links } = readHtml(html);
  const titles = links.filter(({ className }) => /\bgse_alrt_title\b/.test(className));
  let entry = 0;
  for (const [i, title] of titles.entries()) {
    entry++;
    const next = titles[i + 1];
    const below = text
      .slice(title.end, next ? next.end - next.text.length : undefined)
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '');
    const [byline = '', ...rest] = below;
    const snippet = rest.find((line) => line.split(' ').length >= 8);
    const href = behind(title.href);
    const known = bylineOf(byline);
    const record = recordOf(
      {
        ...known,
        title: title.text.replace(/^\[(?:PDF|HTML|BOOK|CITATION)\]\s*/i, ''),
        // a snippet is a cut abstract: the mark at its end lets any whole one take its place
        ...(snippet ? { abstract: /(?:…|\.\.\.)$/.test(snippet) ? snippet : `${snippet} …` } : {}),
        ids: [href, ...known.ids],
        page: href,
      },
      { entry },
    );
    yield record ? { record } : { problem: { entry, why: say('linkNoTitle') } };
  }
}

/** The papers of a plain-text digest. */
export function* readTextDigest(text: string): Generator<ImportStep, void> {
  const entries = readDigest(text);
  for (const { site: _, position, entryType: __, aliases, ...paper } of entries)
    yield { record: { paper, aliases: aliases ?? [], place: { entry: position } } };
  if (entries.length === 0)
    yield {
      problem: { why: say('digestNone') },
    };
}

/** Reads a mail, whoever sent it. */
export function* readMailDigest(text: string): Generator<ImportStep, void> {
  const mail = readMail(text);
  const mailing = mail.texts.find(looksLikeArxivMailing);
  if (mailing !== undefined) {
    // lines of the part, not of the file: a decoded part has lines of its own
    let entry = 0;
    for (const step of readArxivMailing(mailing)) {
      if ('record' in step) yield { record: { ...step.record, place: { entry: ++entry } } };
      else yield step;
    }
    return;
  }
  const alert = mail.htmls.find((html) => html.includes('gse_alrt_title'));
  if (alert !== undefined) {
    yield* readScholarAlert(alert);
    return;
  }
  let any = false;
  for (const html of mail.htmls) {
    for (const step of papersLinked(readHtml(html).links)) {
      any ||= 'record' in step;
      yield step;
    }
  }
  if (any) return;
  const words = mail.texts.join('\n\n') || mail.htmls.map(htmlToText).join('\n\n');
  const entries = words.trim() === '' ? [] : [...readTextDigest(words)];
  if (entries.some((step) => 'record' in step)) yield* entries;
  else yield { problem: { why: say('mailNone', mail.subject || say('mailNoSubject')) } };
}
