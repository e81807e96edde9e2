import { describe, expect, test } from 'vitest';
import { CATALOG, covers, siteAt } from '../../src/core/catalog.ts';
import { anyOrigins, hostPattern, isGranted, registrationsFor } from '../../src/core/scripts.ts';

const INSTALLED = ['https://huggingface.co/*', 'https://*.arxiv.org/*'];

test('match patterns cover what browsers say they cover', () => {
  const at = (pattern: string, url: string) => covers(pattern, new URL(url));
  expect(at('https://*.arxiv.org/*', 'https://arxiv.org/list/cs.CL/new')).toBe(true);
  expect(at('https://*.arxiv.org/*', 'https://export.arxiv.org/list/cs.CL/new')).toBe(true);
  expect(at('https://*.arxiv.org/*', 'https://notarxiv.org/list/cs.CL/new')).toBe(false);
  expect(at('https://iclr.cc/*', 'http://iclr.cc/')).toBe(false);
  expect(at('*://iclr.cc/*', 'http://iclr.cc/')).toBe(true);
  expect(at('https://iclr.cc/archive/*', 'https://iclr.cc/virtual')).toBe(false);
  expect(siteAt(new URL('https://scholar.google.co.uk/scholar?q=ink'))?.id).toBe('scholar');
  expect(siteAt(new URL('https://example.org/'))).toBeUndefined();
});

test('grants of whole hosts, of hosts below one, and of everything count', () => {
  expect(isGranted(['https://*.arxiv.org/*'], 'https://export.arxiv.org/*')).toBe(true);
  expect(isGranted(['https://*/*'], 'https://dblp.org/*')).toBe(true);
  expect(isGranted(['<all_urls>'], 'https://dblp.org/*')).toBe(true);
  expect(isGranted(['http://*/*'], 'https://dblp.org/*')).toBe(false);
  expect(isGranted(['https://dblp.org/*'], 'https://dblp.uni-trier.de/*')).toBe(false);
  expect(hostPattern(new URL('https://a.example:8443/x?y'))).toBe('https://a.example/*');
  expect(hostPattern(new URL('chrome://settings'))).toBeUndefined();
});

describe('registrations', () => {
  test('nothing beyond what is read from install', () => {
    expect(registrationsFor(INSTALLED)).toEqual([]);
  });

  test('one a site, for the addresses that were allowed alone', () => {
    expect(registrationsFor([...INSTALLED, 'https://scholar.google.de/*'])).toEqual([
      {
        id: 'site-scholar',
        matches: ['https://scholar.google.de/*'],
        js: ['sites/scholar.js', 'sites/run.js'],
      },
    ]);
  });

  test('hosts allowed by name are read by their links; hosts only asked for lookups are not', () => {
    const granted = [...INSTALLED, 'https://news.example/*', 'https://api.crossref.org/*'];
    expect(anyOrigins(granted)).toEqual(['https://news.example/*']);
    expect(registrationsFor(granted)).toEqual([
      {
        id: 'any-news.example-https',
        matches: ['https://news.example/*'],
        js: ['sites/any.js', 'sites/run.js'],
      },
    ]);
  });

  test('“all sites” allows every known site, and names no other', () => {
    const all = registrationsFor(['https://*/*']);
    expect(all.map(({ id }) => id)).toEqual(
      CATALOG.filter((site) => !site.fromInstall).map((site) => `site-${site.id}`),
    );
  });
});
