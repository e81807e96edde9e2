/** What the address bar is told, and where what is typed leads to. The browser's part is tested end to end. */
import { describe, expect, it, test, vi } from 'vitest';
import type { Row } from '../../src/storage/index.ts';

vi.stubGlobal('chrome', {
  runtime: { id: 'test', getURL: (path: string) => `chrome-extension://test/${path}` },
});
const { leadsTo, suggestionOf } = await import('../../src/background/keyword.ts');
const { xmlText } = await import('../../src/platform/omnibox.ts');

const row = (paper: object) =>
  ({
    paper: {
      id: 'title:a title|lovelace',
      title: 'A title',
      authors: [],
      links: { page: 'https://arxiv.org/abs/2403.06504' },
      ...paper,
    },
  }) as unknown as Row;

describe('a suggestion', () => {
  it('names title, authors and year, as far as they are known', () => {
    const text = (paper: object) => suggestionOf(row(paper))?.text;
    expect(text({ authors: ['Ada Lovelace', 'Charles Babbage', 'C'], published: '2024-03-11' })).toBe(
      'A title · Ada Lovelace, +2 · 2024',
    );
    expect(text({ authors: ['Ada Lovelace'] })).toBe('A title · Ada Lovelace');
    expect(text({ title: `${'long '.repeat(100)}` })?.length).toBe(120);
  });

  it('leads to the paper’s page, and is none without one of the web', () => {
    expect(suggestionOf(row({}))?.url).toBe('https://arxiv.org/abs/2403.06504');
    expect(suggestionOf(row({ links: { page: 'javascript:alert(1)' } }))).toBeUndefined();
  });
});

test.each([
  ['plain', 'plain'],
  ['<match>R&D</match> "x" \'y\'', '&lt;match&gt;R&amp;D&lt;/match&gt; &quot;x&quot; &apos;y&apos;'],
  ['a\u0000b\u0007c\ufffed\ud800e', 'abcde'],
  ['tab\tand 😀 stay', 'tab\tand 😀 stay'],
])('%j is %j for an XML parser', (text, xml) => {
  expect(xmlText(text)).toBe(xml);
});

test.each([
  ['https://arxiv.org/abs/2403.06504', 'https://arxiv.org/abs/2403.06504'],
  [' GUI agents ', 'chrome-extension://test/src/ui/library/index.html?q=GUI%20agents'],
  ['javascript:alert(1)', 'chrome-extension://test/src/ui/library/index.html?q=javascript%3Aalert(1)'],
  ['', 'chrome-extension://test/src/ui/library/index.html'],
])('%j leads to %s', (typed, url) => {
  expect(leadsTo(typed)).toBe(url);
});
