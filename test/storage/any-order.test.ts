/** Backups of several machines, restored in any order, any number of times: one library, and nothing decided is lost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CollectionChange } from '../../src/core/collections.ts';
import { titleId } from '../../src/core/identity.ts';
import { tagsOf } from '../../src/core/mark.ts';
import type { Entry, Paper } from '../../src/core/paper.ts';
import type { WatchRule } from '../../src/core/rules.ts';
import {
  changeCollections,
  changeMarks,
  deleteRule,
  putRule,
  type RestoreParts,
  readAll,
  recount,
  setCiteKeys,
  syncEntries,
} from '../../src/storage/index.ts';
import { previewRestore, restore, undoRestore } from '../../src/storage/restoring.ts';
import { dump, entry, freshDatabase, later, plainTools, visitAt } from './setup.ts';

/**
 * What is true of five works; each listing shows some of it. The second became a DOI, the third has a title alone, the
 * last two share their title and author and are different papers, which every listing tells by their ids.
 */
const WORKS = [
  { title: 'A study of pointing hands in margins', ids: ['arxiv:2403.00001', 'doi:10.1145/1', 'pmid:77'] },
  { title: 'Manicules considered helpful for readers', ids: ['openreview:abcdef', 'doi:10.1145/2'] },
  { title: 'On reading what nobody else has read yet', ids: [] },
  { title: 'A yearly report on hands beside the text', ids: ['arxiv:2303.00009'], told: true },
  {
    title: 'A yearly report on hands beside the text',
    ids: ['arxiv:2403.00009', 'doi:10.1145/9'],
    told: true,
  },
] as const satisfies readonly Work[];

interface Work {
  title: string;
  ids: readonly string[];
  told?: boolean;
}

/** One thing that happens on a machine. */
type Step =
  | { do: 'meet'; work: number; shows: boolean[]; at: number; site: string; words: string }
  | { do: 'mark'; work: number; change: Record<string, unknown>; at: number }
  | { do: 'rule'; id: string; word: string; at: number }
  | { do: 'unrule'; id: string; at: number }
  | { do: 'key'; work: number; key: string; at: number }
  | { do: 'collection'; id: string; change: CollectionChange; at: number };

const work = fc.nat({ max: WORKS.length - 1 });
const minute = fc.nat({ max: 40 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('meet' as const),
      work,
      shows: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      at: minute,
      site: fc.constantFrom('arxiv', 'huggingface'),
      words: fc.constantFrom('', 'We point.', 'We point at papers.', 'We po…'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('mark' as const),
      work,
      at: minute,
      change: fc.oneof(
        fc.constantFrom(true, false).map((saved) => ({ saved })),
        fc.constantFrom(true, false).map((dismissed) => ({ dismissed })),
        fc.constantFrom('a', 'b', '').map((note) => ({ note })),
        fc.constantFrom('read', 'reading', null).map((status) => ({ status })),
        fc
          .tuple(fc.constantFrom('x', 'y'), fc.boolean())
          .map(([tag, on]) => ({ tags: { [tag]: on } as Record<string, boolean> })),
        fc.boolean().map((flagged) => ({ flagged })),
        fc
          .tuple(fc.constantFrom('c-a', 'c-b'), fc.boolean(), fc.constantFrom('a', 'b', ''))
          .map(([id, on, key]) => ({ collections: { [id]: on }, places: { [id]: key } })),
        fc.constantFrom('high', 'low', null).map((priority) => ({ priority })),
        fc.boolean().map((trashed) => ({ trashed })),
      ),
    }),
  },
  fc.record({
    do: fc.constant('rule' as const),
    id: fc.constantFrom('r1', 'r2'),
    word: fc.constantFrom('pointing', 'hands'),
    at: minute,
  }),
  fc.record({ do: fc.constant('unrule' as const), id: fc.constantFrom('r1', 'r2'), at: minute }),
  fc.record({
    do: fc.constant('collection' as const),
    id: fc.constantFrom('c-a', 'c-b', 'c-c'),
    at: minute,
    change: fc.oneof(
      fc.constantFrom('One', 'Two').map((name) => ({ name })),
      fc.constantFrom('c-a', 'c-b', 'c-c', null).map((parent) => ({ parent })),
      fc.constantFrom('a', 'b').map((place) => ({ place })),
      fc.boolean().map((deleted) => ({ deleted })),
    ),
  }),
  fc.record({ do: fc.constant('key' as const), work, key: fc.constantFrom('ada', 'bab'), at: minute }),
);

function shown({ work: at, shows, site, words }: Extract<Step, { do: 'meet' }>): Entry {
  const { title, ids, told = false }: Work = WORKS[at] as Work;
  const some = ids.filter((_, place) => shows[place] || (told && place === 0));
  const authors = ['Ada Lovelace', ...(shows[0] ? ['Charles Babbage'] : [])];
  const id = some[0] ?? titleId(title, authors);
  return entry({
    id,
    title,
    site,
    aliases: some.slice(1),
    authors,
    ...(shows[1] ? { comment: `seen on ${site}`, upvotes: shows[2] ? 3 : 4 } : {}),
    abstract: words,
    links: {
      page: `https://example.org/${site}`,
      code: shows[2] ? [`https://${site}.example`] : [],
      project: [],
    },
  });
}

