import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isUnknown, type TroubleKind } from '../../src/core/zotero.ts';
import { type ZoteroClient, zoteroClient } from '../../src/platform/zotero.ts';
import { FakeZotero, type Fault } from './zotero-server.ts';

let zotero: FakeZotero;
let client: ZoteroClient;
beforeEach(async () => {
  zotero = await new FakeZotero().start();
  client = zoteroClient(zotero.url, { size: 10_000 });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await zotero.stop();
});

const ITEM = { id: '1', itemType: 'preprint', title: 'Lanterns' };
const always = (fault: Fault) => {
  zotero.fault = () => fault;
};

describe('what is selected', () => {
  it('comes with every place that takes papers', async () => {
    zotero.selected = 'C23';
    expect(await client.selected()).toEqual({
      target: { id: 'C23', name: 'Lanterns', level: 1 },
      editable: true,
      version: '7.0.15',
      targets: [
        { id: 'L1', name: 'My Library', level: 0 },
        { id: 'C23', name: 'Lanterns', level: 1 },
        { id: 'C24', name: 'Small ones', level: 2 },
        { id: 'L2', name: 'Lantern Group', level: 0 },
        { id: 'C31', name: 'Shared', level: 1 },
      ],
    });
  });

  it('may be a library that takes none', async () => {
    zotero.selected = 'L3';
    expect(await client.selected()).toMatchObject({ target: { id: 'L3', level: 0 }, editable: false });
  });

  it.each(['', '[]', '{"libraryID":"x"}', '{"libraryID":1,"id":"C1; drop"}'.replace('1,"id"', '-1,"id"')])(
    'is not taken from %j',
    async (body) => {
      always({ status: 200, body });
      expect(await client.selected()).toEqual({ trouble: { kind: 'stranger', status: 200 } });
    },
  );

  it('leaves out targets of no known form', async () => {
    const targets = [
      { id: 'L1', name: 'A' },
      { id: 'X9', name: 'B' },
      { name: 'C' },
      null,
      { id: 'C2', level: -4, name: 5 },
    ];
    always({ status: 200, body: JSON.stringify({ libraryID: 1, name: 'A', targets }) });
    expect(await client.selected()).toMatchObject({
      targets: [
        { id: 'L1', name: 'A', level: 0 },
        { id: 'C2', name: '', level: 0 },
      ],
    });
  });
});

describe('saving', () => {
  it('names the connector’s version and sends JSON, and nothing of the reader', async () => {
    expect(await client.save('s1', [ITEM])).toEqual({ kind: 'taken' });
    expect(zotero.items).toMatchObject([{ library: 1, collections: [], data: ITEM }]);
    const { method, headers, body } = zotero.calls[0] ?? { method: '', headers: {}, body: {} };
    expect(method).toBe('POST');
    expect(headers).toMatchObject({
      'x-zotero-connector-api-version': '3',
      'content-type': 'application/json',
    });
    for (const own of ['cookie', 'referer', 'authorization']) expect(headers).not.toHaveProperty(own);
    expect(body).toEqual({ sessionID: 's1', items: [ITEM] });
  });

  it('a session twice is known, and saved once', async () => {
    await client.save('s1', [ITEM]);
    expect(await client.save('s1', [ITEM])).toEqual({ kind: 'known' });
    expect(zotero.items).toHaveLength(1);
  });

  it('into a read-only library says so', async () => {
    zotero.selected = 'L3';
    zotero.switchesToMine = false;
    expect(await client.save('s1', [ITEM])).toEqual({ trouble: { kind: 'read-only', status: 500 } });
    expect(zotero.items).toEqual([]);
  });

  it('to a newer Zotero says that it wants more', async () => {
    zotero.apiVersion = 4;
    expect(await client.save('s1', [ITEM])).toEqual({ trouble: { kind: 'outdated', status: 400 } });
  });
});

describe('moving', () => {
  beforeEach(() => client.save('s1', [ITEM]));

  it('puts what was saved where it belongs, with the reader’s tags', async () => {
    expect(await client.move('s1', 'C31', 'a,b c')).toEqual({ kind: 'done' });
    expect(zotero.items).toMatchObject([{ library: 2, collections: [31], tags: ['a', 'b c'] }]);
  });

  it.each([
    ['s2', 'C23', 'unknown-session'],
    ['s1', 'C99', 'no-target'],
  ])('%s to %s: %s', async (session, target, kind) => {
    expect(await client.move(session, target, '')).toEqual({ kind });
    expect(zotero.items).toMatchObject([{ library: 1, collections: [] }]);
  });

  it('is more than an old version can do', async () => {
    zotero.movesSessions = false;
    expect(await client.move('s1', 'C23', '')).toEqual({ trouble: { kind: 'old', status: 404 } });
  });
});

