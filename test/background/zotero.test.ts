import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeMarks, listZotero, noteZotero } from '../../src/storage/index.ts';
import { freshDatabase } from '../storage/setup.ts';
import { ZoteroLab } from './zotero-lab.ts';

let lab: ZoteroLab;
beforeEach(async () => {
  await freshDatabase();
  lab = await ZoteroLab.open();
});
afterEach(async () => {
  await lab.zotero.stop();
  expect(lab.failures).toEqual([]);
});

const A = 'arxiv:2403.00001';
const B = 'arxiv:2403.00002';
const C = 'arxiv:2403.00003';
const MINUTE = 60_000;
const tag = (id: string, ...tags: string[]) =>
  changeMarks([{ id, change: { tags: Object.fromEntries(tags.map((one) => [one, true])) } }], lab.iso());

describe('sending by hand', () => {
  it('puts papers where Zotero is, and says so', async () => {
    await lab.meet([A, B], false);
    const zotero = await lab.worker();
    expect(await zotero.send([A, B], false)).toEqual({ sent: 2, there: 0, waiting: 0, open: 0 });
    expect(lab.kept()).toEqual([A, B]);
    expect(lab.zotero.items[0]).toMatchObject({ library: 1, collections: [], tags: [] });
    expect(lab.saves()).toHaveLength(1);
    expect(lab.zotero.paths()).not.toContain('/connector/updateSession'); // nothing to tell
    expect(await lab.there()).toEqual([A, B]);
    await vi.waitFor(() => expect(lab.alarm).toBeUndefined());
  });

  it('twice sends once', async () => {
    await lab.meet([A, B], false);
    await (await lab.worker()).send([A], false);
    expect(await (await lab.worker()).send([A, B], false)).toEqual({
      sent: 1,
      there: 1,
      waiting: 0,
      open: 0,
    });
    expect(await (await lab.worker()).send([A, B], false)).toEqual({
      sent: 0,
      there: 2,
      waiting: 0,
      open: 0,
    });
    expect(lab.kept()).toEqual([A, B]);
  });

  it('once more where the reader wants that', async () => {
    await lab.meet([A], false);
    await (await lab.worker()).send([A], false);
    expect(await (await lab.worker()).send([A], true)).toMatchObject({ sent: 1 });
    expect(lab.kept()).toEqual([A, A]);
    expect(await (await lab.worker()).send([A], false)).toMatchObject({ there: 1 });
  });

  it('moves them to what was chosen, with the reader’s own tags', async () => {
    await lab.meet([A, B, C], false);
    await tag(B, 'to read', 'gui');
    lab.settings.zoteroTarget = 'C31';
    expect(await (await lab.worker()).send([A, B, C], false)).toMatchObject({ sent: 3 });
    const placed = lab.zotero.items.map(({ data, library, collections, tags }) => [
      data['id'],
      library,
      collections,
      tags,
    ]);
    expect(placed.sort()).toEqual([
      [A, 2, [31], []],
      [B, 2, [31], ['gui', 'to read']],
      [C, 2, [31], []],
    ]);
    expect(lab.saves()).toHaveLength(2); // those with the same tags go together
  });

  it('tags papers where they are when nothing was chosen', async () => {
    await lab.meet([A], false);
    await tag(A, 'gui');
    lab.zotero.selected = 'C23';
    await (await lab.worker()).send([A], false);
    expect(lab.zotero.items).toMatchObject([{ library: 1, collections: [23], tags: ['gui'] }]);
  });

  it('takes what is no longer stored for nothing to send', async () => {
    expect(await (await lab.worker()).send([A], false)).toEqual({ sent: 0, there: 0, waiting: 0, open: 0 });
    expect(lab.zotero.calls).toEqual([]);
  });

  it('sends many in groups', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `arxiv:2403.1${String(n).padStart(4, '0')}`);
    await lab.meet(many, false);
    await (await lab.worker()).send(many, false);
    await lab.rings();
    expect(lab.kept()).toEqual(many);
    expect(lab.saves().map(({ body }) => body.items.length)).toEqual([25, 25, 10]);
  });
});

