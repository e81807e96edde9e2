/** Backups made up for tests: as many papers as wanted, every third marked. */

const AT = '2026-03-17T09:00:00.000Z';

export interface MadeBackup {
  text: string;
  /** Records in it. */
  records: number;
}

/** A backup of `count` papers with marks and sightings, two rules and settings. */
export function madeBackup(count: number, first = 10_000): MadeBackup {
  const lines: string[] = [];
  const line = (kind: string, value: object) => void lines.push(JSON.stringify({ kind, value }));
  for (let number = first; number < first + count; number++) {
    const id = `arxiv:26${String(1 + Math.floor(number / 90_000)).padStart(2, '0')}.${String(number % 90_000).padStart(5, '0')}`;
    const meeting = { at: AT, site: 'arxiv' };
    line('paper', {
      id,
      title: `Manicule ${number}: on pointing at what matters in margin ${number}`,
      authors: [`Ada Lovelace ${number}`, 'Charles Babbage'],
      abstract: `We point at ${number} things that readers drew hands beside. `.repeat(12),
      published: '2026-03-17',
      categories: ['cs.DL'],
      links: { page: `https://arxiv.org/abs/${id.slice(6)}`, code: [], project: [] },
      aliases: [
        `title:manicule-${number}-on-pointing-at-what-matters-in-margin-${number}|${number}`,
        `title:manicule-${number}-on-pointing-at-what-matters-in-margin-${number}`,
      ],
      topics: [],
      topicsVersion: 0,
      seen: { count: 1, first: meeting, last: meeting, bySite: { arxiv: AT } },
    });
    line('sighting', {
      id,
      site: 'arxiv',
      at: AT,
      url: 'https://arxiv.org/list/cs.DL/new',
      position: number,
    });
    if (number % 3 === 0)
      line('mark', {
        id,
        saved: { value: true, at: AT },
        note: { value: `note ${number}`, at: AT },
        tags: { made: { value: true, at: AT } },
      });
  }
  for (const id of ['r1', 'r2'])
    line('rule', {
      id,
      words: ['pointing'],
      authors: [],
      categories: [],
      topics: [],
      effect: 'highlight',
      enabled: true,
      changedAt: AT,
    });
  line('setting', { retentionDays: 90, changed: { retentionDays: AT } });
  const header = { format: 'manicule', version: 1, exported: AT };
  return { text: `${[JSON.stringify(header), ...lines].join('\n')}\n`, records: lines.length };
}
