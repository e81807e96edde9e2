import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Collection } from '../../src/core/collections.ts';
import { ManiculeError } from '../../src/core/errors.ts';
import type { Mark } from '../../src/core/mark.ts';
import type { Paper, Sighting } from '../../src/core/paper.ts';
import { exportPapers, isBackup, readBackup, writeBackup } from '../../src/exchange/index.ts';
import { NASTY } from './nasty.ts';

const AT = '2026-01-31T08:00:00.000Z';

const text = fc.string({ unit: 'binary', maxLength: 60 });
const time = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const id = fc
  .constantFrom('arxiv:', 'doi:10.1/', 'title:')
  .chain((kind) => fc.string({ minLength: 1, maxLength: 20 }).map((rest) => `${kind}${rest}`));
const url = fc.constantFrom('', 'https://example.org/a?b=%20c#d', 'http://example.org');
const address = fc.constantFrom('https://example.org/a', 'http://example.org/ü');
const key = fc.oneof(
  fc.constantFrom('prototype', 'constructor', '__proto__', 'toString'),
  text.filter((t) => t !== ''),
);
const dictionary = <T>(value: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(key, value), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries) as Record<string, T>);
const meeting = fc.record({ at: time, site: text });
const paper: fc.Arbitrary<Paper> = fc.record(
  {
    id,
    title: text,
    authors: fc.array(text, { maxLength: 4 }),
    authorsCut: fc.boolean(),
    abstract: text,
    published: fc.constantFrom('2024', '2024-01-02', ''),
    venue: text,
    doi: text,
    comment: text,
    journalRef: text,
    categories: fc.array(text, { maxLength: 3 }),
    keywords: fc.array(text, { maxLength: 3 }),
    upvotes: fc.nat(),
    upvotesAt: time,
    links: fc.record(
      { page: url, pdf: address, html: address, code: fc.array(address), project: fc.array(address) },
      { requiredKeys: ['page', 'code', 'project'] },
    ),
    aliases: fc.array(id, { maxLength: 3 }),
    topics: fc.array(
      fc.record({ id: text, score: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs) }),
      { maxLength: 3 },
    ),
    topicsVersion: fc.nat(),
    seen: fc.record({ count: fc.nat(), first: meeting, last: meeting, bySite: dictionary(time) }),
  },
  {
    requiredKeys: [
      'id',
      'title',
      'authors',
      'categories',
      'links',
      'aliases',
      'topics',
      'topicsVersion',
      'seen',
    ],
  },
);
const timed = <T>(value: fc.Arbitrary<T>) => fc.record({ value, at: time });
const reason = fc.record(
  { by: fc.constantFrom('hand' as const, 'rule' as const), rule: text, text },
  { requiredKeys: ['by', 'text'] },
);
const orderKey = fc.constantFrom('', 'a', 'V00000001', 'zz');
const collectionId = fc.nat().map((n) => `c-${n}`);
const collection = fc.record(
  {
    id: collectionId,
    name: timed(text),
    parent: timed(fc.option(collectionId)),
    place: timed(orderKey),
    deleted: timed(fc.boolean()),
  },
  { requiredKeys: ['id', 'name', 'parent', 'place'] },
) as fc.Arbitrary<Collection>;
const mark: fc.Arbitrary<Mark> = fc.record(
  {
    id,
    saved: timed(fc.boolean()),
    flagged: timed(fc.record({ on: fc.boolean(), reasons: fc.array(reason, { maxLength: 3 }) })),
    dismissed: timed(fc.boolean()),
    status: timed(fc.constantFrom('to-read' as const, 'reading' as const, 'read' as const, null)),
    rating: timed(fc.option(fc.integer({ min: 1, max: 5 }))),
    note: timed(text),
    tags: dictionary(timed(fc.boolean())),
    collections: dictionary(timed(fc.boolean())),
    places: dictionary(timed(orderKey)),
    priority: timed(fc.constantFrom('high' as const, 'normal' as const, 'low' as const, null)),
    citeKey: timed(text),
  },
  { requiredKeys: ['id'] },
);
const sighting: fc.Arbitrary<Sighting> = fc.record(
  {
    id,
    site: text,
    at: time,
    url,
    entryType: fc.constantFrom('new', 'cross', 'replaced'),
    position: fc.nat(),
    upvotes: fc.nat(),
  },
  { requiredKeys: ['id', 'site', 'at', 'url'] },
);
const parts = fc.record({
  papers: fc.array(paper, { maxLength: 4 }),
  marks: fc.array(mark, { maxLength: 4 }),
  rules: fc.array(fc.record({ id: text, words: fc.array(text) }), { maxLength: 2 }),
  collections: fc.array(collection, { maxLength: 3 }),
  settings: fc.array(dictionary(fc.oneof(text, fc.boolean())), { maxLength: 2 }),
  sightings: fc.array(sighting, { maxLength: 4 }),
});

