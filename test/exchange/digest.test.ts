import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDigest } from '../../src/exchange/from/digest.ts';
import { corpusFolder } from '../sites/shared-corpus.ts';

const A =
  'We weave threads of attention into looms of memory. Each loom keeps what its threads have met, so that a later pass costs less. On four tasks the cloth is 3% wider at half the yarn, and an ablation shows that the shuttle matters most.';
const B =
  'Gardens grow where water goes. This work maps 1,200 gardens by satellite and learns which of them will bloom, given only last year’s rain. Code is available at https://github.com/fern/bloom. The map covers $p<0.05$ of all land and is updated \\emph{weekly}.';
const C =
  'Counting bells is hard when all of them ring. A model of overtones separates up to twelve bells in one recording, with no labels beyond the hour of the day. It mistakes one bell in forty, which is better than the bell ringers did.';
const TITLES = [
  'Looms: Weaving Attention into Memory',
  'Which Gardens Will Bloom?',
  'Counting Bells',
] as const;
const PAIRS = [
  [TITLES[0], A],
  [TITLES[1], B],
  [TITLES[2], C],
] as const;

const HEADER =
  'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nMar 17\n\n';
const read = (text: string) => readDigest(text).map(({ title, abstract }) => [title, abstract]);
const digest = (pair: (title: string, abstract: string) => string, header = HEADER): string =>
  header + PAIRS.map(([title, abstract]) => pair(title, abstract)).join('');