describe('reading the library', () => {
  beforeEach(() => {
    for (const n of [1, 2, 3]) zotero.add({ title: `Paper ${n}` });
  });
  const titles = (text: string) =>
    (JSON.parse(text) as { data: { title: string } }[]).map(({ data }) => data.title);

  it('is closed unless Zotero is set to let programs in', async () => {
    expect(await client.read(0, 2, 'as added')).toEqual({ kind: 'closed' });
  });

  it('goes part by part, in either order', async () => {
    zotero.readable = true;
    const first = await client.read(0, 2, 'as added');
    expect(first).toMatchObject({ total: 3 });
    expect('text' in first && titles(first.text)).toEqual(['Paper 1', 'Paper 2']);
    const second = await client.read(2, 2, 'as added');
    expect('text' in second && titles(second.text)).toEqual(['Paper 3']);
    const latest = await client.read(0, 1, 'latest change first');
    expect('text' in latest && titles(latest.text)).toEqual(['Paper 3']);
  });

  it('tells groups, and reads theirs', async () => {
    expect(await client.groups()).toEqual([]);
    zotero.readable = true;
    expect(await client.groups()).toEqual([2, 3]);
    zotero.add({ title: 'Shared paper' }, 2);
    const shared = await client.read(0, 9, 'as added', 2);
    expect('text' in shared && titles(shared.text)).toEqual(['Shared paper']);
    expect(await client.read(0, 9, 'as added', 77)).toEqual({ kind: 'closed' });
    zotero.fault = () => ({ status: 200, body: '[{"id":"x"},{"id":-1},7,{"id":5},{"id":5}]' });
    expect(await client.groups()).toEqual([5]);
  });

  it('takes an answer that is too large for none', async () => {
    zotero.readable = true;
    zotero.add({ abstractNote: 'x'.repeat(20_000) });
    expect(await client.read(0, 9, 'as added')).toEqual({ trouble: { kind: 'stranger', status: 200 } });
  });
});

describe.each<[string, Fault, TroubleKind, number | undefined, boolean]>([
  ['a connection cut off at once', 'cut', 'absent', undefined, true],
  ['an answer lost on its way', 'lost', 'absent', undefined, true],
  ['no answer', 'silent', 'slow', undefined, true],
  ['another program', { status: 200, body: '{}', ours: false }, 'stranger', 200, true],
  ['a refusal', { status: 403, body: 'no' }, 'refused', 403, false],
  ['an address it does not know', { status: 404 }, 'old', 404, false],
  ['a method it does not know', { status: 501 }, 'old', 501, false],
  ['a version it does not take', { status: 412 }, 'outdated', 412, false],
  ['a request it does not understand', { status: 400, body: 'Invalid JSON provided' }, 'failed', 400, false],
  ['a failure', { status: 500 }, 'failed', 500, false],
  ['a redirect', { status: 302 }, 'failed', 302, false],
])('%s', (_, fault, kind, status, unknown) => {
  const expected = { trouble: status === undefined ? { kind } : { kind, status } };
  it('is told apart', async () => {
    always(fault);
    if (fault === 'silent') client = zoteroClient(zotero.url, { short: 1_000, long: 1_000 });
    expect(await client.selected()).toEqual(expected);
    expect(await client.save('s1', [ITEM])).toEqual(expected);
    expect(await client.move('s1', 'L1', '')).toEqual(expected);
    expect(zotero.calls).toHaveLength(3); // none is tried twice here
    expect(isUnknown(expected.trouble)).toBe(unknown);
  });
});

describe('nobody there', () => {
  it('is absent', async () => {
    await zotero.stop();
    expect(await client.selected()).toEqual({ trouble: { kind: 'absent' } });
  });

  it.each([
    ['loopback-network', 'denied', 'blocked'],
    ['local-network-access', 'denied', 'blocked'],
    ['loopback-network', 'prompt', 'absent'],
  ])('is the browser’s doing where its %s is %s', async (setting, state, kind) => {
    await zotero.stop();
    const query = async ({ name }: { name: string }) => {
      if (name !== setting) throw new TypeError(`no ${name}`);
      return { state };
    };
    vi.stubGlobal('navigator', { permissions: { query } });
    expect(await client.selected()).toEqual({ trouble: { kind } });
  });
});

it('a request that does not name the connector is cut off, as by Zotero', async () => {
  await expect(fetch(`${zotero.url}/connector/getSelectedCollection`, { method: 'POST' })).rejects.toThrow();
});
