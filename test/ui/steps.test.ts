import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isSaved, noteOf } from '../../src/core/mark.ts';
import { closeDb, counts, openDb } from '../../src/storage/index.ts';
import { Drafts } from '../../src/ui/shared/drafts.ts';
import { NoteSession, Notes } from '../../src/ui/shared/notes.ts';
import { Papers } from '../../src/ui/shared/papers.ts';
import type { TakeBack } from '../../src/ui/shared/step-stack.ts';
import { Steps } from '../../src/ui/shared/steps.ts';

const ID = 'arxiv:2601.00001';
const paper = {
  id: ID,
  title: 'A paper',
  authors: ['Ada Lovelace'],
  categories: [],
  links: { page: 'https://arxiv.org/abs/2601.00001', code: [], project: [] },
  aliases: [],
  topics: [],
  topicsVersion: 0,
  seen: {
    count: 1,
    first: { at: '2026-01-01T00:00:00.000Z', site: 'arxiv' },
    last: { at: '2026-01-01T00:00:00.000Z', site: 'arxiv' },
    bySite: { arxiv: '2026-01-01T00:00:00.000Z' },
  },
};

beforeEach(async () => {
  const db = await openDb();
  await db.put('papers', paper);
  await db.put('papers', { id: 'arxiv:2601.00002', title: 7 } as never);
});
afterEach(async () => {
  await closeDb();
  indexedDB.deleteDatabase('manicule');
});

const mark = async () => (await openDb()).get('marks', ID);

test('a step is shown, stored, counted, and taken back as a whole', async () => {
  const stored: string[][] = [];
  const papers = new Papers((error) => expect.fail(String(error)));
  const steps = new Steps(papers, (ids) => stored.push(ids));
  await papers.load([ID]);
  expect(await steps.take([{ id: ID, change: { saved: true } }], 'Saved “A paper”')).toBe(true);
  expect(isSaved(papers.cell(ID).peek()?.mark)).toBe(true);
  expect(isSaved(await mark())).toBe(true);
  expect((await counts()).saved).toBe(1);
  expect(steps.saying.peek()).toMatchObject({ text: 'Saved “A paper”', undoable: true });
  expect(steps.depth.peek()).toBe(1);

  await steps.undo();
  expect(isSaved(papers.cell(ID).peek()?.mark)).toBe(false);
  expect(isSaved(await mark())).toBe(false);
  expect(steps.saying.peek()).toMatchObject({ text: 'Undone: Saved “A paper”', undoable: false });
  expect(stored).toEqual([[ID], [ID]]);
  await steps.undo();
  expect(steps.saying.peek()?.text).toBe('Nothing to undo.');
});

test('rows read before a decision and arriving after it do not bring the old mark back', async () => {
  const papers = new Papers((error) => expect.fail(String(error)));
  const steps = new Steps(papers, () => undefined);
  await papers.load([ID]);
  const shown: boolean[] = [];
  const end = papers.cell(ID).subscribe((row) => shown.push(isSaved(row?.mark)));
  const reading = papers.load([ID]);
  const storing = steps.take([{ id: ID, change: { saved: true } }], 'Saved “A paper”');
  const read = await reading;
  await storing;
  end();
  expect(shown.filter((saved, at) => saved !== shown[at - 1])).toEqual([false, true]);
  expect(read.map((row) => isSaved(row.mark))).toEqual([true]); // what is known is handed on
});

test('an undo asked for while a step is being stored takes back that step, not the one before', async () => {
  const papers = new Papers((error) => expect.fail(String(error)));
  const steps = new Steps(papers, () => undefined);
  await papers.load([ID]);
  await steps.take([{ id: ID, change: { saved: true } }], 'Saved “A paper”');
  void steps.take([{ id: ID, change: { note: 'n' } }], 'Noted “A paper”');
  await steps.undo();
  expect(steps.saying.peek()?.text).toBe('Undone: Noted “A paper”');
  expect([isSaved(await mark()), noteOf(await mark())]).toEqual([true, '']);
  await Promise.all([steps.undo(), steps.undo()]);
  expect(isSaved(await mark())).toBe(false);
});

