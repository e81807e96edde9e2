/** The flagged papers, or all where none is flagged, as an Atom feed (RFC 4287), which every feed reader takes. */
import { isoDate } from '../dates.ts';
import { plainText } from '../latex-read.ts';
import { displayName } from '../names.ts';
import type { Work } from '../work.ts';
import { element, escapeXml } from './xml.ts';

/** Everything before the first entry. @param now ISO time of the export. @param flagged there are flagged ones only. */
export function atomOpen(now: string, flagged: boolean): string {
  const what = flagged ? 'flagged' : 'papers';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:manicule.invalid,2024:${what}</id>
<title>Manicule: ${flagged ? 'flagged papers' : 'papers'}</title>
<updated>${escapeXml(now)}</updated>
<author><name>Manicule</name></author>
<generator>Manicule</generator>
`;
}
export const ATOM_CLOSE = '</feed>\n';

/** An address that stays the paper's own for ever, as `atom:id` has to be; a tag URI (RFC 4151) where there is none. */
function permanentId(work: Work): string {
  if (work.arxiv) return `https://arxiv.org/abs/${work.arxiv}`;
  return `tag:manicule.invalid,2024:${encodeURIComponent(work.id)}`;
}

/** A time of day for a date that has none: feeds know no other times (RFC 3339). */
function time(work: Work): string | undefined {
  if (!work.date) return undefined;
  return `${isoDate({ month: 1, day: 1, ...work.date })}T00:00:00Z`;
}

/** One entry. @param now ISO time of the export, for papers whose flag has no time. */
export function atomEntry(work: Work, now: string): string {
  const at = work.flaggedAt ?? work.savedAt ?? now;
  const summary = [work.reasons.join(', '), plainText(work.abstract)].filter((part) => part !== '');
  const parts = [
    element('id', permanentId(work)),
    element('title', plainText(work.title)),
    element('updated', at),
    element('published', time(work)),
    ...work.names.map((name) => `<author>${element('name', displayName(name))}</author>`),
    work.url ? `<link rel="alternate" type="text/html" href="${escapeXml(work.url)}"/>` : '',
    work.pdf ? `<link rel="related" type="application/pdf" href="${escapeXml(work.pdf)}"/>` : '',
    ...[...new Set([...work.topics, ...work.tags])].map((term) => `<category term="${escapeXml(term)}"/>`),
    // an entry without an alternate link must have content (RFC 4287, section 4.1.2)
    work.url
      ? element('summary', summary.join(' — '))
      : element('content', summary.join(' — ') || work.id, ' type="text"'),
  ];
  return `<entry>\n${parts.filter((part) => part !== '').join('\n')}\n</entry>\n`;
}
