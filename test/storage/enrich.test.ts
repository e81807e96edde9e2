import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/lookups.ts';
import type { Entry } from '../../src/core/paper.ts';
import type { Patch } from '../../src/core/patch.ts';
import {
  counts,
  enrichPapers,
  getRows,
  loadIndex,
  onChanges,
  openDb,
  setCiteKeys,
  sightingsOf,
} from '../../src/storage/index.ts';
import { changeMarks } from '../../src/storage/marks.ts';
import { syncEntries } from '../../src/storage/papers.ts';
import { dump, entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const TITLE = 'Tidal Caches for Slow Storage Behind Fast Networks';
const TITLED = 'title:tidal-caches-for-slow-storage-behind-fast-networks|lovelace';

const meet = (...entries: Entry[]) => syncEntries(entries, visitAt(), plainTools, NOW);
const bare = (id: string, change: Partial<Entry> = {}): Entry => {
  const { abstract: _, ...rest } = entry({ id, title: TITLE, ...change });
  return rest;
};
const answer = (key = 'arxiv x'): Omit<Answer, 'told'> => ({
  key,
  state: 'found',
  at: NOW,
  until: later(60),
});
const enrich = (id: string, patch: Patch, tools = plainTools) =>
  enrichPapers([{ id, patch, answer: answer() }], tools, later(5));
const row = async (id: string) => (await getRows([id])).rows[0];

describe('what was told', () => {
  it('is merged, announced, and noted with the answer it came from', async () => {
    await meet(bare('arxiv:2510.00017'));
    const heard: unknown[] = [];
    const stop = onChanges((notice) => heard.push(notice));
    const { ids, changed } = await enrich('arxiv:2510.00017', {
      abstract: 'Caches that follow the tide.',
      comment: 'x',
    });
    stop();
    expect([...ids]).toEqual([['arxiv:2510.00017', 'arxiv:2510.00017']]);
    expect(changed).toEqual(['arxiv:2510.00017']);
    expect(heard).toEqual([{ ids: ['arxiv:2510.00017'], what: 'papers' }]);
    expect(await (await openDb()).getAll('answers')).toEqual([{ ...answer(), told: ['abstract'] }]);
  });

  it('writes nothing where nothing is new', async () => {
    await meet(entry({ id: 'arxiv:2510.00017' }));
    const before = await dump();
    const { changed } = await enrich('arxiv:2510.00017', {
      abstract: 'Another text, longer than the one before it.',
    });
    expect(changed).toEqual([]);
    expect(await dump()).toEqual(before);
  });

  it('is nobody’s where the paper is no longer stored', async () => {
    const { ids } = await enrich('arxiv:2510.00017', { abstract: 'x' });
    expect(ids.size).toBe(0);
    expect(await dump()).toMatchObject({ papers: [], aliases: [] });
    expect(await (await openDb()).getAll('answers')).toEqual([]);
  });

  it('runs the rules over the new text, never against the reader', async () => {
    const tools = {
      ...plainTools,
      match: (paper: { abstract?: string }) =>
        paper.abstract?.includes('tide')
          ? [{ rule: 'r1', effect: 'flag' as const, reasons: ['watch: "tide"'] }]
          : [],
    };
    await meet(bare('arxiv:2510.00017'), bare('arxiv:2510.00018', { title: `${TITLE}, Second Part` }));
    await changeMarks([{ id: 'arxiv:2510.00018', change: { flagged: false } }], NOW);
    const abstract = 'Caches that follow the tide.';
    await enrich('arxiv:2510.00017', { abstract }, tools as never);
    await enrich('arxiv:2510.00018', { abstract }, tools as never);
    expect((await row('arxiv:2510.00017'))?.mark?.flagged?.value.on).toBe(true);
    expect((await row('arxiv:2510.00018'))?.mark?.flagged?.value.on).toBe(false);
    expect(await counts()).toEqual({ papers: 2, saved: 0, flagged: 1 });
  });
});

describe('a preprint that was published', () => {
  it('gains DOI and venue, is found by both, and keeps its id, mark, key and sightings', async () => {
    await meet(bare('arxiv:2510.00017', { venue: 'arXiv' }));
    const change = { saved: true, note: 'read on the train', tags: { tides: true } };
    await changeMarks([{ id: 'arxiv:2510.00017', change }], NOW);
    await setCiteKeys(new Map([['arxiv:2510.00017', 'lovelace2025tidal']]), NOW);
    const before = await row('arxiv:2510.00017');
    const patch = {
      ids: ['doi:10.5555/1'],
      doi: '10.5555/1',
      venue: 'Invented Letters',
      published: '2026-02',
    };
    await enrich('arxiv:2510.00017', patch);
    const after = await row('doi:10.5555/1');
    expect(after?.paper).toMatchObject({
      id: 'arxiv:2510.00017',
      doi: '10.5555/1',
      venue: 'Invented Letters',
    });
    expect(after?.mark).toEqual(before?.mark);
    expect(after?.paper.seen).toEqual(before?.paper.seen);
    expect(await sightingsOf('arxiv:2510.00017')).toHaveLength(1);
    const index = await loadIndex();
    expect((await index.search('id:10.5555/1')).ids).toEqual(['arxiv:2510.00017']);
    index.close();
  });

  it('becomes one with the publication met elsewhere; both marks stay', async () => {
    await meet(bare('arxiv:2510.00017'));
    await meet(
      bare('doi:10.5555/1', { site: 'acm', title: `${TITLE}: The Final Word`, authors: ['A. Lovelace'] }),
    );
    await changeMarks([{ id: 'arxiv:2510.00017', change: { saved: true } }], NOW);
    await changeMarks([{ id: 'doi:10.5555/1', change: { note: 'the final one' } }], later(1));
    await enrich('arxiv:2510.00017', { ids: ['doi:10.5555/1'], doi: '10.5555/1' });
    const { rows } = await getRows(['doi:10.5555/1', 'arxiv:2510.00017']);
    expect(rows.map(({ paper }) => paper.id)).toEqual(['arxiv:2510.00017', 'arxiv:2510.00017']);
    expect(rows[0]?.mark).toMatchObject({ saved: { value: true }, note: { value: 'the final one' } });
    expect(await sightingsOf('arxiv:2510.00017')).toHaveLength(2);
    expect(rows[0]?.paper.seen.count).toBe(2);
    expect(await counts()).toEqual({ papers: 1, saved: 1, flagged: 0 });
  });

  it('a title alone becomes what it is, under every id it had', async () => {
    await meet(bare(TITLED));
    await changeMarks([{ id: TITLED, change: { saved: true } }], NOW);
    const { ids } = await enrich(TITLED, { ids: ['arxiv:2510.00017', 'doi:10.5555/1'], doi: '10.5555/1' });
    expect(ids.get(TITLED)).toBe('arxiv:2510.00017');
    for (const id of [TITLED, 'doi:10.5555/1', 'arxiv:2510.00017']) {
      expect(await row(id)).toMatchObject({
        paper: { id: 'arxiv:2510.00017' },
        mark: { saved: { value: true } },
      });
    }
    const all = await dump();
    expect([all['papers']?.length, all['marks']?.length, all['sightings']?.length]).toEqual([1, 1, 1]);
    await meet(bare(TITLED)); // met so once more, it is the same paper
    expect(await counts()).toEqual({ papers: 1, saved: 1, flagged: 0 });
  });
});

describe('a source that mixes papers up', () => {
  it('joins no papers that cannot be one, and moves no id from its owner', async () => {
    await meet(bare('arxiv:2510.00017'));
    await meet(
      bare('arxiv:2510.55555', { title: 'Bees in winter', authors: ['Rosa Lind'], doi: '10.5555/bees' }),
    );
    const bees = await row('arxiv:2510.55555');
    await enrich('arxiv:2510.00017', {
      ids: ['arxiv:2510.55555', 'doi:10.5555/bees'],
      doi: '10.5555/bees',
      venue: 'Invented Letters',
    });
    const paper = (await row('arxiv:2510.00017'))?.paper;
    expect(paper).toMatchObject({ id: 'arxiv:2510.00017', venue: 'Invented Letters' });
    expect(paper?.doi).toBeUndefined();
    expect(paper?.aliases).not.toContain('doi:10.5555/bees');
    expect(await row('doi:10.5555/bees')).toEqual(bees);
    expect(await counts()).toEqual({ papers: 2, saved: 0, flagged: 0 });
  });

  it('several papers told at once do not disturb one another', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `arxiv:2510.${String(n).padStart(5, '0')}`);
    await meet(...ids.map((id) => bare(id, { title: `Of ${id} and its uses among caches` })));
    const told = ids.map((id) => ({
      id,
      patch: { abstract: `About ${id}, at length.` },
      answer: answer(`arxiv ${id}`),
    }));
    await enrichPapers(told, plainTools, later(5));
    const { rows } = await getRows(ids);
    expect(rows.map(({ paper }) => paper.abstract)).toEqual(ids.map((id) => `About ${id}, at length.`));
    expect(await counts()).toEqual({ papers: 40, saved: 0, flagged: 0 });
  });
});