describe('what is saved', () => {
  it('is sent where that is switched on, and not before a while', async () => {
    await lab.meet([A, B]);
    const began = lab.now();
    await (await lab.worker()).saved([A]);
    expect(lab.kept()).toEqual([A]);
    expect(lab.now() - began).toBe(5_000);
    lab.settings.zoteroOnSave = false;
    await (await lab.worker()).saved([B]);
    lab.settings = { ...lab.settings, zotero: false, zoteroOnSave: true };
    await (await lab.worker()).saved([B]);
    expect(lab.kept()).toEqual([A]);
    expect((await listZotero(9)).queued).toBe(0);
  });

  it('and taken back meanwhile is not', async () => {
    await lab.meet([A]);
    lab.allowed = false;
    await (await lab.worker()).saved([A]); // waits
    await changeMarks([{ id: A, change: { saved: false } }], lab.iso());
    lab.allowed = true;
    await lab.rings();
    expect(lab.zotero.items).toEqual([]);
    expect((await listZotero(9)).queued).toBe(0);
  });

  it('waits while it is switched off', async () => {
    await lab.meet([A]);
    await lab.zotero.stop();
    await (await lab.worker()).saved([A]);
    await lab.zotero.start();
    lab.settings.zotero = false;
    expect(await lab.rings()).toBe(1); // the alarm is taken away
    expect(lab.zotero.calls).toEqual([]);
    lab.settings.zotero = true;
    await (await lab.worker()).wake();
    lab.pass(16 * MINUTE);
    await (await lab.worker()).wake();
    expect(lab.kept()).toEqual([A]);
  });
});

describe('while Zotero is not running', () => {
  beforeEach(async () => {
    await lab.meet([A, B], false);
    await lab.zotero.stop();
  });

  it('papers wait, the trouble is told at once, and they go when it is back', async () => {
    const report = await (await lab.worker()).send([A], false);
    expect(report).toEqual({ sent: 0, there: 0, waiting: 1, open: 0, trouble: { kind: 'absent' } });
    expect(lab.alarm).toBe(MINUTE);
    await lab.rings(3);
    expect((await lab.state()).failures).toBe(4);
    await lab.zotero.start();
    await lab.rings();
    expect(lab.kept()).toEqual([A]);
    const { trouble, failures, nextAt } = await lab.state();
    expect([trouble, failures, nextAt, lab.alarm]).toEqual([undefined, 0, undefined, undefined]);
  });

  it('it is tried ever less often, and never given up', async () => {
    await (await lab.worker()).send([A], false);
    const times = [lab.now()];
    for (let n = 0; n < 7; n++) {
      await lab.rings(1);
      times.push(lab.now());
    }
    const minutes = times.slice(1).map((time, at) => Math.round((time - (times[at] as number)) / MINUTE));
    expect(minutes).toEqual([1, 2, 4, 8, 15, 15, 15]);
    expect((await listZotero(9)).queued).toBe(1);
  });

  it('the next paper does not wait for the pause', async () => {
    await (await lab.worker()).send([A], false);
    await lab.rings(5);
    await lab.zotero.start();
    expect(await (await lab.worker()).send([B], false)).toEqual({ sent: 1, there: 0, waiting: 0, open: 0 });
    expect(lab.kept()).toEqual([A, B]);
  });

  it('a pause and a look noted before the clock was set back keep nothing waiting', async () => {
    await (await lab.worker()).send([A], false);
    await lab.zotero.start();
    const ahead = '2030-01-01T00:00:00.000Z';
    await noteZotero({ ...(await lab.state()), nextAt: ahead, triedAt: ahead });
    await (await lab.worker()).wake();
    expect(lab.kept()).toEqual([A]);
    expect((await lab.state()).triedAt).toBe(lab.iso());
  });

  it('nothing is ever sent without leave', async () => {
    await lab.zotero.start();
    lab.allowed = false;
    expect(await (await lab.worker()).send([A], false)).toMatchObject({ trouble: { kind: 'permission' } });
    expect(lab.zotero.calls).toEqual([]);
  });
});

