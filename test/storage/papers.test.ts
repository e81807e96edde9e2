import { beforeEach, describe, expect, it, vi } from 'vitest';
import { compileRules, type WatchRule } from '../../src/core/rules.ts';
import {
  changeMarks,
  counts,
  getRows,
  listIds,
  loadIndex,
  onChanges,
  openDb,
  readLog,
  sightingsOf,
  syncEntries,
} from '../../src/storage/index.ts';
import { days, dump, entry, freshDatabase, later, NOW, otherContext, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const sync = (entries: Parameters<typeof syncEntries>[0], at = NOW, site = 'arxiv', tools = plainTools) =>
  syncEntries(entries, visitAt(at, site), tools, at);

const only = async (id: string) => {
  const { rows } = await getRows([id]);
  expect(rows).toHaveLength(1);
  const row = rows[0];
  if (!row) throw new Error('no row');
  return row;
};

describe('meeting papers', () => {
  it('stores a paper with aliases, topics and one sighting', async () => {
    const sent = entry({
      id: 'arxiv:2403.00001',
      doi: '10.1145/1',
      entryType: 'cross',
      position: 7,
      upvotes: 3,
    });
    const { rows, problems } = await sync([sent]);
    expect(problems).toEqual([]);
    const { paper } = await only('arxiv:2403.00001');
    expect(rows.get('arxiv:2403.00001')).toEqual({ paper });
    expect(paper.topics).toEqual([{ id: 'reasoning', score: 0.9 }]);
    expect(paper.upvotesAt).toBe(NOW);
    expect(paper.seen).toEqual({
      count: 1,
      first: { at: NOW, site: 'arxiv' },
      last: { at: NOW, site: 'arxiv' },
      bySite: { arxiv: NOW },
    });
    for (const alias of ['doi:10.1145/1', 'title:a-study-of-arxiv-2403-00001-and-its-uses'])
      expect((await only(alias)).paper.id).toBe(paper.id);
    expect(await sightingsOf('doi:10.1145/1')).toEqual([
      {
        id: 'arxiv:2403.00001',
        site: 'arxiv',
        at: NOW,
        url: 'https://arxiv.example/list',
        entryType: 'cross',
        position: 7,
        upvotes: 3,
      },
    ]);
    expect(await counts()).toEqual({ papers: 1, saved: 0, flagged: 0 });
  });

  it('changes nothing when a batch is sent twice', async () => {
    const batch = Array.from({ length: 40 }, (_, i) =>
      entry({ id: `arxiv:2403.${String(10_000 + i)}`, upvotes: i }),
    );
    await sync(batch);
    const before = await dump();
    const notices = vi.fn();
    const stop = onChanges(notices);
    await sync(batch);
    await sync(
      batch.map((one) => ({ ...one })),
      later(4),
    );
    stop();
    expect(await dump()).toEqual(before);
    expect(notices).not.toHaveBeenCalled();
  });

  it('counts one sighting a sitting, and remembers the last meeting within it', async () => {
    const one = entry({ id: 'arxiv:2403.00001' });
    await sync([one]);
    await sync([one], later(20));
    expect((await only(one.id)).paper.seen).toMatchObject({ count: 1, last: { at: later(20) } });
    await sync([one], later(45));
    expect((await only(one.id)).paper.seen.count).toBe(1);
    await sync([one], days(1));
    const { paper } = await only(one.id);
    expect(paper.seen.count).toBe(2);
    expect(paper.seen.first.at).toBe(NOW);
    expect((await sightingsOf(one.id)).map(({ at }) => at)).toEqual([NOW, days(1)]);
  });

  it('does not let a late batch take the last meeting back, nor believe a clock ahead of ours', async () => {
    const one = entry({ id: 'arxiv:2403.00001' });
    await sync([one], later(60));
    await syncEntries([one], visitAt(NOW), plainTools, later(61));
    expect((await only(one.id)).paper.seen).toMatchObject({ count: 1, last: { at: later(60) } });
    const two = entry({ id: 'arxiv:2403.00002' });
    await syncEntries([two], visitAt(days(900)), plainTools, NOW);
    expect((await only(two.id)).paper.seen.last.at).toBe(NOW);
  });

  it('takes two entries of one batch that are one paper', async () => {
    const a = entry({ id: 'arxiv:2403.00001', title: 'Chain of thought prompting reasons well' });
    const b = entry({
      id: 'title:x',
      title: 'Chain of Thought Prompting Reasons Well',
      authors: [],
      position: 2,
    });
    const { rows } = await sync([a, { ...b, id: 'title:chain-of-thought-prompting-reasons-well' }]);
    expect([...rows.values()].map((row) => row.paper.id)).toEqual(['arxiv:2403.00001', 'arxiv:2403.00001']);
    expect(await counts()).toMatchObject({ papers: 1 });
    expect((await only(a.id)).paper.seen.count).toBe(1);
    expect(await sightingsOf(a.id)).toHaveLength(1);
  });

  it('makes one paper of both sites, with both sightings and one mark', async () => {
    await sync(
      [entry({ id: 'arxiv:2403.00001', site: 'huggingface', upvotes: 12, abstract: 'Whole.' })],
      NOW,
      'huggingface',
    );
    await changeMarks([{ id: 'arxiv:2403.00001', change: { saved: true } }], later(1));
    const { rows } = await sync([entry({ id: 'arxiv:2403.00001', abstract: 'Who…' })], later(2));
    const row = rows.get('arxiv:2403.00001');
    expect(row?.paper).toMatchObject({ abstract: 'Whole.', upvotes: 12, upvotesAt: NOW, seen: { count: 2 } });
    expect(row?.mark?.saved).toEqual({ value: true, at: later(1) });
    expect((await sightingsOf('arxiv:2403.00001')).map(({ site }) => site)).toEqual(['huggingface', 'arxiv']);
  });

  it('tags again when the text or the tagger changed, not otherwise', async () => {
    const tag = vi.fn(() => [{ id: 'agents', score: 1 }]);
    const tools = { ...plainTools, tag };
    const one = entry({ id: 'arxiv:2403.00001' });
    await sync([one], NOW, 'arxiv', tools);
    await sync([one], days(1), 'arxiv', tools);
    expect(tag).toHaveBeenCalledTimes(1);
    await sync([one], days(2), 'arxiv', { ...tools, topicsVersion: 2 });
    expect(tag).toHaveBeenCalledTimes(2);
    expect((await only(one.id)).paper.topicsVersion).toBe(2);
  });
});

describe('identity', () => {
  const title = 'Learning to point at what matters in long listings';

  it('promotes a title-only paper to its arXiv id; mark, sightings and search follow', async () => {
    const digest = entry({
      id: 'title:learning-to-point-at-what-matters-in-long-listings',
      site: 'digest',
      title,
      authors: [],
    });
    await sync([digest], NOW, 'digest');
    await changeMarks([{ id: digest.id, change: { saved: true, tags: { margin: true } } }], later(1));
    const { rows } = await sync([entry({ id: 'arxiv:2403.00001', title })], days(1));
    const row = rows.get('arxiv:2403.00001');
    expect(row?.paper.id).toBe('arxiv:2403.00001');
    expect(row?.paper.seen).toMatchObject({ count: 2, first: { at: NOW, site: 'digest' } });
    expect(row?.mark?.id).toBe('arxiv:2403.00001');
    const { papers, marks, sightings, aliases } = await dump();
    expect([papers, marks].map((all) => all?.map((one) => (one as { id: string }).id))).toEqual([
      ['arxiv:2403.00001'],
      ['arxiv:2403.00001'],
    ]);
    const index = await loadIndex();
    expect((await index.search('is:saved')).ids).toEqual(['arxiv:2403.00001']);
    expect(index.size).toBe(1);
    index.close();
    expect(sightings?.map((one) => (one as { id: string }).id)).toEqual([
      'arxiv:2403.00001',
      'arxiv:2403.00001',
    ]);
    expect(new Set(aliases?.map((one) => (one as { id: string }).id))).toEqual(new Set(['arxiv:2403.00001']));
    expect(await counts()).toEqual({ papers: 1, saved: 1, flagged: 0 });
    expect((await only(digest.id)).paper.id).toBe('arxiv:2403.00001');
  });

  it('finds the arXiv paper when a title-only digest shows it later', async () => {
    await sync([entry({ id: 'arxiv:2403.00001', title })]);
    const digest = entry({
      id: 'title:learning-to-point-at-what-matters-in-long-listings',
      site: 'digest',
      title,
      authors: [],
    });
    const { rows } = await sync([digest], later(1), 'digest');
    expect(rows.get(digest.id)?.paper).toMatchObject({ id: 'arxiv:2403.00001', seen: { count: 2 } });
    expect(await counts()).toMatchObject({ papers: 1 });
  });

  it('answers by the id a page asks with, even where no alias was needed to find the paper', async () => {
    await sync([entry({ id: 'arxiv:2403.00001', title })]);
    const asked = 'title:learning-to-point-at-what-matters-in-long-listings|lovelace';
    expect((await dump())['aliases']).toHaveLength(1);
    await sync([entry({ id: asked, site: 'digest', title })], later(1), 'digest');
    expect((await only(asked)).paper).toMatchObject({ id: 'arxiv:2403.00001', seen: { count: 2 } });
  });

  it('keeps papers with similar titles, and equal titles by other authors, apart', async () => {
    await sync([
      entry({
        id: 'title:a',
        title: 'Hi-SLAM: Scaling-up Semantics in SLAM with a Hierarchically Categorical Gaussian Splatting',
        authors: [],
      }),
      entry({
        id: 'title:b',
        title:
          'Hier-SLAM++: Neuro-Symbolic Semantic SLAM with a Hierarchically Categorical Gaussian Splatting',
        authors: [],
      }),
      entry({ id: 'acl:2024.acl-long.1', title, authors: ['Ada Lovelace'] }),
      entry({ id: 'acl:2024.acl-long.2', title, authors: ['Grace Hopper'] }),
    ]);
    expect(await counts()).toMatchObject({ papers: 4 });
    expect((await only('acl:2024.acl-long.2')).paper.authors).toEqual(['Grace Hopper']);
  });

  it('keeps two title-only papers of one title and different authors apart, whoever comes first', async () => {
    const slug = 'title:learning-to-point-at-what-matters-in-long-listings';
    await sync([
      entry({ id: slug, title, authors: [] }),
      entry({ id: `${slug}|lovelace`, title, authors: ['Ada Lovelace'] }),
      entry({ id: `${slug}|hopper`, title, authors: ['Grace Hopper'] }),
    ]);
    expect((await listIds('all')).sort()).toEqual([`${slug}|hopper`, `${slug}|lovelace`]);
  });

  it('joins two stored papers that turn out to be one; marks merge field by field, nothing is lost', async () => {
    await sync([entry({ id: 'arxiv:2403.00001', title: 'A preprint title that was changed later' })]);
    await sync([entry({ id: 'doi:10.1145/77', title: 'The published title of that work' })], days(1));
    await changeMarks([{ id: 'arxiv:2403.00001', change: { saved: true, note: 'old' } }], days(2));
    await changeMarks(
      [{ id: 'doi:10.1145/77', change: { flagged: true, note: 'new', tags: { x: true } } }],
      days(3),
    );
    expect(await counts()).toEqual({ papers: 2, saved: 1, flagged: 1 });
    await sync(
      [
        entry({
          id: 'arxiv:2403.00001',
          title: 'A preprint title that was changed later',
          doi: '10.1145/77',
        }),
      ],
      days(4),
    );
    expect(await counts()).toEqual({ papers: 1, saved: 1, flagged: 1 });
    const { paper, mark } = await only('doi:10.1145/77');
    expect(paper.id).toBe('arxiv:2403.00001');
    expect(paper.seen.count).toBe(3);
    expect(await sightingsOf('doi:10.1145/77')).toHaveLength(3);
    expect(mark).toMatchObject({
      id: 'arxiv:2403.00001',
      saved: { value: true, at: days(2) },
      flagged: { value: { on: true } },
      note: { value: 'old\n\nnew' },
      tags: { x: { value: true } },
    });
  });

  it('takes in a mark that was restored without its paper', async () => {
    const db = await openDb();
    await db.put('marks', { id: 'doi:10.1145/9', saved: { value: true, at: NOW }, savedAt: NOW });
    await sync([entry({ id: 'arxiv:2403.00009', doi: '10.1145/9' })]);
    expect((await only('arxiv:2403.00009')).mark?.saved?.value).toBe(true);
    expect(await listIds('saved')).toEqual(['arxiv:2403.00009']);
  });
});

describe('watch rules', () => {
  const rule: WatchRule = {
    id: 'r1',
    words: ['splatting'],
    authors: [],
    categories: [],
    topics: [],
    effect: 'flag',
    enabled: true,
    changedAt: NOW,
  };
  const tools = { ...plainTools, match: compileRules([rule]) };
  const one = entry({ id: 'arxiv:2403.00001', title: 'Gaussian splatting for everyone' });

  it('flag with the reason, and once', async () => {
    const { rows, matches } = await sync([one], NOW, 'arxiv', tools);
    expect(rows.get(one.id)?.mark?.flagged?.value).toEqual({
      on: true,
      reasons: [{ by: 'rule', rule: 'r1', text: 'watch: “splatting”' }],
    });
    expect(matches.get(one.id)).toEqual([{ rule: 'r1', effect: 'flag', reasons: ['watch: “splatting”'] }]);
    expect(await counts()).toMatchObject({ flagged: 1 });
    const before = await dump();
    await sync([one], later(1), 'arxiv', tools);
    expect(await dump()).toEqual(before);
  });

  it('never touch what the reader decided', async () => {
    await sync([one]);
    await changeMarks([{ id: one.id, change: { flagged: true } }], later(1));
    await changeMarks([{ id: one.id, change: { flagged: false } }], later(2));
    const { rows } = await sync([one], days(1), 'arxiv', tools);
    expect(rows.get(one.id)?.mark?.flagged?.value).toEqual({ on: false, reasons: [] });
  });
});

describe('what goes wrong', () => {
  it('a corrupt paper is reported, logged and filled again; its mark stays', async () => {
    const one = entry({ id: 'arxiv:2403.00001' });
    await sync([one, entry({ id: 'arxiv:2403.00002' })]);
    await changeMarks([{ id: one.id, change: { saved: true } }], later(1));
    const db = await openDb();
    await db.put('papers', { id: one.id, title: 7 } as never);
    expect(await getRows([one.id, 'arxiv:2403.00002'])).toMatchObject({
      corrupt: [one.id],
      rows: [{ paper: { id: 'arxiv:2403.00002' } }],
    });
    const { problems, rows } = await sync([one, entry({ id: 'arxiv:2403.00002' })], later(2));
    expect(problems).toEqual([
      'The stored record of arxiv:2403.00001 could not be read; it is filled again when the paper is met.',
    ]);
    expect(rows.get(one.id)).toMatchObject({ paper: { title: one.title }, mark: { saved: { value: true } } });
    expect((await readLog()).map(({ where }) => where)).toEqual(['storage/papers']);
    expect(await counts()).toEqual({ papers: 2, saved: 1, flagged: 0 });
  });

  it('a corrupt mark is reported and left as it is', async () => {
    const one = entry({ id: 'arxiv:2403.00001', title: 'splatting' });
    await sync([one]);
    const db = await openDb();
    const broken = { id: one.id, saved: 'yes', note: { value: 'precious', at: NOW } };
    await db.put('marks', broken as never);
    const tools = { ...plainTools, match: () => [{ rule: 'r', effect: 'flag' as const, reasons: ['x'] }] };
    const { problems, rows } = await sync([one], days(1), 'arxiv', tools);
    expect(problems).toEqual(['Your mark on arxiv:2403.00001 could not be read; it was left untouched.']);
    expect(rows.get(one.id)?.mark).toBeUndefined();
    expect(await changeMarks([{ id: one.id, change: { saved: true } }], later(1))).toEqual([]);
    expect(await db.get('marks', one.id)).toEqual(broken);
  });

  it('stores nothing of a batch whose transaction fails, and says when the disk is full', async () => {
    await sync([entry({ id: 'arxiv:2403.00001' })]);
    const before = await dump();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const batch = [entry({ id: 'arxiv:2403.00002' }), entry({ id: 'arxiv:2403.00003' })];
    await expect(sync(batch, later(1))).rejects.toMatchObject({
      code: 'storage-full',
      message: expect.stringContaining('Everything stored before is safe'),
    });
    put.mockRestore();
    expect(await dump()).toEqual(before);
    await sync(batch, later(1));
    expect(await counts()).toMatchObject({ papers: 3 });
  });

  it('survives the worker dying in the middle: the transaction is whole or not at all', async () => {
    await sync([entry({ id: 'doi:10.1145/1' })]);
    const before = await dump();
    let puts = 0;
    const real = IDBObjectStore.prototype.put;
    for (const dieAt of [1, 2, 3, 4]) {
      puts = 0;
      const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...args
      ) {
        puts += 1;
        if (puts === dieAt) this.transaction.abort();
        return real.apply(this, args);
      });
      await expect(
        sync([entry({ id: 'arxiv:2403.00001', doi: '10.1145/1' })], days(1)),
      ).rejects.toMatchObject({
        code: 'storage-failed',
      });
      put.mockRestore();
      expect(await dump()).toEqual(before);
    }
    await sync([entry({ id: 'arxiv:2403.00001', doi: '10.1145/1' })], days(1));
    expect((await only('doi:10.1145/1')).paper).toMatchObject({ id: 'arxiv:2403.00001', seen: { count: 2 } });
  });

  it('opens again after the browser closed the connection', async () => {
    await sync([entry({ id: 'arxiv:2403.00001' })]);
    (await openDb()).close();
    await sync([entry({ id: 'arxiv:2403.00002' })]);
    expect(await counts()).toMatchObject({ papers: 2 });
  });
});

