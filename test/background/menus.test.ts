import { describe, expect, it } from 'vitest';
import { entryOfLink, PAPER_LINKS, ruleOfSelection } from '../../src/background/menu-choices.ts';
import { idOfUrl } from '../../src/core/identity.ts';
import type { WatchRule } from '../../src/core/rules.ts';

const NOW = new Date('2026-03-17T09:00:00.000Z');
const AT = NOW.toISOString();

/** As browsers read match patterns: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns */
const offered = (link: string): boolean =>
  PAPER_LINKS.some((pattern) => {
    const [, host = '', path = ''] = /^\*:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
    const literal = (text: string) => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    const hosts = host === '*' ? '[^/]+' : literal(host).replace(/^\.\*\\\./, '(?:[^/]+\\.)?');
    return new RegExp(`^https?://${hosts}${literal(path)}$`).test(link);
  });

describe('a link to a paper', () => {
  it('is an entry without a title yet, met on its page', () => {
    expect(
      entryOfLink('https://arxiv.org/pdf/2403.06504v2', 'https://www.news.example/weekly#top', AT),
    ).toEqual({
      entry: {
        id: 'arxiv:2403.06504',
        site: 'news.example',
        title: 'arXiv:2403.06504',
        authors: [],
        categories: [],
        links: {
          page: 'https://arxiv.org/abs/2403.06504',
          pdf: 'https://arxiv.org/pdf/2403.06504v2',
          code: [],
          project: [],
        },
        position: 1,
      },
      visit: { site: 'news.example', url: 'https://www.news.example/weekly', at: AT },
    });
  });

  it('keeps its own address where it is no arXiv paper, and the name of a known site', () => {
    const found = entryOfLink('https://doi.org/10.1145/3377811', 'https://huggingface.co/papers', AT);
    expect(found?.entry).toMatchObject({
      id: 'doi:10.1145/3377811',
      site: 'huggingface',
      links: { page: 'https://doi.org/10.1145/3377811', code: [], project: [] },
    });
  });

  it('stands for itself on a page that has no address of the web', () => {
    expect(entryOfLink('https://arxiv.org/abs/2403.06504', 'file:///tmp/list.html', AT)?.visit).toEqual({
      site: 'arxiv',
      url: 'https://arxiv.org/abs/2403.06504',
      at: AT,
    });
  });

  it.each(['https://arxiv.org/list/cs.CL/new', 'https://example.org/', 'javascript:alert(1)', '', 'arxiv'])(
    'is none: %j',
    (link) => {
      expect(entryOfLink(link, 'https://www.news.example/', AT)).toBeUndefined();
    },
  );

  it.each([
    'https://arxiv.org/abs/2403.06504',
    'https://arxiv.org/pdf/hep-th/9901001',
    'https://export.arxiv.org/abs/2403.06504',
    'https://huggingface.co/papers/2403.06504',
    'https://www.alphaxiv.org/abs/2403.06504',
    'https://openreview.net/forum?id=abcdefghij',
    'https://openreview.net/pdf?id=abcdefghij',
    'https://aclanthology.org/2024.acl-long.1/',
    'https://pubmed.ncbi.nlm.nih.gov/12345678/',
    'https://doi.org/10.1145/3377811',
    'https://dl.acm.org/doi/10.1145/3377811',
    'https://link.springer.com/article/10.1007/s10994-021-05946-3',
    'https://www.nature.com/articles/s41586-021-03819-2',
    'https://scirate.com/arxiv/2403.06504',
    'https://papers.cool/arxiv/2403.06504',
  ])('is offered to be saved: %s', (link) => {
    expect(idOfUrl(link)).toBeDefined();
    expect(offered(link)).toBe(true);
  });

  it.each(['https://arxiv.org/list/cs.CL/new', 'https://example.org/posts/2026', 'https://github.com/a/b'])(
    'is not offered: %s',
    (link) => {
      expect(offered(link)).toBe(false);
    },
  );
});

describe('selected words', () => {
  const of = (selection: string, rules: WatchRule[] = []) => ruleOfSelection(selection, rules, NOW);

  it('become a rule that flags them, without the marks around them', () => {
    const made = of(' “GUI\n agents”, ');
    expect(made).toEqual({
      isNew: true,
      rule: {
        id: expect.stringMatching(/^[0-9a-z]{9}-[0-9a-f]{8}$/),
        words: ['GUI agents'],
        authors: [],
        categories: [],
        topics: [],
        effect: 'flag',
        enabled: true,
        changedAt: AT,
      },
    });
  });

  it('are watched already, whatever their case', () => {
    const known = of('GUI agents')?.rule as WatchRule;
    expect(of('gui AGENTS', [known])).toEqual({ isNew: false, rule: known });
    expect(of('gui agents', [{ ...known, enabled: false }])?.isNew).toBe(true);
    expect(of('gui agents', [{ ...known, deleted: true }])?.isNew).toBe(true);
  });

  it.each(['', '  \n', '“…”', '—', 'word '.repeat(40)])('are none to watch: %j', (selection) => {
    expect(of(selection)).toBeUndefined();
  });
});