describe('an answer that is lost', () => {
  beforeEach(() => lab.meet([A, B], false));

  it('makes no second item: the request is known again', async () => {
    let lost = 0;
    lab.zotero.fault = ({ path }) => (path === '/connector/saveItems' && ++lost < 3 ? 'lost' : undefined);
    expect(await (await lab.worker()).send([A, B], false)).toMatchObject({
      waiting: 2,
      trouble: { kind: 'absent' },
    });
    await lab.rings();
    expect(lab.kept()).toEqual([A, B]);
    expect(await lab.there()).toEqual([A, B]);
    expect(new Set(lab.saves().map(({ body }) => body.sessionID))).toEqual(new Set(['session-1']));
  });

  it('because Zotero is slow, is waited for later', async () => {
    let slow = true;
    lab.patience = 200;
    lab.zotero.fault = ({ path }) => (path === '/connector/saveItems' && slow ? 'silent' : undefined);
    expect(await (await lab.worker()).send([A], false)).toMatchObject({ trouble: { kind: 'slow' } });
    slow = false;
    lab.patience = 20_000;
    await lab.rings();
    expect(lab.kept()).toEqual([A]);
  });

  it('for too long is the reader’s to decide where the library cannot be read', async () => {
    lab.zotero.fault = ({ path }) => (path === '/connector/saveItems' ? 'lost' : undefined);
    await (await lab.worker()).send([A], false);
    await lab.zotero.stop();
    lab.zotero.fault = () => undefined;
    lab.pass(9 * MINUTE);
    await lab.zotero.start(); // its sessions are gone
    await lab.rings();
    expect(lab.kept()).toEqual([A]);
    expect((await lab.order(A))?.state).toBe('unsure');
    expect(await (await lab.worker()).send([A], false)).toMatchObject({ sent: 0, open: 1 });
    expect(lab.kept()).toEqual([A]);
    expect(await (await lab.worker()).send([A], true)).toMatchObject({ sent: 1, open: 0 });
    expect(lab.kept()).toEqual([A, A]);
  });

  it.each([
    ['lost', 1],
    ['cut', 1],
  ] as const)('(%s) is cleared up where the library can be read', async (fault, saves) => {
    lab.zotero.readable = true;
    lab.zotero.fault = ({ path }) => (path === '/connector/saveItems' ? fault : undefined);
    await (await lab.worker()).send([A], false);
    await lab.zotero.stop();
    lab.zotero.fault = () => undefined;
    lab.pass(9 * MINUTE);
    await lab.zotero.start();
    await lab.rings();
    expect(lab.kept()).toEqual([A]);
    expect((await lab.order(A))?.state).toBe('sent');
    expect(lab.saves().length - saves).toBe(fault === 'lost' ? 0 : 1);
  });

  it('of a move is asked for again, and no item is saved twice', async () => {
    lab.settings.zoteroTarget = 'C24';
    let lost = true;
    lab.zotero.fault = ({ path }) => (path === '/connector/updateSession' && lost ? 'cut' : undefined);
    expect(await (await lab.worker()).send([A], false)).toMatchObject({ waiting: 1 });
    lost = false;
    await lab.rings();
    expect(lab.zotero.items).toMatchObject([{ collections: [24] }]);
    expect(lab.saves()).toHaveLength(1);
    expect((await lab.order(A))?.state).toBe('sent');
  });

  it('of a move that never comes leaves the paper where it is', async () => {
    lab.settings.zoteroTarget = 'C24';
    lab.zotero.fault = ({ path }) => (path === '/connector/updateSession' ? 'cut' : undefined);
    await (await lab.worker()).send([A], false);
    await lab.rings();
    expect(lab.zotero.items).toMatchObject([{ collections: [] }]);
    expect((await lab.order(A))?.state).toBe('sent');
    expect((await lab.state()).trouble).toEqual({ kind: 'absent' });
  });
});

