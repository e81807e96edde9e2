import { expect, test } from 'vitest';
import { accessTo } from '../../src/ui/popup/page-access.ts';

const to = (href: string, granted: string[] = []) => accessTo(new URL(href), granted);

test('a known site is asked for with all its addresses, under its name', () => {
  expect(to('https://papers.nips.cc/book/x')).toMatchObject({
    name: 'NeurIPS Proceedings',
    always: false,
    files: ['sites/neurips.js', 'sites/run.js'],
    origins: expect.arrayContaining(['https://papers.nips.cc/*', 'https://proceedings.neurips.cc/*']),
  });
});

test('a country’s address of a site is asked for alone', () => {
  expect(to('https://scholar.google.co.uk/scholar?q=ink')).toMatchObject({
    name: 'Google Scholar',
    origins: ['https://scholar.google.co.uk/*'],
  });
});

test('a page of no known site is asked for by its host, and read by its links', () => {
  expect(to('https://www.news.example/weekly')).toEqual({
    site: undefined,
    name: 'news.example',
    files: ['sites/any.js', 'sites/run.js'],
    origins: ['https://www.news.example/*'],
    always: false,
  });
  expect(to('https://www.news.example/weekly', ['https://www.news.example/*'])?.always).toBe(true);
});

test('pages no extension may read are left alone', () => {
  expect(to('chrome://extensions')).toBeUndefined();
  expect(to('file:///home/reader/page.html')).toBeUndefined();
});
