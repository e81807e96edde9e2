import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MarkChange } from '../../src/core/mark.ts';
import type { EntryState, ExportFile, Failure, SyncReply } from '../../src/core/messages.ts';
import {
  changeMarks,
  citeKeys,
  clearLog,
  getRows,
  openDb,
  putRule,
  readLog,
} from '../../src/storage/index.ts';
import { entry, freshDatabase, NOW } from '../storage/setup.ts';
import { badges, deliver, fromPage, fromTab, listeners, opened, stored } from './setup.ts';

beforeAll(async () => {
  await import('../../src/background/main.ts');
});
beforeEach(freshDatabase);

const visit = { site: 'arxiv', url: 'https://arxiv.org/list/cs.CL/new', at: NOW };

async function ask<T>(type: string, payload: unknown, sender: unknown = fromTab): Promise<T> {
  expect(listeners).toHaveLength(1);
  const reply = await deliver({ type, payload }, sender);
  return JSON.parse(JSON.stringify(reply)) as T; // what crosses the border is JSON
}

const sync = (entries: unknown[]) => ask<SyncReply>('entries.sync', { visit, entries });

const one = entry({
  id: 'arxiv:2403.00001',
  title: 'Language agents that plan: a benchmark',
  abstract: 'We evaluate agents built on large language models.',
  links: {
    page: 'https://arxiv.org/abs/2403.00001',
    pdf: 'https://arxiv.org/pdf/2403.00001',
    code: [],
    project: [],
  },
});

it('what a visit met first stays new to it, however long its page is open, and is seen to later visits', async () => {
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const morning = { ...visit, at: at(90) };
  const isNew = async (type: string, payload: object) => {
    const reply = await ask<{ state?: EntryState; states?: Record<string, EntryState> }>(type, payload);
    return (reply.state ?? reply.states?.[one.id])?.isNew;
  };
  // read by a page that has been open for an hour and a half
  expect(await isNew('entries.sync', { visit: morning, entries: [one] })).toBe(true);
  expect(await isNew('states.get', { ids: [one.id], at: morning.at })).toBe(true);
  const change = { id: one.id, change: { flagged: true }, entry: one };
  expect(await isNew('mark.change', { ...change, visit: morning })).toBe(true);
  expect(await isNew('states.get', { ids: [one.id] })).toBe(false);
  expect(await isNew('entries.sync', { visit: { ...visit, at: at(0) }, entries: [one] })).toBe(false);
});

describe('who is answered', () => {
  it.each([
    ['another extension', { ...fromTab, id: 'other' }],
    ['a web page', { url: 'https://arxiv.org/', tab: { id: 5 } }],
    ['our id without a tab or page of ours', { id: fromTab.id, url: 'https://arxiv.org/' }],
  ])('not %s', async (_, sender) => {
    const reply = await ask<Failure>('entries.sync', { visit, entries: [one] }, sender);
    expect(reply.failure.code).toBe('forbidden-message');
    expect((await getRows([one.id])).rows).toEqual([]);
  });

  it.each([
    ['lookups.wake', { library: true }],
    ['topics.learn', { ids: [] }],
    ['zotero.send', { ids: [] }],
    ['zotero.wake', {}],
  ])('a script in a site’s page not about %s, which is for pages of the extension', async (type, payload) => {
    expect((await ask<Failure>(type, payload)).failure.code).toBe('forbidden-message');
    const inTab = { ...fromPage, tab: { id: 6 } };
    expect((await ask<Partial<Failure>>(type, payload, inTab)).failure?.code).not.toBe('forbidden-message');
  });

  it('leaves unknown messages to others', () => {
    expect(deliver({ type: 'papers.drop', payload: {} }, fromTab)).toBeUndefined();
    expect(deliver({ type: 'toString', payload: {} }, fromTab)).toBeUndefined();
    expect(deliver('entries.sync', fromTab)).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['entries.sync', { visit, entries: Array.from({ length: 101 }, () => one) }],
    ['entries.sync', { visit: { ...visit, url: 'javascript:alert(1)' }, entries: [] }],
    ['mark.change', { id: 'no id', change: {} }],
    ['mark.change', { id: one.id, change: { rating: 9 } }],
    ['page.open', { page: 'https://evil.example' }],
    ['states.get', { ids: 'all' }],
    ['badge.set', null],
  ])('a wrong %s is refused with a sentence', async (type, payload) => {
    const reply = await ask<Failure>(type, payload);
    expect(reply.failure.code).toBe('bad-message');
    expect(reply.failure.sentence).toMatch(
      /^This step could not be understood \(.+\)\. Nothing was changed\.$/,
    );
  });
});

