import { expect, test } from 'vitest';
import type { PageReport } from '../../src/core/messages.ts';
import { firstOf } from '../../src/ui/popup/first.ts';
import { lastVisit, remember } from '../../src/ui/popup/last-visit.ts';
import { pageWords } from '../../src/ui/popup/page-words.ts';
import { fileName } from '../../src/ui/shared/download.ts';
import { Drafts } from '../../src/ui/shared/drafts.ts';
import { tagsIn } from '../../src/ui/shared/tags.ts';

function memory(): Storage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    clear: () => map.clear(),
    getItem: (key) => map.get(key) ?? null,
    key: (at) => [...map.keys()][at] ?? null,
    removeItem: (key) => void map.delete(key),
    setItem: (key, value) => void map.set(key, value),
  };
}

test('a draft stays until just that text is stored', () => {
  const drafts = new Drafts(memory());
  drafts.keep('arxiv:1', 'one', 'stored');
  drafts.keep('arxiv:1', 'one two', 'one');
  drafts.stored('arxiv:1', 'one');
  expect(drafts.left()).toEqual([{ id: 'arxiv:1', text: 'one two', from: 'stored' }]);
  drafts.stored('arxiv:1', 'one two');
  expect(drafts.left()).toEqual([]);
});

test('storage that is full or blocked is no failure', () => {
  const full = memory();
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(new Drafts(full).keep('arxiv:1', 'text', '')).toBe(false);
  expect(() => remember({ tab: 'saved', scroll: 3, dense: false }, full)).not.toThrow();
});

test('the last visit comes back, broken ones begin at the top', () => {
  const store = memory();
  expect(lastVisit(store)).toEqual({ tab: 'saved', scroll: 0, dense: false });
  remember({ tab: 'flagged', scroll: 240, dense: true }, store);
  expect(lastVisit(store)).toEqual({ tab: 'flagged', scroll: 240, dense: true });
  store.setItem('popup', '{"tab":"flagged","scroll":-1}');
  expect(lastVisit(store)).toEqual({ tab: 'flagged', scroll: 0, dense: false });
  store.setItem('popup', '{broken');
  expect(lastVisit(store)).toEqual({ tab: 'saved', scroll: 0, dense: false });
});

test('tags: commas part, spaces do not', () => {
  expect(tagsIn(' thesis chapter 2 , #slam,, slam ')).toEqual(['thesis chapter 2', 'slam']);
  expect(tagsIn('  ')).toEqual([]);
});

test('file names carry the day', () => {
  expect(fileName('saved', 'bib', new Date(2026, 2, 7))).toBe('manicule-saved-2026-03-07.bib');
});

const report = (change: Partial<PageReport>): PageReport => ({
  site: 'arxiv',
  url: 'https://arxiv.org/list/cs.CL/new',
  state: 'read',
  read: 0,
  ids: [],
  ...change,
});

test('what is said of the page', () => {
  expect(pageWords(undefined).text).toBe('There is no page here that Manicule can read.');
  expect(pageWords(report({ state: 'reading' })).text).toBe('Reading this page…');
  expect(pageWords(report({ state: 'layout-changed', expected: 50 })).text).toBe(
    "This page's layout changed; 0 of about 50 entries read.",
  );
  expect(pageWords(report({ state: 'layout-changed', problem: 'Its own words.' })).text).toBe(
    'Its own words.',
  );
  expect(pageWords(report({ state: 'off' }))).toMatchObject({
    text: 'Manicule is switched off on arXiv.',
    options: true,
  });
  expect(pageWords(report({})).text).toBe('No papers on this page.');
});

test('the popup asks first for what was seen of its list when it was left', () => {
  const top = firstOf({ tab: 'page', scroll: 0, dense: false });
  expect(top).toEqual({ view: 'saved', limit: 20, from: 0, filled: 8 });
  // the eleventh row of 90 px, or the nineteenth of 54, is at the top
  const wide = firstOf({ tab: 'flagged', scroll: 972, dense: false });
  expect(wide).toEqual({ view: 'flagged', limit: 38, from: 9, filled: 8 });
  const narrow = firstOf({ tab: 'flagged', scroll: 972, dense: true });
  expect(narrow).toEqual({ view: 'flagged', limit: 38, from: 17, filled: 11 });
});
