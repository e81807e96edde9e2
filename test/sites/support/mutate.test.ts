/** The mutations themselves: a fragile reader is caught by them, and a page is what it was after each. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/paper.ts';
import { defineListing, defineSite } from '../../../src/sites/define-site.ts';
import type { Reading } from '../../../src/sites/read-page.ts';
import { losses } from './losses.ts';
import { mutationsOf, placesOf } from './mutate.ts';

const PAGE = `<main class="page"><ul id="all" data-state='{"n":2}' class="list">
<li class="row first"><b class="name">On Warp</b> <a href="https://arxiv.org/abs/2601.00001">pdf</a></li>
<li class="row"><b class="name">On Weft</b> <a href="https://arxiv.org/abs/2601.00002">pdf</a></li></ul></main>`;
const URL_OF_PAGE = new URL('https://loom.example/');

const entry = (id: string, title: string, position: number): Entry => ({
  id,
  title,
  authors: [],
  categories: [],
  links: { page: 'https://loom.example/', code: [], project: [] },
  site: 'loom',
  position,
});

const loom = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector('.page'),
  items: (doc) => [...doc.querySelectorAll('ul > .row')],
  context: () => undefined,
  read(item) {
    const title = item.querySelector('.name')?.textContent ?? item.querySelector('a')?.textContent ?? '';
    const {
      site: _site,
      position: _position,
      ...read
    } = entry(`arxiv:${/\d{4}\.\d{5}/.exec(item.querySelector('a')?.href ?? '')?.[0]}`, title, 0);
    return read;
  },
  slot: () => undefined,
  texts: () => [],
  expected: () => undefined,
});

const site = defineSite({ id: 'loom', verified: false, examples: [], listing: () => loom });

const reading = (more: Partial<Reading>): Reading => ({
  site,
  kind: 'listing',
  entries: [entry('arxiv:2601.00001', 'On Warp', 1), entry('arxiv:2601.00002', 'On Weft', 2)],
  problems: [],
  recognised: true,
  ...more,
});

/** What the fragile reader makes of the page now. */
const readBy = (doc: Document): Reading =>
  reading({
    entries: loom
      .items(doc)
      .map((item, i) => ({ ...loom.read(item, undefined), site: 'loom', position: i + 1 }) as Entry),
  });

describe('mutations', () => {
  const { document } = new JSDOM(PAGE, { url: URL_OF_PAGE.href }).window;
  const before = document.documentElement.outerHTML;
  const all = mutationsOf(document, placesOf(loom, document, URL_OF_PAGE));

  it('are the classes around and in the entries, wrappers, tags, data and ids', () => {
    expect(all.map(({ name }) => name)).toEqual([
      ...['list', 'page', 'row', 'first', 'name'].flatMap((token) => [
        `class ${token} renamed`,
        `class ${token} removed`,
      ]),
      'root wrapped twice',
      'all of the list in two more boxes',
      'every item wrapped',
      'first child of every item wrapped',
      'ul, ol → div',
      'li → div',
      'embedded data dropped',
      'ids removed',
    ]);
  });

  it('change the page, and can be undone', () => {
    for (const { name, apply } of all) {
      const undo = apply();
      expect(document.documentElement.outerHTML, name).not.toBe(before);
      undo();
      expect(document.documentElement.outerHTML, name).toBe(before);
    }
  });

  it('catch a reader that leans on classes and tags', () => {
    const told = all.flatMap(({ name, apply }) => {
      const undo = apply();
      const effect = losses(reading({}), readBy(document));
      undo();
      return effect ? [`${name}: ${effect}`] : [];
    });
    const gone = '2 of 2 lost (expected –)';
    const wrong = '2 of 2 titles wrong: “pdf”, “pdf” (expected –)';
    expect(told).toEqual([
      `class row renamed: ${gone}`,
      `class row removed: ${gone}`,
      `class name renamed: ${wrong}`,
      `class name removed: ${wrong}`,
      `all of the list in two more boxes: ${gone}`,
      `every item wrapped: ${gone}`,
      `ul, ol → div: ${gone}`,
    ]);
  });
});

describe('losses', () => {
  const whole = reading({});
  const one = whole.entries.slice(0, 1);

  it.each<[string, Partial<Reading>, string | undefined]>([
    ['nothing', {}, undefined],
    ['an entry, unsaid', { entries: one }, '1 of 2 lost (expected –)'],
    ['an entry, said by the number expected', { entries: one, expected: 2 }, undefined],
    ['an entry, and the number expected with it', { entries: one, expected: 1 }, '1 of 2 lost (expected 1)'],
    ['all, said', { entries: [], recognised: false }, undefined],
    ['all, unsaid', { entries: [], via: 'links' }, '2 of 2 lost (by links, expected –)'],
    [
      'an id',
      { entries: [...one, entry('title:on-weft', 'On Weft', 2)] },
      '1 of 2 lost; 2 read: “arxiv:2601.00001 On Warp”, “title:on-weft On Weft” (expected –)',
    ],
    [
      'a title',
      { entries: [...one, entry('arxiv:2601.00002', 'pdf', 2)] },
      '1 of 2 titles wrong: “pdf” (expected –)',
    ],
    [
      'nothing, but invents',
      { entries: [...whole.entries, entry('arxiv:2601.00003', 'A', 3), entry('arxiv:2601.00004', 'B', 4)] },
      '2 entries invented (expected –)',
    ],
  ])('of %s', (_what, after, told) => {
    expect(losses(whole, reading(after))).toBe(told);
  });

  it('of a title’s author are none where the title tells enough', () => {
    const title = 'Looms and Their Discontents: a Long Survey';
    const known = entry('title:looms-and-their-discontents-a-long-survey|weaver', title, 1);
    const before = reading({ entries: [{ ...known, authors: ['Ada Weaver'] }] });
    const bare = entry('title:looms-and-their-discontents-a-long-survey', title, 1);
    expect(losses(before, reading({ entries: [bare] }))).toBeUndefined();
    const other = { ...bare, id: `${bare.id}|spinner`, authors: ['Bo Spinner'] };
    expect(losses(before, reading({ entries: [other] }))).toMatch(/^1 of 1 lost/);
  });

  it('on the page of one paper', () => {
    const paper = reading({ kind: 'paper', entries: one });
    const told = (more: Partial<Reading>) => losses(paper, reading({ kind: 'paper', entries: one, ...more }));
    expect(told({})).toBeUndefined();
    expect(told({ entries: [], expected: 1 })).toBeUndefined();
    expect(told({ entries: [] })).toBe('nothing read, and not said');
    expect(told({ entries: whole.entries })).toBe('2 entries on the page of one paper');
    expect(told({ entries: whole.entries.slice(1) })).toBe('arxiv:2601.00002 instead of arxiv:2601.00001');
    expect(told({ entries: [entry('arxiv:2601.00001', 'Login', 1)] })).toBe('wrong title: “Login”');
  });
});