describe('entries.sync', () => {
  it('answers each entry under the id it was sent with, and sends back only what the page lacks', async () => {
    const first = await sync([one]);
    const { topics, ...state } = first.states[one.id] as EntryState;
    expect(state).toEqual({
      id: one.id,
      isNew: expect.any(Boolean),
      seen: { count: 1, first: { at: NOW, site: 'arXiv' }, last: { at: NOW, site: 'arXiv' } },
      saved: false,
      flagged: false,
      reasons: [],
      dismissed: false,
      tags: [],
      highlight: [],
      dim: [],
    });
    expect(topics.every(({ id, label }) => id !== '' && label !== '')).toBe(true);
    const bare = {
      ...one,
      id: 'title:language-agents-that-plan-a-benchmark',
      authors: [],
      links: { ...one.links, pdf: undefined },
    };
    const { abstract: _, ...lacking } = bare;
    const second = await sync([lacking]);
    expect(second.states[bare.id]).toMatchObject({
      id: one.id,
      abstract: one.abstract,
      authors: one.authors,
      pdf: one.links.pdf,
    });
  });

  it('sends the beginning of a note, and nothing where there is none', async () => {
    await sync([one]);
    const noteOf = async (note: string) => {
      await ask('mark.change', { id: one.id, change: { note } });
      return (await sync([one])).states[one.id]?.note;
    };
    expect(await noteOf('Ask Noor.\n')).toBe('Ask Noor.');
    expect(await noteOf('x'.repeat(600))).toBe(`${'x'.repeat(499)}…`);
    expect(await noteOf(' ')).toBeUndefined();
  });

  it('stores the good entries of a batch with bad ones, and names those', async () => {
    const { title: _, ...untitled } = one;
    const reply = await sync([
      { ...untitled, id: 'arxiv:2403.00002' },
      { ...one, upvotes: -3, abstract: 'x'.repeat(20_001), id: 'arxiv:2403.00003' },
      {
        ...one,
        id: 'arxiv:2403.00004',
        title: 'Script',
        links: { page: 'javascript:alert(1)', code: [], project: [] },
      },
      'nonsense',
      one,
    ]);
    expect(Object.keys(reply.states).sort()).toEqual(['arxiv:2403.00001', 'arxiv:2403.00003']);
    expect(reply.problems).toHaveLength(4);
    expect(reply.problems[0]).toMatch(/^Entry 1 could not be stored \(title/);
    expect(reply.problems[1]).toBe(
      `“${one.title}” was stored without its abstract, upvotes, which could not be read.`,
    );
    expect(reply.problems[2]).toMatch(/^“Script” could not be stored \(links\.page/);
    const { rows } = await getRows(['arxiv:2403.00003']);
    expect(rows[0]?.paper.abstract).toBeUndefined();
  });

  it('applies the reader’s rules at once after an edit', async () => {
    const rule = {
      id: 'r',
      words: ['agents'],
      authors: [],
      categories: [],
      topics: [],
      enabled: true,
      changedAt: NOW,
    };
    await sync([one]);
    await putRule({ ...rule, effect: 'dim' });
    expect((await sync([one])).states[one.id]).toMatchObject({ dim: ['watch: “agents”'], flagged: false });
    await putRule({ ...rule, effect: 'flag' });
    const reply = await sync([one]);
    expect(reply.words).toEqual(['agents']);
    expect(reply.states[one.id]).toMatchObject({
      dim: [],
      flagged: true,
      reasons: [{ by: 'rule', rule: 'r', text: 'watch: “agents”' }],
    });
  });
});

describe('mark.change', () => {
  it('stores a paper that is not known yet', async () => {
    const { state } = await ask<{ state: EntryState }>('mark.change', {
      id: one.id,
      change: { saved: true },
      entry: one,
      visit,
    });
    expect(state).toMatchObject({ id: one.id, saved: true, savedAt: expect.any(String), seen: { count: 1 } });
    expect((await getRows([one.id])).rows[0]?.mark?.saved?.value).toBe(true);
  });

  it('tells what takes it back, also to a page that did not know what was there', async () => {
    await sync([one]);
    await changeMarks([{ id: one.id, change: { saved: true, tags: { mine: true } } }], NOW);
    const { undo } = await ask<{ undo: MarkChange }>('mark.change', {
      id: one.id,
      change: { dismissed: true, tags: { mine: false, other: true } },
    });
    expect(undo).toEqual({
      saved: true,
      dismissed: false,
      tags: { mine: true, other: false },
      since: { saved: NOW },
    });
    await ask('mark.change', { id: one.id, change: undo });
    const mark = (await getRows([one.id])).rows[0]?.mark;
    expect([mark?.saved?.value, mark?.saved?.since, mark?.dismissed?.value]).toEqual([true, NOW, false]);
  });

  it('and puts back into the trash what was in it', async () => {
    await sync([one]);
    await changeMarks([{ id: one.id, change: { trashed: true } }], NOW);
    const { undo } = await ask<{ undo: MarkChange }>('mark.change', { id: one.id, change: { saved: true } });
    await ask('mark.change', { id: one.id, change: undo });
    expect((await (await openDb()).get('marks', one.id))?.trashed?.value).toBe(true);
  });

  it('refuses what nothing is known of', async () => {
    const reply = await ask<Failure>('mark.change', { id: 'arxiv:2403.09999', change: { saved: true } });
    expect(reply.failure.code).toBe('not-found');
  });

  it('says so when the stored mark cannot be read', async () => {
    await sync([one]);
    await (await openDb()).put('marks', { id: one.id, saved: 'yes' } as never);
    const reply = await ask<Failure>('mark.change', { id: one.id, change: { note: 'x' } });
    expect(reply.failure.code).toBe('bad-record');
  });
});

describe('the rest', () => {
  it('states.get answers by the ids asked for, aliases too, and leaves out the unknown', async () => {
    await sync([{ ...one, doi: '10.1145/5' }]);
    await changeMarks([{ id: one.id, change: { status: 'reading' } }], NOW);
    const { states } = await ask<{ states: Record<string, EntryState> }>('states.get', {
      ids: ['doi:10.1145/5', 'arxiv:2403.07777', one.id],
    });
    expect(Object.keys(states).sort()).toEqual([one.id, 'doi:10.1145/5'].sort());
    expect(states['doi:10.1145/5']).toMatchObject({ id: one.id, status: 'reading' });
  });

  it('exports a file whose cite keys stay', async () => {
    await sync([one]);
    const file = await ask<ExportFile>('papers.export', { ids: [one.id], format: 'bibtex' }, fromPage);
    expect(file.filename).toMatch(/^manicule-\d{4}-\d\d-\d\d\.bib$/);
    expect(file.skipped).toEqual([]);
    const [key] = [...(await citeKeys()).keys()];
    expect(file.text).toContain(`{${key},`);
    await sync([{ ...one, authors: ['Zoe Zuse', 'Ada Lovelace', 'Charles Babbage'] }]);
    const again = await ask<ExportFile>('papers.export', { ids: [one.id], format: 'bibtex' });
    expect(again.text).toContain(`{${key},`);
    expect((await ask<Failure>('papers.export', { ids: [one.id], format: 'docx' })).failure.code).toBe(
      'bad-file',
    );
    expect((await ask<Failure>('papers.export', { ids: [], format: 'ris' })).failure.code).toBe('not-found');
  });

  it('opens pages, sets badges, keeps a log', async () => {
    await ask('page.open', { page: 'library', search: 'a b' });
    await ask('page.open', { page: 'review' });
    expect(opened).toEqual([
      'chrome-extension://abc/src/ui/library/index.html?q=a%20b',
      'chrome-extension://abc/src/ui/review/index.html?tab=5',
    ]);
    await ask('badge.set', { count: 3 });
    await ask('badge.set', { count: 9 }, fromPage);
    expect(badges).toEqual([{ text: '3', tabId: 5 }]);
    await ask('log.add', { line: { at: NOW, where: 'content/scan', message: 'odd' } });
    expect(await readLog()).toEqual([{ at: NOW, where: 'content/scan', message: 'odd' }]);
  });

  it('logs an unexpected failure once and answers with a sentence', async () => {
    await clearLog();
    const db = await openDb();
    await db.put('rules', { id: 'r', enabled: true } as never); // a rule nobody can compile
    const reply = await ask<Failure>('entries.sync', { visit, entries: [one] });
    expect(reply.failure.sentence).toMatch(/^Something unexpected happened/);
    await expect.poll(readLog).toHaveLength(1);
    expect((await readLog())[0]?.where).toBe('background/entries.sync');
  });
});

describe('tidying', () => {
  it('sweeps what is past the reader’s retention time, once', async () => {
    const { tidy } = await import('../../src/background/tidy.ts');
    await sync([one]);
    stored['settings'] = { retentionDays: 30 };
    const day = (n: number) => new Date(Date.parse(NOW) + n * 86_400_000).toISOString();
    await tidy(day(20));
    expect((await getRows([one.id])).rows).toHaveLength(1);
    await tidy(day(40));
    expect((await getRows([one.id])).rows).toHaveLength(0);
  });
});