describe('two contexts at once', () => {
  it('both batches and every mark are kept', async () => {
    const other = await otherContext();
    const ids = Array.from({ length: 60 }, (_, i) => `arxiv:2403.${String(10_000 + i)}`);
    const batch = ids.map((id) => entry({ id }));
    await Promise.all([
      syncEntries(batch.slice(0, 40), visitAt(NOW), plainTools, NOW),
      other.syncEntries(batch.slice(20), visitAt(NOW), plainTools, NOW),
    ]);
    expect(await counts()).toEqual({ papers: 60, saved: 0, flagged: 0 });
    await Promise.all(
      ids.flatMap((id) => [
        changeMarks([{ id, change: { saved: true } }], later(1)),
        other.changeMarks([{ id, change: { tags: { t: true } } }], later(1)),
      ]),
    );
    expect(await counts()).toEqual({ papers: 60, saved: 60, flagged: 0 });
    const { rows } = await getRows(ids);
    expect(rows.filter((row) => row.mark?.saved?.value && row.mark.tags?.['t']?.value)).toHaveLength(60);
    await other.closeDb();
  });

  it('tells the other context what changed', async () => {
    const other = await otherContext();
    const heard: unknown[] = [];
    const told = new Promise<void>((resolve) => {
      other.onChanges((notice) => {
        heard.push(notice);
        resolve();
      });
    });
    await sync([entry({ id: 'arxiv:2403.00001' })]);
    await told;
    expect(heard).toEqual([{ ids: ['arxiv:2403.00001'], what: 'papers' }]);
    await other.closeDb();
  });
});

it('holds ten thousand papers', async () => {
  for (let from = 0; from < 10_000; from += 500) {
    await sync(
      Array.from({ length: 500 }, (_, i) => entry({ id: `arxiv:2403.${String(10_000 + from + i)}` })),
    );
  }
  expect(await counts()).toEqual({ papers: 10_000, saved: 0, flagged: 0 });
  expect(await listIds('all', { limit: 5 })).toHaveLength(5);
});
