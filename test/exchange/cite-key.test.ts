import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseKey, suffix } from '../../src/exchange/cite-key.ts';
import { assignCiteKeys, type Exportable } from '../../src/exchange/index.ts';
import { NASTY } from './nasty.ts';

const item = (
  id: string,
  title: string,
  authors: string[],
  published = '2024',
  citeKey?: string,
): Exportable => ({
  paper: { id, title, authors, published, categories: [], links: { page: '', code: [], project: [] } },
  ...(citeKey ? { citeKey } : {}),
});

describe('cite keys', () => {
  test.each([
    ['arxiv:2401.00001', 'The Completeness of Logic', ['Kurt Gödel'], 'godel2024completeness'],
    ['arxiv:2401.00001', 'On Turtles', ['Łukasz Straße'], 'strasse2024turtles'],
    ['arxiv:2401.00001', 'Self-Attention', ['Ada Lovelace'], 'lovelace2024self'],
    ['arxiv:2401.00001', '3D Gaussians', ['Ada Lovelace'], 'lovelace2024gaussians'],
    ['arxiv:2401.00001', 'A GPT-4 of Sorts', ['Ada Lovelace'], 'lovelace2024gpt'],
    ['arxiv:2401.00001', "What's Newton's Law?", ['Ada Lovelace'], 'lovelace2024newton'],
    ['arxiv:2401.00001', 'MGD$^3$ Works', ['Ada Lovelace'], 'lovelace2024mgd'],
    ['arxiv:2401.00001', 'Visualizing Data', ['Laurens van der Maaten'], 'vandermaaten2024visualizing'],
    ['arxiv:2401.00001', 'Iron', ['Otto von Bismarck'], 'bismarck2024iron'],
    ['arxiv:2401.00001', 'Results', ['The ATLAS Collaboration'], 'atlascollaboration2024results'],
    ['arxiv:2403.06504', '注意力', ['王小明'], 'arxiv240306504'],
    ['arxiv:hep-th/9901001', 'Strings', ['Иван Иванов'], 'arxivhepth9901001'],
    ['arxiv:2401.00001', '注意力', ['Ada Lovelace'], 'lovelace2024'],
    ['arxiv:2401.00001', 'Nobody Wrote This', [], 'nobody2024'],
    ['arxiv:2401.00001', '注意力', [], 'arxiv240100001'],
    ['doi:10.1/x', '', ['Ada Lovelace'], 'lovelace2024'],
  ])('%s %s', (id, title, authors, key) => {
    expect(baseKey(item(id, title, authors))).toBe(key);
  });

  test('suffixes count a … z, aa', () => {
    expect([0, 1, 2, 26, 27, 28, 52, 53, 702, 703].map(suffix)).toEqual([
      '',
      'a',
      'b',
      'z',
      'aa',
      'ab',
      'az',
      'ba',
      'zz',
      'aaa',
    ]);
  });

  test('equal keys get suffixes by id, taken ones are avoided, given ones stay', () => {
    const items = [
      item('arxiv:2401.00003', 'Deep Things', ['Ada Lovelace']),
      item('arxiv:2401.00001', 'Deep Down', ['Ada Lovelace']),
      item('arxiv:2401.00002', 'Deep Sea', ['Ada Lovelace'], '2024', 'lovelace2024deepa'),
      item('arxiv:2401.00004', 'Deep Blue', ['Ada Lovelace'], '2024', 'LOVELACE2024deepa'),
    ];
    expect([...assignCiteKeys(items, new Set(['lovelace2024deep']))].sort()).toEqual([
      ['arxiv:2401.00001', 'lovelace2024deepb'],
      ['arxiv:2401.00002', 'lovelace2024deepa'],
      ['arxiv:2401.00003', 'lovelace2024deepc'],
      ['arxiv:2401.00004', 'LOVELACE2024deepaa'],
    ]);
  });

  const papers = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 99_999 }).map((n) => `arxiv:2401.${String(n).padStart(5, '0')}`),
      title: fc.constantFrom('Deep Things', 'Deep Seas', 'A', '注意力', 'Deep A'),
      author: fc.constantFrom('Ada Lovelace', '王小明', 'Bo Deepa', ''),
      citeKey: fc.option(fc.constantFrom('lovelace2024deep', 'mine', 'Mine', '{}', 'lovelace2024deepa'), {
        freq: 4,
      }),
    }),
    { selector: (paper) => paper.id, maxLength: 60 },
  );
  const items = papers.map((list) =>
    list.map(({ id, title, author, citeKey }) =>
      item(id, title, author ? [author] : [], '2024', citeKey ?? undefined),
    ),
  );

  test('are unique without regard to case, and do not depend on the order', () => {
    fc.assert(
      fc.property(items, fc.integer(), (list, seed) => {
        const keys = assignCiteKeys(list, new Set(['deepa2024deep']));
        const lower = [...keys.values()].map((key) => key.toLowerCase());
        expect(keys.size).toBe(list.length);
        expect(new Set(lower).size).toBe(list.length);
        expect(lower).not.toContain('deepa2024deep');
        const shuffled = list
          .map((entry, i) => ({ entry, rank: Math.imul(i + 1, seed | 1) % 1009 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ entry }) => entry);
        expect(Object.fromEntries(assignCiteKeys(shuffled, new Set(['deepa2024deep'])))).toEqual(
          Object.fromEntries(keys),
        );
      }),
    );
  });

  test('once given they stay when papers are added', () => {
    fc.assert(
      fc.property(items, items, (before, added) => {
        const keys = assignCiteKeys(before, new Set());
        const kept = before.map((entry) => ({ ...entry, citeKey: keys.get(entry.paper.id) as string }));
        const ids = new Set(before.map((entry) => entry.paper.id));
        // what comes later was not given a key of its own yet
        const later = added.filter((entry) => !ids.has(entry.paper.id)).map(({ paper }) => ({ paper }));
        const again = assignCiteKeys([...later, ...kept], new Set());
        for (const [id, key] of keys) expect(again.get(id)).toBe(key);
        expect(new Set([...again.values()].map((key) => key.toLowerCase())).size).toBe(again.size);
      }),
    );
  });

  test('that were given keep what pandoc, biber and BibTeX take, and nothing else', () => {
    // pandoc refuses a whole file for one key with a sign or a combining mark in it, biber loses the mark
    const given = 'Müller_2020:王*a+b-c.d/e;f?g@h[i]`!²≤<x>|y№–’👩\u200dक\u093f\u0301';
    const item: Exportable = {
      paper: { ...NASTY[0]?.paper, id: 'arxiv:2401.00001' } as never,
      citeKey: given,
    };
    expect(assignCiteKeys([item], new Set()).get('arxiv:2401.00001')).toBe(
      'Müller_2020:王*a+b-c.d/e;f?g@h[i]`!²xyक',
    );
    const none = assignCiteKeys([{ ...item, citeKey: '≤👩' }], new Set());
    expect(none).toEqual(assignCiteKeys([{ paper: item.paper }], new Set()));
  });

  test('hold only characters every program takes', () => {
    for (const key of assignCiteKeys(NASTY, new Set()).values()) expect(key).toMatch(/^[A-Za-z][\w:.+/-]*$/);
  });
});
