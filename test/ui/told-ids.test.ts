import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdListener, IdTeller, inMessages, placeIn } from '../../src/ui/shared/told-ids.ts';

const among = {};
const idOf = (paper: number) => `arxiv:${paper}`;
const list = (...papers: number[]) => ({ papers: Uint32Array.from(papers), among, idOf });

test('every list arrives as it was told', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.nat(200))), fc.array(fc.boolean()), (lists, anew) => {
      const [teller, listener] = [new IdTeller(), new IdListener()];
      let now = {};
      lists.forEach((papers, n) => {
        if (anew[n]) now = {};
        const told = teller.tell({ papers: Uint32Array.from(papers), among: now, idOf });
        expect(listener.take(structuredClone(told))).toEqual(papers.map(idOf));
      });
    }),
  );
});

test('an id is told once, and again when the index is another', () => {
  const teller = new IdTeller();
  expect(teller.tell(list(7, 3))).toEqual({
    numbers: Uint32Array.of(0, 1),
    more: 'arxiv:7\narxiv:3',
    anew: true,
  });
  expect(teller.tell(list(3, 9, 7))).toEqual({
    numbers: Uint32Array.of(1, 2, 0),
    more: 'arxiv:9',
    anew: false,
  });
  expect(teller.tell({ ...list(9), among: {} })).toEqual({
    numbers: Uint32Array.of(0),
    more: 'arxiv:9',
    anew: true,
  });
  expect(teller.tell(list())).toEqual({ numbers: new Uint32Array(0), more: '', anew: true });
});

test('the place of what was at a place of another list', () => {
  const [teller, listener] = [new IdTeller(), new IdListener()];
  const first = listener.take(teller.tell(list(7, 3)));
  const second = listener.take(teller.tell(list(3, 9)));
  expect([placeIn(second, first, 0), placeIn(second, first, 1), placeIn(second, first, 2)]).toEqual([
    -1, 0, -1,
  ]);
  // lists of other origin, and what was told of another index
  const plain = ['arxiv:9', 'arxiv:3'];
  expect([placeIn(plain, second, 0), placeIn(second, plain, 0), placeIn(second, plain, 5)]).toEqual([
    1, 1, -1,
  ]);
  const third = listener.take(teller.tell({ ...list(9, 3), among: {} }));
  expect([placeIn(third, second, 0), placeIn(third, second, 1)]).toEqual([1, 0]);
});

test('many new ids come in several messages, the list with the last', () => {
  for (const count of [0, 1, 7_999, 8_000, 8_001, 16_000, 20_000]) {
    const [teller, listener] = [new IdTeller(), new IdListener()];
    teller.tell(list(1));
    const papers = Array.from({ length: count }, (_, n) => count - n);
    const messages = [...inMessages(teller.tell({ papers: Uint32Array.from(papers), among: {}, idOf }))];
    expect(messages.length).toBe(Math.max(1, Math.ceil(count / 8_000)));
    for (const { more } of messages) expect(more.split('\n').length).toBeLessThanOrEqual(8_000);
    const lists = messages.map((message) => listener.take(structuredClone(message)));
    expect(lists.pop()).toEqual(papers.map(idOf));
    expect(lists.flat()).toEqual([]);
  }
});