describe('what Zotero refuses', () => {
  beforeEach(() => lab.meet([A, B, C], false));

  it('is sent under a new name later', async () => {
    let refuses = true;
    lab.zotero.fault = ({ path }) =>
      path === '/connector/saveItems' && refuses ? { status: 403, body: 'no' } : undefined;
    expect(await (await lab.worker()).send([A], false)).toMatchObject({
      waiting: 1,
      trouble: { kind: 'refused', status: 403 },
    });
    expect(lab.alarm).toBe(5 * MINUTE);
    refuses = false;
    await lab.rings();
    expect(lab.kept()).toEqual([A]);
    expect(lab.saves().map(({ body }) => body.sessionID)).toEqual(['session-1', 'session-2']);
  });

  it('because its library is read-only waits until another is selected', async () => {
    lab.zotero.selected = 'L3';
    expect(await (await lab.worker()).send([A], false)).toMatchObject({ trouble: { kind: 'read-only' } });
    expect(lab.saves()).toEqual([]);
    lab.zotero.selected = 'C23';
    await lab.rings();
    expect(lab.zotero.items).toMatchObject([{ collections: [23] }]);
  });

  it('of an old version, read-only as well, is tried under a new name', async () => {
    lab.zotero.selected = 'L3';
    lab.zotero.switchesToMine = false;
    lab.settings.zoteroTarget = 'C23';
    expect(await (await lab.worker()).send([A], false)).toMatchObject({
      trouble: { kind: 'read-only', status: 500 },
    });
    lab.zotero.selected = 'L1';
    await lab.rings();
    expect(lab.zotero.items).toMatchObject([{ collections: [23] }]);
  });

  it('because the chosen collection is gone is not put anywhere else', async () => {
    lab.settings.zoteroTarget = 'C99';
    expect(await (await lab.worker()).send([A], false)).toMatchObject({ trouble: { kind: 'target-gone' } });
    expect(lab.saves()).toEqual([]);
    lab.settings.zoteroTarget = '';
    await lab.rings();
    expect(lab.kept()).toEqual([A]);
  });

  it('because it wants a newer form waits for an update', async () => {
    lab.zotero.apiVersion = 4;
    expect(await (await lab.worker()).send([A], false)).toMatchObject({
      waiting: 1,
      trouble: { kind: 'outdated' },
    });
  });

  it('a version that cannot move papers keeps them where they are, and that is said', async () => {
    lab.zotero.movesSessions = false;
    lab.settings.zoteroTarget = 'C23';
    expect(await (await lab.worker()).send([A], false)).toMatchObject({
      sent: 1,
      trouble: { kind: 'old', status: 404 },
    });
    expect(lab.zotero.items).toMatchObject([{ collections: [] }]);
  });

  it('one paper alone does not keep the others', async () => {
    const many = Array.from({ length: 10 }, (_, n) => `arxiv:2404.0000${n}`);
    await lab.meet(many, false);
    lab.zotero.poison = '2404.00004';
    await (await lab.worker()).send(many, false);
    await lab.rings();
    expect(lab.kept()).toEqual(many.filter((id) => id !== 'arxiv:2404.00004'));
    expect(await listZotero(9)).toMatchObject({
      orders: [{ id: 'arxiv:2404.00004', state: 'failed' }],
      queued: 0,
      sent: 9,
    });
    lab.zotero.poison = '';
    expect(await (await lab.worker()).send(many, false)).toMatchObject({ sent: 1, there: 9 });
    expect(lab.kept()).toEqual(many);
  });
});

