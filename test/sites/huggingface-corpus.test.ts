/** Every Hugging Face page of the shared corpus, read whole; and read from its cards or its embedded data alone. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { site as huggingface } from '../../src/sites/huggingface.ts';
import { type Reading, readPage } from '../../src/sites/read-page.ts';
import { type CorpusPage, corpusFolder, corpusNames, corpusPage } from './shared-corpus.ts';

const folder = corpusFolder('huggingface');
const pages = folder ? corpusNames(folder) : ['(the folder is absent)'];
const page = (name: string): CorpusPage => corpusPage(folder ?? '', name);

function read(doc: Document, href: string): Reading {
  const url = new URL(href);
  const listing = huggingface.listing(url);
  if (!listing) throw new Error(`no listing at ${href}`);
  return readPage(huggingface, listing, doc, url);
}

const names = (entries: readonly { position?: number; id: string; title?: string }[]) =>
  entries.map(({ position, id, title }) => ({ position, id, title }));

describe.skipIf(!folder)('real pages of Hugging Face, half of them taken away', () => {
  it.each(pages)('%s: whole, with its own count and safe links', (name) => {
    const { html, url, entries } = page(name);
    const reading = read(new JSDOM(html).window.document, url);
    expect(names(reading.entries)).toEqual(names(entries));
    expect(reading.problems).toEqual([]);
    expect(reading.expected).toBe(entries.length);
    for (const { links } of reading.entries) {
      for (const href of [links.page, links.pdf ?? '', ...links.code, ...links.project])
        expect(href).toMatch(/^https?:\/\//);
    }
  });

  it.each(pages)('%s: the cards alone give the same papers', (name) => {
    const { document } = new JSDOM(page(name).html).window;
    for (const element of document.querySelectorAll('[data-props]')) element.removeAttribute('data-props');
    const { url, entries } = page(name);
    const reading = read(document, url);
    expect(names(reading.entries)).toEqual(names(entries));
    expect(reading.entries.map((entry) => entry.upvotes)).toEqual(entries.map((entry) => entry.upvotes));
  });

  it.each(pages)('%s: the embedded data alone gives the same entries', (name) => {
    const { document } = new JSDOM(page(name).html).window;
    for (const element of document.querySelectorAll('article, h1, h2, h3')) element.remove();
    const { url, entries } = page(name);
    const reading = read(document, url);
    expect(names(reading.entries)).toEqual(names(entries));
    expect(reading.entries.map((entry) => entry.abstract)).toEqual(entries.map((entry) => entry.abstract));
  });

  it.each(pages)('%s: every entry has a place to draw and words to highlight', (name) => {
    const { document } = new JSDOM(page(name).html).window;
    const listing = huggingface.listing(new URL(page(name).url));
    const root = listing?.root(document);
    for (const item of listing?.items(document) ?? []) {
      expect(root?.contains(item)).toBe(true);
      const slot = listing?.slot(item);
      expect(item.contains(slot?.parent ?? null)).toBe(true);
      expect(item.contains(slot?.beside ?? null)).toBe(true);
      expect(listing?.texts(item).length).toBeGreaterThan(0);
    }
  });
});