const NO_PARTS = { papers: [], marks: [], rules: [], settings: [], sightings: [] };
const HEADER = '{"format":"manicule","version":1,"exported":"2026-01-31T08:00:00.000Z"}';
const SEALED = JSON.stringify({
  format: 'manicule',
  version: 1,
  sealed: {
    cipher: 'AES-256-GCM',
    kdf: 'PBKDF2-HMAC-SHA-256',
    iterations: 1,
    salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    file: 'x',
    check: {},
  },
});
const line = (kind: string, value: unknown) => JSON.stringify({ kind, value });
const PAPER = {
  ...NASTY[0]?.paper,
  aliases: [],
  topics: [],
  topicsVersion: 0,
  seen: { count: 1, first: { at: AT, site: 'x' }, last: { at: AT, site: 'x' }, bySite: {} },
};

/** JSON with sorted keys; compares own keys named "__proto__" too, which `toEqual` does not. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))
      : inner,
  );

describe('a backup', () => {
  test('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const file = [...writeBackup(given, AT)].join('');
        const { problems, exported, ...read } = readBackup(file);
        expect(problems).toEqual([]);
        expect(exported).toBe(AT);
        expect(canonical(read)).toBe(canonical(given));
      }),
      { numRuns: 200 },
    );
  });

  test('has one record a line after a header that counts them', () => {
    const file = [...writeBackup({ ...NO_PARTS, rules: [{ a: 'x\ny' }], settings: [{ b: 1 }] }, AT)].join('');
    expect(file).toBe(
      `{"format":"manicule","version":2,"since":1,"exported":"${AT}","papers":0,"marks":0,"rules":1,"collections":0,"settings":1,"sightings":0}\n` +
        '{"kind":"rule","value":{"a":"x\\ny"}}\n{"kind":"setting","value":{"b":1}}\n',
    );
  });

  test('leaves out collections of the wrong form, and order keys that are none', () => {
    const at = (value: unknown) => ({ value, at: AT });
    const sound = { id: 'c-1', name: at('One'), parent: at(null), place: at('no key') };
    const { collections, problems } = readBackup(
      [
        HEADER,
        line('collection', sound),
        line('collection', { ...sound, id: 'reading' }),
        line('collection', { ...sound, parent: at('x') }),
        line('collection', { ...sound, name: 'One' }),
      ].join('\n'),
    );
    expect(collections).toEqual([{ ...sound, place: at('') }]);
    expect(problems.map((one) => one.line)).toEqual([3, 4, 5]);
  });

  test('of exported papers reads back with their marks', () => {
    const { papers, marks, problems } = readBackup(exportPapers('jsonl', NASTY, { now: AT }).text);
    expect(problems).toEqual([]);
    expect(papers.map((entry) => entry.id)).toEqual(NASTY.map((item) => item.paper.id));
    const full = marks.find((entry) => entry.id === 'arxiv:2401.00071');
    expect(full?.saved).toEqual({ value: true, at: '2024-02-03T04:05:06.000Z' });
    expect(Object.keys(full?.tags ?? {})).toContain('prototype');
  });

  test('cut off in the middle of a line loses that line only, and says so', () => {
    const whole = [
      ...writeBackup(
        { ...NO_PARTS, papers: [PAPER as Paper, { ...PAPER, id: 'arxiv:2402.00001' } as Paper] },
        AT,
      ),
    ].join('');
    const read = readBackup(whole.slice(0, -20));
    expect(read.papers.map((entry) => entry.id)).toEqual(['arxiv:2401.00001']);
    expect(read.problems).toEqual([
      { line: 3, why: 'The line is broken or cut off.' },
      { line: 3, why: 'The file promises 2 papers and holds 1: it may have been cut short.' },
    ]);
  });

  test('with bad lines: each is named with its number, the rest is read', () => {
    const file = [
      `\ufeff${HEADER}`,
      line('paper', { ...PAPER, title: 5 }),
      '',
      line('gadget', {}),
      'nonsense',
      '[1]',
      line('mark', { id: 'arxiv:2401.00001', saved: { value: true, at: 'yesterday' } }),
      line('mark', { id: 'nothing' }),
      line('mark', { id: 'arxiv:2401.00002', tags: { ok: { value: 'yes', at: AT } } }),
      line('rule', 'text'),
      line('sighting', {
        id: 'arxiv:2401.00001',
        site: 'x',
        at: AT,
        url: 'https://example.org',
        entryType: 'odd',
      }),
      line('paper', PAPER),
      '{"kind":"paper","value":',
    ].join('\r\n');
    const read = readBackup(file);
    expect(read.papers).toHaveLength(1);
    expect(read.marks).toEqual([]);
    expect(read.problems.map((problem) => problem.line)).toEqual([2, 5, 6, 7, 8, 9, 10, 11, 13, 4]);
    expect(read.problems[0]?.why).toMatch(/^The paper is not valid \(title: /);
    expect(read.problems.at(-1)?.why).toBe(
      'Not known to this version and left out: 1 × records of the kind "gadget".',
    );
    expect(read.problems[3]?.why).toBe('The mark is not valid (saved.at: is no ISO time).');
    expect(read.problems[5]?.why).toMatch(/^The mark is not valid \(.*"ok" /);
  });

  test('is made harmless: addresses, lengths, times, unknown keys', () => {
    const hostile = {
      ...PAPER,
      title: 'x'.repeat(5_000),
      extra: 1,
      links: {
        page: 'javascript:alert(1)',
        pdf: 'data:text/html,x',
        code: ['file:///etc', 'https://ok.example/'],
        project: [],
      },
      aliases: ['arxiv:2401.00009'],
    };
    const saved = { value: true, at: '2024-01-01T02:00:00+02:00' };
    const read = readBackup(
      [HEADER, line('paper', hostile), line('mark', { id: 'arxiv:2401.00001', saved })].join('\n'),
    );
    expect(read.problems).toEqual([
      { line: 2, why: 'Not known to this version and left out: 1 × fields “extra” of a paper.' },
    ]);
    expect(read.papers[0]?.title).toHaveLength(1_000);
    expect(read.papers[0]?.links).toEqual({ page: '', code: ['https://ok.example/'], project: [] });
    expect(read.papers[0]).not.toHaveProperty('extra');
    expect(read.marks[0]?.saved?.at).toBe('2024-01-01T00:00:00.000Z');
  });

  test.each([
    [
      'of a newer version that says so',
      '{"format":"manicule","version":4,"since":3}',
      /newer Manicule \(format 4/,
    ],
    ['that is encrypted', SEALED, /encrypted/],
    ['encrypted in another way', '{"format":"manicule","version":1,"sealed":{"cipher":"ROT13"}}', /in a way/],
    ['without version', '{"format":"manicule"}', /which version/],
    ['that is none', '{"id":"arxiv:2401.00001"}', /not a Manicule backup/],
    ['that is no JSON', '@misc{a}', /not a Manicule backup/],
    ['that is empty', '', /not a Manicule backup/],
  ])('%s is refused', (_, file, sentence) => {
    const read = () => readBackup(file);
    expect(read).toThrow(ManiculeError);
    expect(read).toThrow(sentence);
  });

  test('of a newer version is read for what is known here', () => {
    const file = [
      '{"format":"manicule","version":3,"since":1,"papers":1,"shelves":2}',
      line('shelf', { name: 'a' }),
      line('shelf', { name: 'b' }),
      line('paper', { ...PAPER, colour: 'red' }),
    ].join('\n');
    const read = readBackup(file);
    expect(read.papers.map((entry) => entry.id)).toEqual(['arxiv:2401.00001']);
    expect(read.problems).toEqual([
      { line: 2, why: 'Not known to this version and left out: 2 × records of the kind "shelf".' },
      { line: 4, why: 'Not known to this version and left out: 1 × fields “colour” of a paper.' },
    ]);
  });

  test('is told from other files', () => {
    expect(isBackup(`\n${HEADER}\n`)).toBe(true);
    expect(isBackup('{"title":"x"}')).toBe(false);
    expect(isBackup('')).toBe(false);
  });
});