test('of a long step that fails on its way, what was stored is undone as one step', async () => {
  const papers = new Papers(() => undefined);
  const steps = new Steps(papers, () => undefined);
  const changes = Array.from({ length: 400 }, (_, n) => ({
    id: `arxiv:2602.${String(n).padStart(5, '0')}`,
    change: { saved: true },
  }));
  const original = IDBObjectStore.prototype.put;
  let puts = 0;
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    if (this.name === 'marks' && ++puts > 300) throw new DOMException('full', 'QuotaExceededError');
    return original.apply(this, given);
  });
  expect(await steps.take(changes, 'Saved 400 papers')).toBe(false);
  put.mockRestore();
  expect(steps.saying.peek()).toMatchObject({ undoable: true, failure: true });
  expect(steps.saying.peek()?.text).toMatch(/250 papers of 400 were changed before\.$/);
  expect((await counts()).saved).toBe(250);
  await steps.undo();
  expect((await counts()).saved).toBe(0);
  expect(steps.depth.peek()).toBe(0);
});

test('a record that cannot be read is left out and counted once', async () => {
  const papers = new Papers(() => undefined);
  const rows = await papers.load([ID, 'arxiv:2601.00002']);
  await papers.load(['arxiv:2601.00002']);
  expect(rows.map((row) => row.paper.id)).toEqual([ID]);
  expect(papers.cell('arxiv:2601.00002').peek()).toBe(null);
  expect(papers.unreadable.peek()).toBe(1);
  expect(papers.present([ID, 'arxiv:2601.00002'])).toEqual([ID]);
  // it was mended elsewhere: back in the list
  await (await openDb()).put('papers', { ...paper, id: 'arxiv:2601.00002' });
  await papers.load(['arxiv:2601.00002']);
  expect(papers.present([ID, 'arxiv:2601.00002'])).toEqual([ID, 'arxiv:2601.00002']);
});