describe('what is in Zotero already', () => {
  beforeEach(async () => {
    lab.zotero.readable = true;
    await lab.meet([A, B], false);
  });

  it('is not sent, by whatever id it is known there', async () => {
    lab.zotero.add({ DOI: '10.48550/arXiv.2403.00001' });
    lab.zotero.add({
      title: 'A study of arxiv:2403.00002 and its uses',
      creators: [{ firstName: 'Ada', lastName: 'Lovelace', creatorType: 'author' }],
    });
    expect(await (await lab.worker()).send([A, B], false)).toEqual({
      sent: 2,
      there: 0,
      waiting: 0,
      open: 0,
    });
    expect(lab.saves()).toEqual([]);
    expect(await (await lab.worker()).send([A, B], false)).toEqual({
      sent: 0,
      there: 2,
      waiting: 0,
      open: 0,
    });
  });

  it('is read in parts, then only what is new', async () => {
    for (let n = 0; n < 700; n++) lab.zotero.add({ DOI: `10.1145/${n}` });
    await (await lab.worker()).look(false);
    const own = () => lab.zotero.paths().filter((path) => path.includes('/users/0/items'));
    const starts = () => own().map((path) => /start=\d+&limit=\d+&sort=\w+/.exec(path)?.[0]);
    expect(starts()).toEqual([
      'start=0&limit=300&sort=dateAdded',
      'start=300&limit=300&sort=dateAdded',
      'start=600&limit=300&sort=dateAdded',
    ]);
    expect(await lab.there()).toHaveLength(700);
    expect(await lab.state()).toMatchObject({ readable: true, items: 700 });
    lab.zotero.add({ url: 'https://arxiv.org/abs/2403.00001v2' });
    lab.pass(MINUTE);
    await (await lab.worker()).look(false);
    expect(starts().slice(3)).toEqual(['start=0&limit=300&sort=dateModified']);
    expect(await lab.there()).toContain(A);
  });

  it('of groups is read too, after the reader’s own, and a group that went away stops nothing', async () => {
    for (let n = 0; n < 310; n++) lab.zotero.add({ DOI: `10.1145/${n}` }, 2);
    lab.zotero.add({ DOI: '10.48550/arXiv.2403.00001' }, 3);
    lab.zotero.fault = ({ path }) =>
      path.includes('/groups/2/') && path.includes('start=300') ? { status: 404 } : undefined;
    await (await lab.worker()).look(false);
    const asked = () => lab.zotero.paths().map((path) => /^[^?]+|start=\d+/.exec(path)?.[0]);
    expect(asked()).toEqual([
      '/api/users/0/items/top',
      '/api/users/0/groups',
      '/api/groups/2/items/top',
      '/api/groups/2/items/top',
      '/api/groups/3/items/top',
    ]);
    expect(await lab.there()).toHaveLength(301);
    expect(await lab.there()).toContain(A);
    expect((await lab.state()).reading).toBeUndefined();
    // what a group gave up is forgotten with the next whole reading
    lab.zotero.items.splice(0);
    lab.pass(MINUTE);
    await (await lab.worker()).look(true);
    expect(await lab.there()).toEqual([]);
  });

  it('taken out of it is noticed a day later, or when all is read again', async () => {
    lab.zotero.add({ DOI: '10.48550/arXiv.2403.00001' });
    await (await lab.worker()).look(false);
    lab.zotero.items.splice(0);
    lab.pass(MINUTE);
    await (await lab.worker()).look(false);
    expect(await lab.there()).toEqual([A]);
    await (await lab.worker()).look(true);
    expect(await lab.there()).toEqual([]);
    lab.zotero.add({ DOI: '10.48550/arXiv.2403.00002' });
    lab.pass(25 * 60 * MINUTE);
    await (await lab.worker()).look(false);
    expect(await lab.there()).toEqual([B]);
  });

  it('what was sent stays known as sent', async () => {
    await (await lab.worker()).send([A], false);
    lab.zotero.items.splice(0);
    await (await lab.worker()).look(true);
    expect(await lab.there()).toEqual([A]);
  });

  it('more that changed than one answer holds is read as a whole', async () => {
    await (await lab.worker()).look(false);
    for (let n = 0; n < 320; n++) lab.zotero.add({ DOI: `10.1145/${n}` });
    lab.pass(MINUTE);
    await (await lab.worker()).look(false);
    expect(await lab.there()).toHaveLength(320);
  });

  it('cannot be told where Zotero lets nobody in, and papers are sent all the same', async () => {
    lab.zotero.readable = false;
    expect(await (await lab.worker()).send([A], false)).toMatchObject({ sent: 1 });
    expect((await lab.state()).readable).toBe(false);
  });

  it.each([
    ['silent'],
    [{ status: 500 }],
    [{ status: 200, body: '<html>' }],
    [{ status: 200, body: '[{"data":5}]' }],
  ] as const)('nor where reading goes wrong: %j', async (fault) => {
    if (fault === 'silent') lab.patience = 1_000;
    lab.zotero.fault = ({ path }) => (path.startsWith('/api/') ? fault : undefined);
    expect(await (await lab.worker()).send([A], false)).toMatchObject({ sent: 1, waiting: 0 });
    await vi.waitFor(() => expect(lab.alarm).toBeUndefined());
  });
});

it('papers that became one paper are sent once', async () => {
  const title = 'title:a-study-of-lanterns-and-of-their-uses|lovelace';
  const met = { title: 'A study of lanterns and of their uses' };
  await lab.meet([title], false, met);
  await (await lab.worker()).send([title], false);
  await lab.meet([A], false, met); // the same title and author, now with an id
  expect(await (await lab.worker()).send([A], false)).toMatchObject({ there: 1 });
  expect(lab.zotero.items).toHaveLength(1);
});

it('a worker stopped at any point loses no paper and doubles none', async () => {
  const counts: number[] = [];
  for (let killAt = 1; ; killAt++) {
    await freshDatabase();
    await lab.zotero.stop();
    lab = await ZoteroLab.open();
    lab.settings.zoteroTarget = 'C23';
    await lab.meet([A, B]);
    await tag(B, 'gui');
    lab.killAt = killAt;
    await (await lab.worker()).saved([A, B]);
    const killed = lab.points >= killAt;
    lab.killAt = Number.POSITIVE_INFINITY;
    await (await lab.worker()).wake(); // the browser starts it again
    await lab.rings();
    expect(lab.kept(), `killed at ${killAt}`).toEqual([A, B]);
    expect(lab.zotero.items.map(({ collections }) => collections)).toEqual([[23], [23]]);
    expect(await lab.there()).toEqual([A, B]);
    counts.push(lab.saves().length);
    if (!killed) break;
  }
  expect(counts.length).toBeGreaterThan(10);
});
