import { beforeEach, describe, expect, it } from 'vitest';
import type { ZoteroOrder } from '../../src/core/zotero.ts';
import {
  dropZotero,
  dueZotero,
  giveZotero,
  inZotero,
  keepZoteroItems,
  listZotero,
  nextZotero,
  noteZotero,
  openDb,
  putZotero,
  sweepZoteroItems,
  type ZoteroWish,
  zoteroOrders,
  zoteroState,
} from '../../src/storage/index.ts';
import { freshDatabase, later, NOW } from './setup.ts';

beforeEach(freshDatabase);

const IDS = ['arxiv:1', 'arxiv:2', 'arxiv:3', 'doi:10.1/a', 'doi:10.1/b'];
const there = async () => [...(await inZotero(IDS))];

const order = (id: string, change: Partial<ZoteroOrder> = {}): ZoteroOrder => ({
  id,
  state: 'queued',
  at: NOW,
  why: 'hand',
  ...change,
});

describe('the queue', () => {
  it('hands out what is due, earliest first, and tells when there is more', async () => {
    await putZotero([
      order('arxiv:2', { due: later(2) }),
      order('arxiv:1'),
      order('arxiv:3', { due: later(1) }),
    ]);
    expect((await dueZotero(NOW, 10)).map(({ id }) => id)).toEqual(['arxiv:1']);
    expect((await dueZotero(later(5), 10)).map(({ id }) => id)).toEqual(['arxiv:1', 'arxiv:3', 'arxiv:2']);
    expect((await dueZotero(later(5), 2)).map(({ id }) => id)).toEqual(['arxiv:1', 'arxiv:3']);
    await dropZotero(['arxiv:1']);
    expect(await nextZotero()).toBe(later(1));
  });

  it('an order that is sent, unsure or failed leaves it, whatever due time it still carries', async () => {
    await putZotero([
      order('arxiv:1', { state: 'sent', due: NOW }),
      order('arxiv:2', { state: 'unsure', due: NOW }),
      order('arxiv:3', { state: 'failed', due: NOW }),
    ]);
    expect(await nextZotero()).toBeUndefined();
    expect(await there()).toEqual(['arxiv:1']);
    await putZotero([order('arxiv:1', { sentAt: NOW })]); // once more
    expect(await there()).toEqual([]);
    expect(await nextZotero()).toBe('');
  });

  it('drops records it cannot read and goes on', async () => {
    const db = await openDb();
    await db.put('zotero', { id: 'arxiv:0', due: '' } as never);
    await putZotero([order('arxiv:1')]);
    expect((await dueZotero(NOW, 10)).map(({ id }) => id)).toEqual(['arxiv:1']);
    expect(await db.count('zotero')).toBe(1);
    await db.put('zotero', { id: 'arxiv:9', state: 'lost' } as never);
    expect(await zoteroOrders(['arxiv:9', 'arxiv:1', 'arxiv:1'])).toEqual(
      new Map([['arxiv:1', order('arxiv:1', { due: '' })]]),
    );
  });

  it('lists what needs the reader, and counts the rest', async () => {
    await putZotero([
      order('arxiv:1', { state: 'sent' }),
      order('arxiv:2', { state: 'unsure' }),
      order('arxiv:3', { state: 'failed' }),
      order('arxiv:4'),
    ]);
    expect(await listZotero(10)).toMatchObject({
      orders: [{ id: 'arxiv:2' }, { id: 'arxiv:3' }],
      queued: 1,
      sent: 1,
    });
    expect((await listZotero(1)).orders).toHaveLength(1);
  });
});

describe('what is there', () => {
  it('is what was sent and what a reading met', async () => {
    await putZotero([order('arxiv:1', { state: 'sent' }), order('arxiv:2')]);
    await keepZoteroItems(['doi:10.1/a', 'arxiv:1'], 'first', { failures: 0, items: 2 });
    expect(await there()).toEqual(['arxiv:1', 'doi:10.1/a']);
    expect(await inZotero(['arxiv:1', 'arxiv:2', 'doi:10.1/a', 'doi:10.1/b'])).toEqual(
      new Set(['arxiv:1', 'doi:10.1/a']),
    );
    expect(await zoteroState()).toEqual({ failures: 0, items: 2 });
  });

  it('a later reading forgets what it did not meet, and nothing that was sent', async () => {
    await putZotero([order('arxiv:1', { state: 'sent' })]);
    await keepZoteroItems(['arxiv:1', 'arxiv:2', 'arxiv:3'], 'first', { failures: 0 });
    await keepZoteroItems(['arxiv:3'], 'second', { failures: 0 });
    await sweepZoteroItems('second');
    expect(await there()).toEqual(['arxiv:1', 'arxiv:3']);
  });
});

it('a broken state is none', async () => {
  await noteZotero({ failures: 2, nextAt: NOW });
  expect(await zoteroState()).toEqual({ failures: 2, nextAt: NOW });
  await (await openDb()).put('meta', 'nonsense' as never, 'zotero');
  expect(await zoteroState()).toEqual({ failures: 0 });
});

describe('orders given', () => {
  const wish = (ids: string[], change: Partial<ZoteroWish> = {}): ZoteroWish => ({
    ids,
    at: NOW,
    why: 'save',
    due: later(1),
    ...change,
  });

  it('are kept under the paper’s own id, or the one it had when it was ordered before', async () => {
    await putZotero([order('title:x', { due: later(2), why: 'save' })]);
    expect(await giveZotero([wish(['arxiv:1', 'title:x']), wish(['arxiv:2'])])).toEqual([
      'title:x',
      'arxiv:2',
    ]);
    const orders = await zoteroOrders(['arxiv:1', 'title:x', 'arxiv:2']);
    expect([...orders.keys()]).toEqual(['title:x', 'arxiv:2']);
  });

  it.each<[string, Partial<ZoteroOrder>, Partial<ZoteroWish>, Partial<ZoteroOrder>]>([
    ['under way goes on', { session: 's', due: '' }, { again: true }, { session: 's', due: '' }],
    ['taken goes on', { session: 's', due: '', taken: true }, {}, { session: 's', taken: true }],
    ['by hand stays so', { why: 'hand', due: NOW }, {}, { why: 'hand', due: NOW }],
    [
      'by itself becomes by hand',
      { why: 'save', due: later(9) },
      { why: 'hand', due: NOW },
      { why: 'hand', due: NOW },
    ],
    ['unsure stays', { state: 'unsure' }, { why: 'hand' }, { state: 'unsure' }],
    [
      'unsure is sent when wanted again',
      { state: 'unsure' },
      { again: true },
      { state: 'queued', again: true },
    ],
    ['failed is tried anew', { state: 'failed' }, {}, { state: 'queued', due: later(1) }],
    ['sent is sent when wanted again', { state: 'sent' }, { again: true }, { state: 'queued', again: true }],
  ])('one that is %s', async (_, before, change, after) => {
    await putZotero([order('arxiv:1', before)]);
    await giveZotero([wish(['arxiv:1'], change)]);
    expect((await zoteroOrders(['arxiv:1'])).get('arxiv:1')).toMatchObject(after);
  });
});
