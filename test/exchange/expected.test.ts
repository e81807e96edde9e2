import { describe, expect, test } from 'vitest';
import { exportPapers, FORMATS, type FormatId } from '../../src/exchange/index.ts';
import { NASTY } from './nasty.ts';

const NOW = '2026-01-31T08:00:00.000Z';

describe('the exact export of nasty records', () => {
  test('there are enough of them', () => {
    expect(NASTY.length).toBeGreaterThanOrEqual(60);
    expect(new Set(NASTY.map((item) => item.paper.id)).size).toBe(NASTY.length);
  });

  // names the formatter leaves alone
  const NAMES: Partial<Record<FormatId, string>> = {
    bibtex: 'bib',
    'csl-json': 'csl',
    markdown: 'md',
    html: 'htm',
  };
  test.each(FORMATS.map(({ id }) => id).filter((id) => id !== 'obsidian'))('%s', async (id) => {
    await expect(exportPapers(id, NASTY, { now: NOW }).text).toMatchFileSnapshot(
      `./expected/nasty.${NAMES[id] ?? id}`,
    );
  });

  test('bibtex in TeX characters', async () => {
    const { text } = exportPapers('bibtex', NASTY, { unicode: false });
    await expect(text).toMatchFileSnapshot('./expected/nasty.tex.bib');
  });

  test('what was simplified is named, nothing else', () => {
    const named = exportPapers('bibtex', NASTY).skipped.map(({ title, why }) => `${title}: ${why}`);
    expect(named).toEqual([
      ': It has no title: its id stands in for it.',
      'A bad link: Its DOI is not one and was left out.',
      'A bad link: Its link is no web address and was left out.',
    ]);
  });
});