/** Wraps as a mail program does. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

describe('plain-text digests', () => {
  it.each([
    ['blank lines between all', digest((t, a) => `${t}\n\n${a}\n\n`)],
    ['several blank lines, with spaces in them', digest((t, a) => `\n \n${t}\n\t\n\n${a}\n\n\n`)],
    ['pairs as blocks', digest((t, a) => `${t}\n${a}\n\n`)],
    ['no blank line at all', digest((t, a) => `${t}\n${a}\n`, 'Daily Papers\nMonday, 17 March 2025\n')],
    [
      'Windows line ends and a byte order mark',
      `\uFEFF${digest((t, a) => `${t}\n\n${a}\n\n`).replaceAll('\n', '\r\n')}`,
    ],
    ['old Mac line ends', digest((t, a) => `${t}\n\n${a}\n\n`).replaceAll('\n', '\r')],
    ['abstracts wrapped', digest((t, a) => `${t}\n\n${wrap(a, 72)}\n\n`)],
    ['blocks with wrapped abstracts', digest((t, a) => `${t}\n${wrap(a, 80)}\n\n`)],
    ['titles wrapped too', digest((t, a) => `${wrap(t, 34)}\n\n${wrap(a, 34)}\n\n`)],
    ['numbers before titles', digest((t, a) => `1. ${t}\n\n${a}\n\n`)],
    ['Markdown', digest((t, a) => `## **${t}**\n\n${a}\n\n`)],
    ['labels', digest((t, a) => `Title: ${t}\n\nAbstract: ${a}\n\n`)],
    ['no header', digest((t, a) => `${t}\n\n${a}\n\n`, '')],
    [
      'a mail’s header and footer',
      `${digest((t, a) => `${t}\n\n${a}\n\n`, 'Hugging Face Daily Papers\n\nYou are receiving this email because you subscribed.\n\n2026-03-04\n\n')}Unsubscribe from this list or manage your preferences.\n\n© 2026`,
    ],
    [
      'an introduction',
      digest(
        (t, a) => `${t}\n\n${a}\n\n`,
        'The Weekly Loom\n\nWelcome to this week’s edition: here are the papers our editors liked best, in no order at all, with thanks to everybody who wrote in.\n\n',
      ),
    ],
    ['counts and dates between', digest((t, a) => `Mar 18, 2025\n\n${t}\n\n${a}\n\n▲ 12\n\n3 comments\n\n`)],
    ['section headings between', digest((t, a) => `Machine Learning\n\n${t}\n\n${a}\n\n`)],
  ])('reads title and abstract of each: %s', (_, text) => {
    expect(read(text)).toEqual(PAIRS.map((pair) => [...pair]));
  });

  it('joins the paragraphs of an abstract', () => {
    expect(read(`${TITLES[0]}\n\n${A}\n\n${C}\n\n${TITLES[1]}\n\n${B}\n`)).toEqual([
      [TITLES[0], `${A} ${C}`],
      [TITLES[1], B],
    ]);
  });

  it('keeps a title without an abstract, in the middle and at the end', () => {
    const text = `${TITLES[0]}\n\n${A}\n\nA Title That Lost Its Abstract\n\n${TITLES[1]}\n\n${B}\n\nQuiet Bells Ring\n`;
    expect(read(text)).toEqual([
      [TITLES[0], A],
      ['A Title That Lost Its Abstract', undefined],
      [TITLES[1], B],
      ['Quiet Bells Ring', undefined],
    ]);
  });

  it('tells short abstracts and titles that end in a full stop from each other', () => {
    const text = `Threads\n\nA loom is faster than two hands.\n\n${TITLES[0]}\n\n${A}\n\nWe Still Need Two Hands to Weave.\n\n${B}\n`;
    expect(read(text)).toEqual([
      ['Threads', 'A loom is faster than two hands.'],
      [TITLES[0], A],
      ['We Still Need Two Hands to Weave.', B],
    ]);
  });

  it('reads authors where the digest has such lines, and only there', () => {
    const authors = ['Ada Quill, Bo van der Reed and Ye', 'Ines Ferro', 'Kim Sol, Lee Marsh'];
    const text = PAIRS.map(([title, abstract], i) => `${title}\n\n${authors[i]}\n\n${abstract}\n\n`).join('');
    expect(readDigest(`Mar 17\n\n${text}`).map((entry) => [entry.title, entry.authors])).toEqual([
      [TITLES[0], ['Ada Quill', 'Bo van der Reed', 'Ye']],
      [TITLES[1], ['Ines Ferro']],
      [TITLES[2], ['Kim Sol', 'Lee Marsh']],
    ]);
    const one = readDigest(`Large Looms, Small Yarn and Red Cloth\n\n${A}\n\n${TITLES[1]}\n\n${B}\n`);
    expect(one.map((entry) => [entry.title, entry.authors])).toEqual([
      ['Large Looms, Small Yarn and Red Cloth', []],
      [TITLES[1], []],
    ]);
    const labelled = readDigest(`${TITLES[0]}\nAuthors: Ada Quill; BO\n${A}\n`);
    expect(labelled[0]?.authors).toEqual(['Ada Quill', 'BO']);
    expect(labelled[0]?.id).toBe('title:looms-weaving-attention-into-memory|quill');
  });

  it('names a paper by an id on a line of its own, never by a link in its abstract', () => {
    const text = `${TITLES[0]}\n\nhttps://arxiv.org/abs/2403.06504v2\n\n${A}\n\n${TITLES[1]} (arXiv:2404.00001)\n\n${B} See https://arxiv.org/abs/2101.00001.\n\n${TITLES[2]}\n\n${C}\n\nCode: https://github.com/bell/count\n\nBells Again and Again\n\n${A}\n`;
    expect(readDigest(text).map(({ title, id, links }) => ({ title, id, links }))).toEqual([
      {
        title: TITLES[0],
        id: 'arxiv:2403.06504',
        links: {
          page: 'https://arxiv.org/abs/2403.06504',
          pdf: 'https://arxiv.org/pdf/2403.06504',
          code: [],
          project: [],
        },
      },
      {
        title: TITLES[1],
        id: 'arxiv:2404.00001',
        links: {
          page: 'https://arxiv.org/abs/2404.00001',
          pdf: 'https://arxiv.org/pdf/2404.00001',
          code: ['https://github.com/fern/bloom'],
          project: [],
        },
      },
      {
        title: TITLES[2],
        id: 'title:counting-bells',
        links: {
          page: 'https://arxiv.org/search/?searchtype=title&query=counting%20bells',
          code: ['https://github.com/bell/count'],
          project: [],
        },
      },
      {
        title: 'Bells Again and Again',
        id: 'title:bells-again-and-again',
        links: {
          page: 'https://arxiv.org/search/?searchtype=title&query=bells%20again%20and%20again',
          code: [],
          project: [],
        },
      },
    ]);
  });

  it('understands labels that stand above their titles', () => {
    const text = `arXiv:2403.06504 [cs.CL]\n${TITLES[0]}\n${A}\n\narXiv:2403.06505 [cs.CV]\n${TITLES[1]}\n${B}\n`;
    expect(readDigest(text).map(({ id, title }) => [id, title])).toEqual([
      ['arxiv:2403.06504', TITLES[0]],
      ['arxiv:2403.06505', TITLES[1]],
    ]);
  });

  it('numbers entries, and gives none for text that is no digest', () => {
    expect(
      readDigest(digest((t, a) => `${t}\n\n${a}\n\n`)).map(({ position, site }) => [position, site]),
    ).toEqual([
      [1, 'digest'],
      [2, 'digest'],
      [3, 'digest'],
    ]);
    for (const text of ['', '\n\n', 'Subscribe\n\nMar 17\n', 'just one line', HEADER])
      expect(readDigest(text)).toEqual([]);
  });

  it('cuts what is too long, and comes to an end', { timeout: 60_000 }, () => {
    const [entry] = readDigest(`A Title of Sane Length\n\n${'Word after word it goes. '.repeat(120_000)}\n`);
    expect(entry?.abstract).toHaveLength(20_000);
    readDigest('A b\n'.repeat(100_000));
    readDigest(`${', '.repeat(200_000)}${'.'.repeat(200_000)}`);
  });
});

const folder = corpusFolder('digest');
const real = join(folder ?? '', 'hugging-face-papers-2025-03-17');

describe.skipIf(!folder || !existsSync(`${real}.txt`))(
  'a real digest (skipped where the shared corpus is absent)',
  () => {
    const text = folder ? readFileSync(`${real}.txt`, 'utf8') : '';
    const { entries } = folder
      ? (JSON.parse(readFileSync(`${real}.expected.json`, 'utf8')) as {
          entries: { position: number; title: string; abstract: string }[];
        })
      : { entries: [] };

    it('gives all pairs exactly', () => {
      expect(
        readDigest(text).map(({ position, title, abstract }) => ({ position, title, abstract })),
      ).toEqual(entries);
    });

    it('gives them also wrapped, as blocks, and with Windows line ends', () => {
      const pairs = entries.map(({ title, abstract }) => [title, abstract]);
      expect(read(text.replaceAll('\n', '\r\n'))).toEqual(pairs);
      expect(
        read(
          text
            .split('\n')
            .map((line) => wrap(line, 76))
            .join('\n'),
        ),
      ).toEqual(pairs);
      expect(read(pairs.map(([title, abstract]) => `${title}\n${abstract}\n`).join('\n'))).toEqual(pairs);
    });

    it('finds the links of the abstracts and keeps like titles apart', () => {
      const found = readDigest(text);
      const linked = found.filter(({ links }) => links.code.length + links.project.length > 0);
      expect(linked).toHaveLength(
        entries.filter(({ abstract }) => /https?:\/\/\w|\bgithub\.com\//.test(abstract)).length,
      );
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    });
  },
);