test('a note is stored as typed and undone as one step', async () => {
  const papers = new Papers(() => undefined);
  const steps = new Steps(papers, () => undefined);
  const kept = new Map<string, string>();
  const store = {
    length: 0,
    key: () => null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  await papers.load([ID]);
  const session = new NoteSession(ID, '', 'A paper', steps, new Drafts(store));
  session.type('f');
  session.type('first');
  expect(kept.get(`draft:${ID}`)).toBe('first');
  session.pause();
  await expect.poll(async () => noteOf(await mark())).toBe('first');
  await expect.poll(() => kept.size).toBe(0);
  session.type('first and second');
  session.close();
  await expect.poll(async () => noteOf(await mark())).toBe('first and second');
  expect(steps.depth.peek()).toBe(2);
  await steps.undo();
  expect(noteOf(await mark())).toBe('first');
});

/** What two pages share. */
function sharedDrafts(): Drafts {
  const kept = new Map<string, string>();
  return new Drafts({
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
}

test('a draft left behind is stored at the next start', async () => {
  const drafts = sharedDrafts();
  drafts.keep(ID, 'left behind', '');
  await new Notes(
    new Steps(new Papers((error) => expect.fail(String(error))), () => undefined),
    drafts,
  ).recover();
  expect(noteOf(await mark())).toBe('left behind');
  expect(drafts.left()).toEqual([]);
});

test.each([
  ['mine', 'mine and more', 'mine', 'mine and more'],
  ['a longer text', 'a text', 'a longer text', 'a text'],
  ['mine', 'mine and more', 'theirs', 'theirs\n\nmine and more'],
  ['', 'mine', 'Before. mine', 'Before. mine'],
])('a draft begun from “%s”, “%s”, beside the note “%s” gives “%s”', async (from, text, stored, both) => {
  const drafts = sharedDrafts();
  const steps = new Steps(new Papers((error) => expect.fail(String(error))), () => undefined);
  await steps.take([{ id: ID, change: { note: stored } }], 'Noted');
  drafts.keep(ID, text, from);
  await new Notes(steps, drafts).recover();
  expect(noteOf(await mark())).toBe(both);
  expect(drafts.left()).toEqual([]);
});

test('a draft brings no deleted paper back', async () => {
  const drafts = sharedDrafts();
  const steps = new Steps(new Papers((error) => expect.fail(String(error))), () => undefined);
  await steps.take([{ id: ID, change: { note: 'mine' } }], 'Noted');
  await steps.take([{ id: ID, change: { trashed: true } }], 'Deleted');
  drafts.keep(ID, 'mine and more', 'mine');
  await new Notes(steps, drafts).recover();
  expect((await mark())?.trashedAt).toBeDefined();
  expect(noteOf(await mark())).toBe('mine');
});

test('a draft that another page is typing is left to it', async () => {
  const drafts = sharedDrafts();
  const stepsOf = () => new Steps(new Papers((error) => expect.fail(String(error))), () => undefined);
  const other = new Notes(stepsOf(), drafts).open(ID, '', 'A paper');
  other.type('a thou');
  const slow = stepsOf();
  const written: string[] = [];
  slow.write = async (change) => void written.push(JSON.stringify(change));
  const recovering = new Notes(slow, drafts).recover();
  other.type('a thought');
  await recovering;
  expect(written).toEqual([]);
  other.close();
  await expect.poll(async () => noteOf(await mark())).toBe('a thought');
  await expect.poll(() => drafts.left()).toEqual([]);
});

const take = (steps: Steps, change: object, said: string) => steps.take([{ id: ID, change }], said);
const named = (steps: Steps) => steps.done.peek().map(({ said }) => said);

test('steps are listed, undone down to any of them, and done again in the order they were undone', async () => {
  const steps = new Steps(new Papers((error) => expect.fail(String(error))), () => undefined);
  await take(steps, { saved: true }, 'Saved');
  await take(steps, { tags: { a: true } }, 'Tagged');
  await take(steps, { trashed: true }, 'Deleted');
  expect(named(steps)).toEqual(['Deleted', 'Tagged', 'Saved']);
  expect((await mark())?.trashedAt).toBeDefined();

  await steps.undoTo(steps.done.peek()[1]?.n ?? 0);
  expect(named(steps)).toEqual(['Saved']);
  expect(steps.redoable.peek()).toBe(2);
  expect(await mark()).toMatchObject({ saved: { value: true }, tags: { a: { value: false } } });
  expect((await mark())?.trashedAt).toBeUndefined();

  await steps.redo();
  expect((await mark())?.labels).toEqual(['a']);
  expect(steps.saying.peek()).toMatchObject({ text: 'Done again: Tagged', undoable: true });
  await steps.redo();
  expect((await mark())?.trashedAt).toBeDefined();
  expect(named(steps)).toEqual(['Deleted', 'Tagged', 'Saved']);
  await steps.redo();
  expect(steps.saying.peek()?.text).toBe('Nothing to do again.');
  await steps.undo();
  expect((await mark())?.labels).toEqual(['a']);
});

test('nothing is done again over what was done since', async () => {
  const steps = new Steps(new Papers((error) => expect.fail(String(error))), () => undefined);
  await take(steps, { saved: true }, 'Saved');
  await steps.undo();
  await take(steps, { dismissed: true }, 'Dismissed');
  expect(steps.redoable.peek()).toBe(0);
  await steps.redo();
  expect(isSaved(await mark())).toBe(false);
  await steps.undo();
  expect(steps.redoable.peek()).toBe(1);
  await steps.write({ id: ID, change: { note: 'typed' } });
  expect(steps.redoable.peek()).toBe(0);
});

test('a step of more than marks is undone by its own means, once', async () => {
  const stored: string[][] = [];
  const steps = new Steps(new Papers((error) => expect.fail(String(error))), (ids) => stored.push(ids));
  await take(steps, { saved: true }, 'Saved');
  steps.did('Joined', async () => ({ ids: [ID] }));
  expect(named(steps)).toEqual(['Joined', 'Saved']);
  await steps.undo();
  expect(stored.at(-1)).toEqual([ID]);
  expect(steps.redoable.peek()).toBe(0);
  expect(named(steps)).toEqual(['Saved']);
});

test('a step of more than marks that says how is done again, in its turn among the others', async () => {
  const steps = new Steps(new Papers((error) => expect.fail(String(error))), () => undefined);
  const made: string[] = [];
  const put =
    (word: string): TakeBack =>
    async () => {
      made.push(word);
      return { ids: [], again: put(word === 'gone' ? 'there' : 'gone') };
    };
  await take(steps, { saved: true }, 'Saved');
  steps.did('Made', put('gone'));
  await take(steps, { dismissed: true }, 'Dismissed');
  for (let n = 0; n < 3; n++) await steps.undo();
  expect([made, steps.redoable.peek(), isSaved(await mark())]).toEqual([['gone'], 3, false]);
  for (let n = 0; n < 3; n++) await steps.redo();
  expect([made, steps.redoable.peek(), named(steps)]).toEqual([
    ['gone', 'there'],
    0,
    ['Dismissed', 'Made', 'Saved'],
  ]);
  await steps.undo();
  await steps.undo();
  expect([made, isSaved(await mark())]).toEqual([['gone', 'there', 'gone'], true]);
});

test('what was deleted for good is in no step any more', async () => {
  const steps = new Steps(new Papers((error) => expect.fail(String(error))), () => undefined);
  await take(steps, { saved: true }, 'Saved');
  const both = [ID, 'arxiv:2601.00003'].map((id) => ({ id, change: { trashed: true } }));
  await steps.take(both, 'Deleted both');
  steps.forget([ID]);
  expect(named(steps)).toEqual(['Deleted both']);
  steps.forget(['arxiv:2601.00003']);
  expect(named(steps)).toEqual([]);
});
