import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Collection,
  type CollectionChange,
  changeCollection,
  collectionName,
  collectionTree,
  flatTree,
  isCollection,
  mergeCollections,
  moveCollection,
  newCollectionId,
  pathWords,
  undoOfCollection,
} from '../../src/core/collections.ts';
import { applyChange, collectionsOf } from '../../src/core/mark.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const IDS = ['c-a', 'c-b', 'c-c', 'c-d', 'c-e'];
const time = fc.integer({ min: 0, max: 4 }).map(at);
const timed = <T>(value: fc.Arbitrary<T>) => fc.record({ value, at: time });
const parent = timed(fc.constantFrom(null, 'c-gone', ...IDS));
const fields = {
  name: timed(fc.constantFrom('x', 'y')),
  parent,
  place: timed(fc.constantFrom('', 'a', 'b')),
  deleted: timed(fc.boolean()),
};
const required = {
  requiredKeys: ['id', 'name', 'parent', 'place'] as ('id' | 'name' | 'parent' | 'place')[],
};
const copy = fc.record({ id: fc.constant('c-a'), ...fields }, required) as fc.Arbitrary<Collection>;
const library = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...IDS), ...fields }, required) as fc.Arbitrary<Collection>,
  { selector: ({ id }) => id },
);

const plain = (id: string, into: string | null = null, place = 'a', minute = 0): Collection => ({
  id,
  name: { value: id.toUpperCase(), at: at(0) },
  parent: { value: into, at: at(minute) },
  place: { value: place, at: at(0) },
});
const shape = (all: readonly Collection[]) =>
  flatTree(collectionTree(all)).map(({ id, depth }) => `${'.'.repeat(depth)}${id}`);

describe('two copies of a collection', () => {
  it('merge in any order, and again, into the same', () => {
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        expect(mergeCollections(a, a)).toEqual(a);
        expect(mergeCollections(a, b)).toEqual(mergeCollections(b, a));
        expect(mergeCollections(mergeCollections(a, b), c)).toEqual(
          mergeCollections(a, mergeCollections(b, c)),
        );
      }),
    );
  });

  it('keep what was changed on either side', () => {
    const made = changeCollection(undefined, 'c-a', { name: 'One', place: 'a' }, at(0));
    const named = changeCollection(made, 'c-a', { name: 'Two' }, at(2));
    const moved = changeCollection(made, 'c-a', { parent: 'c-b', place: 'b' }, at(1));
    expect(mergeCollections(named, moved)).toMatchObject({
      name: { value: 'Two' },
      parent: { value: 'c-b' },
      place: { value: 'b' },
    });
    const deleted = changeCollection(made, 'c-a', { deleted: true }, at(1));
    expect(mergeCollections(deleted, named).deleted?.value).toBe(true);
  });
});

describe('the tree', () => {
  it('has every living collection once, whatever was merged, and no other', () => {
    fc.assert(
      fc.property(library, (all) => {
        const ids = flatTree(collectionTree(all)).map(({ id }) => id);
        const living = all.filter(({ deleted }) => !deleted?.value).map(({ id }) => id);
        expect([...ids].sort()).toEqual([...living].sort());
      }),
    );
  });

  it('is the same whichever was met first', () => {
    fc.assert(
      fc.property(library, (all) => {
        expect(collectionTree([...all].reverse())).toEqual(collectionTree(all));
      }),
    );
  });

  it('cuts a circle at the last move, of two at once at the greater id', () => {
    expect(shape([plain('c-a', 'c-b', 'a', 1), plain('c-b', 'c-a', 'a', 2)])).toEqual(['c-b', '.c-a']);
    expect(shape([plain('c-a', 'c-b', 'a', 2), plain('c-b', 'c-a', 'a', 1)])).toEqual(['c-a', '.c-b']);
    expect(shape([plain('c-a', 'c-b'), plain('c-b', 'c-a')])).toEqual(['c-b', '.c-a']);
    expect(shape([plain('c-a', 'c-a')])).toEqual(['c-a']);
    expect(
      shape([
        plain('c-a', 'c-b', 'a', 1),
        plain('c-b', 'c-c', 'a', 2),
        plain('c-c', 'c-a', 'a', 3),
        plain('c-d', 'c-b'),
      ]),
    ).toEqual(['c-c', '.c-b', '..c-a', '..c-d']);
  });

  it('puts what is in a deleted or unknown collection into the nearest that is there', () => {
    const gone = { ...plain('c-b', 'c-a'), deleted: { value: true, at: at(3) } };
    expect(shape([plain('c-a'), gone, plain('c-c', 'c-b')])).toEqual(['c-a', '.c-c']);
    expect(shape([gone, plain('c-c', 'c-b'), plain('c-d', 'c-nowhere', 'b')])).toEqual(['c-c', 'c-d']);
  });

  it('orders siblings by their keys, those without behind', () => {
    expect(shape([plain('c-a', null, ''), plain('c-b', null, 'b'), plain('c-c', null, 'a')])).toEqual([
      'c-c',
      'c-b',
      'c-a',
    ]);
  });

  it('holds a file that nests ten thousand deep', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => plain(`c-${n}`, n === 0 ? null : `c-${n - 1}`));
    const flat = flatTree(collectionTree(all));
    expect(flat).toHaveLength(10_000);
    expect(flat.at(-1)).toMatchObject({ id: 'c-9999', depth: 9_999 });
  });

  it('names the way to a collection', () => {
    const [, inner] = flatTree(collectionTree([plain('c-a'), plain('c-b', 'c-a')]));
    expect(inner && pathWords(inner)).toBe('C-A / C-B');
  });
});