/** The id under which a work stands on this machine; undefined where it was never met. */
async function idOf(at: number): Promise<string | undefined> {
  const papers = (await dump())['papers'] as Paper[];
  const { title, ids, told = false }: Work = WORKS[at] as Work;
  return papers.find((paper) => (told ? paper.id === ids[0] : paper.title === title))?.id;
}

async function live(steps: readonly Step[]): Promise<void> {
  for (const one of steps) {
    const now = later(one.at);
    if (one.do === 'meet') await syncEntries([shown(one)], visitAt(now, one.site), plainTools, now);
    else if (one.do === 'rule')
      await putRule({
        id: one.id,
        words: [one.word],
        authors: [],
        categories: [],
        topics: [],
        effect: 'dim',
        enabled: true,
        changedAt: now,
      } satisfies WatchRule);
    else if (one.do === 'unrule') await deleteRule(one.id, now);
    else if (one.do === 'collection') await changeCollections(new Map([[one.id, one.change]]), now);
    else {
      const id = await idOf(one.work);
      if (!id) continue;
      if (one.do === 'mark') await changeMarks([{ id, change: one.change }], now);
      else await setCiteKeys(new Map([[id, one.key]]), now);
    }
  }
}

async function backup(): Promise<RestoreParts> {
  const parts = { papers: [], marks: [], rules: [], collections: [], sightings: [] } as {
    [kind: string]: unknown[];
  };
  for await (const { kind, value } of readAll()) parts[`${kind}s`]?.push(value);
  return parts as unknown as RestoreParts;
}

/** What a library says, without the order in which it was written and what is derived of it for this machine alone. */
async function library(): Promise<unknown> {
  const { aliases: _, counts: __, search: ___, ...rest } = await dump();
  return rest;
}

/** Each machine lives, backs up, lives on and backs up again: files of which later ones hold what earlier ones hold. */
const machine = fc.tuple(fc.array(step, { maxLength: 5 }), fc.array(step, { maxLength: 3 }));

async function filesOf(machines: [Step[], Step[]][]): Promise<RestoreParts[]> {
  const files: RestoreParts[] = [];
  for (const lives of machines) {
    await freshDatabase();
    for (const steps of lives) {
      await live(steps);
      files.push(await backup());
    }
  }
  return files;
}

const scene = fc.array(machine, { minLength: 2, maxLength: 3 }).chain((machines) =>
  fc.record({
    machines: fc.constant(machines),
    orders: fc.tuple(
      fc.shuffledSubarray([...Array(machines.length * 2).keys()], { minLength: machines.length * 2 }),
      fc.shuffledSubarray([...Array(machines.length * 2).keys()], { minLength: machines.length * 2 }),
    ),
  }),
);

it('any order of any backups of any machines gives the same library', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ machines, orders }) => {
      const files = await filesOf(machines);
      const results: unknown[] = [];
      for (const order of orders) {
        await freshDatabase();
        for (const place of order) await restore(files[place] as RestoreParts);
        results.push(await library());
      }
      expect(results[1]).toEqual(results[0]);
      // and again: nothing is new
      for (const file of files) {
        expect(await previewRestore(file)).toMatchObject({
          newPapers: 0,
          changedPapers: 0,
          newMarks: 0,
          changedMarks: 0,
          newRules: 0,
          changedRules: 0,
          newCollections: 0,
          changedCollections: 0,
          newSightings: 0,
        });
      }
    }),
    { numRuns: 25 },
  );
});

it('so do files of which lines are missing', async () => {
  /** Every file without some of its records. */
  const holes = fc.array(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), {
    minLength: 6,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(scene, holes, async ({ machines, orders }, missing) => {
      let place = 0;
      const kept = <T>(all: readonly T[], of: readonly boolean[]) =>
        all.filter(() => !of[place++ % of.length]);
      const files = (await filesOf(machines)).map((file, at): RestoreParts => {
        const of = missing[at] ?? [];
        return { ...file, papers: kept(file.papers, of), marks: kept(file.marks, of) };
      });
      const results: unknown[] = [];
      for (const order of orders) {
        await freshDatabase();
        for (const file of order) await restore(files[file] as RestoreParts);
        results.push(await library());
      }
      expect(results[1]).toEqual(results[0]);
    }),
    { numRuns: 25 },
  );
});

it('a machine that takes in another’s backup loses no save, note or tag, and gets all back on undo', async () => {
  await fc.assert(
    fc.asyncProperty(machine, machine, async (mine, theirs) => {
      const [, file] = await filesOf([theirs]);
      await freshDatabase();
      for (const steps of mine) await live(steps);
      await recount(); // nothing counted yet and zero are the same
      const before = await dump();
      const mark = async (at: number) => {
        const id = await idOf(at);
        const marks = (await dump())['marks'] as { id: string; saved?: { value: boolean; at: string } }[];
        return marks.find((one) => one.id === id);
      };
      const own = await Promise.all(WORKS.map((_, at) => mark(at)));
      await restore(file as RestoreParts);
      for (const [at, one] of own.entries()) {
        const now = await mark(at);
        // fewer only where the other machine took it back later
        if (one?.saved?.value && !now?.saved?.value)
          expect((now?.saved?.at ?? '') >= one.saved.at).toBe(true);
        for (const tag of tagsOf(one))
          expect(Object.keys((now as { tags?: object } | undefined)?.tags ?? {})).toContain(tag);
      }
      await undoRestore();
      expect(await dump()).toEqual(before);
    }),
    { numRuns: 25 },
  );
});
