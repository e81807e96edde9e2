/** Texts of papers in their order, with and without blocks. */
import { describe, expect, it } from 'vitest';
import { Encoder, Pieces } from '../../src/ui/shared/export-bytes.ts';
import { type Place, SortedTexts } from '../../src/ui/shared/export-sorted.ts';

const compare = (a: Place, b: Place): number =>
  a.value < b.value ? -1 : a.value > b.value ? 1 : a.at - b.at;

interface Text {
  place: Place;
  text: string | undefined;
}

/** Five hundred texts by chance, of none to a thousand signs; many with the same value, some not in the file. */
const texts = Array.from({ length: 500 }, (_, n): Text => {
  const turn = (n * 7_919) % 500;
  return {
    place: { at: turn, value: 'abcdefg'[(n * 31) % 7] as string },
    text: n % 17 === 3 ? undefined : `,${n}${'é'.repeat((n * n) % 1_000)}`,
  };
});

async function sorted(most: number | undefined, all: readonly Text[] = texts) {
  const made = new SortedTexts(compare, most);
  const encoder = new Encoder();
  for (const { place, text } of all) {
    const { at } = place;
    const skipped = at % 50 === 0 ? [{ id: `${at}`, title: '', why: 'so' }] : [];
    made.add(place, text === undefined ? undefined : encoder.bytesOf(text), skipped);
  }
  const pieces = new Pieces();
  pieces.add('[');
  await made.into(pieces, 1);
  pieces.add(']');
  const { written, skipped } = made;
  return { text: await pieces.file('text/plain').text(), written, skipped: skipped.map(({ id }) => id) };
}

describe('texts in their order', () => {
  const inOrder = [...texts].sort((a, b) => compare(a.place, b.place));
  const kept = inOrder.flatMap(({ text }) => text ?? []);
  const expected = {
    text: `[${kept.join('').slice(1)}]`,
    written: kept.length,
    skipped: inOrder.filter(({ place }) => place.at % 50 === 0).map(({ place }) => `${place.at}`),
  };

  it('are the same in memory, in a few blocks, in many, and in one for each', async () => {
    for (const most of [undefined, 200_000, 5_000, 1]) expect(await sorted(most)).toEqual(expected);
  });

  it('a text longer than what is read at once comes whole', async () => {
    const long = [3, 1, 2].map((at): Text => ({ place: { at, value: '' }, text: `,${at}`.repeat(400_000) }));
    const { text } = await sorted(600_000, long);
    expect(text.length).toBe(3 * 800_000 + 1);
    expect([text.slice(0, 3), text[800_001], text[1_600_001]]).toEqual(['[1,', '2', '3']);
  });

  it('values that are long, have line breaks or half characters in them are compared as they were', async () => {
    const values = ['\ud800', '\ud801', '\ufffd', 'a\nb', 'a\n', 'b'.repeat(400_000), '"\\', '', 'z'];
    const all = values.map((value, at): Text => ({ place: { at, value }, text: `,${at}` }));
    const inMemory = await sorted(undefined, all);
    for (const most of [1, 5, 1_000]) expect(await sorted(most, all)).toEqual(inMemory);
  });

  it('texts at the same place come as they were added, from whichever block', async () => {
    const same = Array.from(
      { length: 30 },
      (_, n): Text => ({
        place: { at: n % 2, value: '' },
        text: `,${n}`,
      }),
    );
    const inMemory = await sorted(undefined, same);
    for (const most of [1, 5, 20]) expect(await sorted(most, same)).toEqual(inMemory);
  });

  it('of none nothing comes', async () => {
    expect(await sorted(1, [])).toEqual({ text: '[]', written: 0, skipped: [] });
  });
});