describe('moving a collection', () => {
  const all = [
    plain('c-a', null, 'a'),
    plain('c-b', null, 'b'),
    plain('c-c', 'c-a', 'a'),
    plain('c-d', 'c-c', 'a'),
  ];
  const moved = (id: string, into: string | null, before?: string) => {
    const changes = moveCollection(collectionTree(all), id, into, before);
    return shape(
      all.map((one) =>
        changes.has(one.id)
          ? changeCollection(one, one.id, changes.get(one.id) as CollectionChange, at(9))
          : one,
      ),
    );
  };

  it('puts it into another, before a sibling, to the top', () => {
    expect(moved('c-b', 'c-a')).toEqual(['c-a', '.c-c', '..c-d', '.c-b']);
    expect(moved('c-b', 'c-a', 'c-c')).toEqual(['c-a', '.c-b', '.c-c', '..c-d']);
    expect(moved('c-c', null, 'c-b')).toEqual(['c-a', 'c-c', '.c-d', 'c-b']);
    expect(moved('c-b', null, 'c-a')).toEqual(['c-b', 'c-a', '.c-c', '..c-d']);
  });

  it('never into itself, nor into what is not there', () => {
    const tree = collectionTree(all);
    expect(moveCollection(tree, 'c-a', 'c-d').size).toBe(0);
    expect(moveCollection(tree, 'c-a', 'c-a').size).toBe(0);
    expect(moveCollection(tree, 'c-a', 'c-x').size).toBe(0);
    expect(moveCollection(tree, 'c-x', null).size).toBe(0);
  });
});

describe('a step on a collection', () => {
  it('can be taken back', () => {
    const change: CollectionChange = { name: 'New', parent: 'c-b', place: 'c', deleted: true };
    const before = plain('c-a', null, 'b');
    const after = changeCollection(before, 'c-a', change, at(1));
    const back = changeCollection(after, 'c-a', undoOfCollection(before, change), at(2));
    expect([back.name.value, back.parent.value, back.place.value, back.deleted?.value]).toEqual([
      'C-A',
      null,
      'b',
      false,
    ]);
    expect(undoOfCollection(undefined, { name: 'x' })).toEqual({ deleted: true });
  });

  it('is later than everything before it, whatever the clock says', () => {
    const before = plain('c-a', null, 'a', 5);
    expect(changeCollection(before, 'c-a', { name: 'x' }, at(1)).name.at > at(5)).toBe(true);
  });

  it('keeps names short and on one line', () => {
    expect(collectionName('  a\n b ')).toBe('a b');
    expect(collectionName('x'.repeat(500))).toHaveLength(100);
  });
});

it('tells collections from what is none', () => {
  const sound = plain(newCollectionId());
  expect(isCollection(sound)).toBe(true);
  for (const broken of [
    null,
    7,
    { ...sound, id: 'reading' },
    { ...sound, id: 'c-a\tb' },
    { ...sound, name: 'x' },
    { ...sound, name: { value: 'x', at: 'never' } },
    { ...sound, parent: { value: 3, at: at(0) } },
    { ...sound, place: { value: 'a b', at: at(0) } },
    { ...sound, deleted: { value: 'yes', at: at(0) } },
  ])
    expect(isCollection(broken)).toBe(false);
});

it('knows the collections of a paper, those it was taken out of left out', () => {
  const mark = applyChange(undefined, 'arxiv:1', { collections: { 'c-a': true, 'c-b': false } }, at(0));
  expect(collectionsOf(mark)).toEqual(['c-a']);
  expect(collectionsOf(undefined)).toEqual([]);
});
