/** Names of what was learned: the strongest words for and against, as papers write them. */
import { expect, it } from 'vitest';
import { hashOf, termOf } from '../../src/core/terms.ts';
import { namesOf } from '../../src/ranking/names.ts';

/** Letters, so that each is a word of its own and its own stem. */
const wordOf = (at: number): string =>
  `q${String(at)
    .padStart(4, '0')
    .replace(/\d/g, (digit) => 'bcdfghjkmp'[Number(digit)] as string)}`;

it('names the 400 strongest terms for and the 200 against, none without weight, and stops on the way', () => {
  const words = Array.from({ length: 1_000 }, (_, at) => wordOf(at));
  const all = words.map((word) => ({ word, id: hashOf(termOf(word)) })).sort((a, b) => a.id - b.id);
  const vocabulary = {
    ids: Uint32Array.from(all, ({ id }) => id),
    idf: new Float32Array(all.length).fill(1),
    share: new Float32Array(all.length),
  };
  // by slot: 1 … 600 for, 0 for 100, −1 … −300 against
  const weights = Float32Array.from(all, (_, slot) => (slot < 600 ? slot + 1 : slot < 700 ? 0 : 699 - slot));
  const text = { title: all.map(({ word }) => word).join(' '), abstract: '' };
  const steps = namesOf([weights], vocabulary, [{ text }, {}]);
  let stops = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (!done) {
      stops++;
      continue;
    }
    const expected = [...all.slice(200, 600), ...all.slice(800)];
    expect(value).toEqual(Object.fromEntries(expected.map(({ id, word }) => [id, word])));
    break;
  }
  expect(stops).toBe(1);
});
