import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { type Answer, keyOf, lacksOf, nextQuestion, questionsFor } from '../../src/core/lookups.ts';
import { paperOf } from '../../src/core/merge.ts';
import type { Entry } from '../../src/core/paper.ts';
import { applyPatch } from '../../src/core/patch.ts';
import { OWN_SETTINGS, portable, readSettings } from '../../src/core/settings.ts';
import { FROM_INSTALL, SOURCES, type SourceId, sourceOf } from '../../src/core/sources.ts';
import { ZOTERO_URL } from '../../src/core/zotero.ts';

const NOW = '2026-03-17T09:00:00.000Z';

const paper = (change: Partial<Entry> & { id: string }) => {
  const entry: Entry = {
    site: 'arxiv',
    title: 'Tidal Caches for Slow Storage Behind Fast Networks',
    authors: ['Rosalind Okafor', 'Bram Hjelmslev'],
    categories: ['cs.DS'],
    links: { page: 'https://example.org/', code: [], project: [] },
    position: 1,
    ...change,
  };
  return paperOf(entry, NOW);
};
const ABSTRACT = 'Caches that follow the tide of requests need no tuning.';
const asked = (one: ReturnType<typeof paper>, depth: 'text' | 'all' = 'all') =>
  questionsFor(one, depth).map(keyOf);

describe('whom to ask about what', () => {
  const title = 'title:tidal-caches-for-slow-storage-behind-fast-networks|okafor';
  it('an arXiv paper: arXiv first, then whoever knows its publication and code', () => {
    expect(asked(paper({ id: 'arxiv:2510.00017' }))).toEqual([
      'arxiv arxiv:2510.00017',
      'semanticscholar arxiv:2510.00017',
      `dblp ${title}`,
      `crossref ${title}`,
      'huggingface arxiv:2510.00017',
    ]);
  });
  it('a published paper by its DOI', () => {
    const one = paper({ id: 'doi:10.5555/1', abstract: ABSTRACT, venue: 'Invented Letters' });
    expect(asked(one)).toEqual([]);
    const { abstract: _, ...without } = one;
    expect(asked(without)).toEqual([
      'openalex doi:10.5555/1',
      'crossref doi:10.5555/1',
      'semanticscholar doi:10.5555/1',
    ]);
  });
  it('a paper known by its title alone is searched for, where the title tells', () => {
    expect(asked(paper({ id: title }))).toEqual([`dblp ${title}`, `crossref ${title}`]);
    expect(asked(paper({ id: 'title:preface|okafor', title: 'Preface' }))).toEqual([]);
    expect(asked(paper({ id: title, authors: [] }))).toEqual([]);
  });
  it('in view, only what a page shows is asked for', () => {
    expect(asked(paper({ id: 'arxiv:2510.00017', abstract: ABSTRACT }), 'text')).toEqual([]);
    expect(asked(paper({ id: 'arxiv:2510.00017', abstract: ABSTRACT }), 'all')).not.toEqual([]);
  });
  it('a cut abstract and a cut list of authors are lacking; a server’s name is no venue', () => {
    const one = paper({ id: 'arxiv:2510.00017', abstract: 'Caches that…', authorsCut: true, venue: 'arXiv' });
    expect(lacksOf(one)).toEqual(['abstract', 'authors', 'published', 'code']);
  });
});

describe('answers that count', () => {
  const all = new Set<SourceId>(SOURCES.map(({ id }) => id));
  const one = paper({ id: 'arxiv:2510.00017' });
  const answer = (change: Partial<Answer>): Map<string, Answer> => {
    const key = 'arxiv arxiv:2510.00017';
    return new Map([[key, { key, state: 'absent', told: [], at: NOW, until: '2026-04-01', ...change }]]);
  };
  const next = (answers: Map<string, Answer>, from = all) =>
    nextQuestion(one, 'text', answers, from, NOW)?.source;

  it('absence counts until it is over', () => {
    expect(next(answer({}))).toBe('semanticscholar');
    expect(next(answer({ until: NOW }))).toBe('arxiv');
  });
  it('what was told and is lacking all the same is asked again', () => {
    expect(next(answer({ state: 'found' }))).toBe('semanticscholar');
    expect(next(answer({ state: 'found', told: ['abstract'] }))).toBe('arxiv');
  });
  it('nobody is asked who may not be', () => {
    expect(next(new Map(), new Set(['huggingface']))).toBe('huggingface');
    expect(next(new Map(), new Set(['crossref', 'openalex']))).toBeUndefined();
  });
});

describe('taking in what was told', () => {
  const preprint = paper({ id: 'arxiv:2510.00017', abstract: ABSTRACT, venue: 'arXiv' });
  it('a preprint gains its DOI and venue and keeps its id, aliases, sightings and words', () => {
    const after = applyPatch(
      preprint,
      {
        ids: ['arxiv:2510.00017', 'doi:10.5555/1', 'arxiv:2510.99999'],
        doi: '10.5555/1',
        venue: 'Invented Letters',
        abstract: 'Another text of the same paper, which came later.',
        authors: ['R. Okafor'],
        title: 'Tidal caches',
      },
      NOW,
    );
    expect(after).toMatchObject({ id: preprint.id, doi: '10.5555/1', venue: 'Invented Letters' });
    expect(after).toMatchObject({ abstract: ABSTRACT, authors: preprint.authors, title: preprint.title });
    expect(after.aliases).toEqual(expect.arrayContaining([...preprint.aliases, 'doi:10.5555/1']));
    expect(after.aliases).not.toContain('arxiv:2510.99999');
    expect(after.seen).toEqual(preprint.seen);
  });
  it('the DOI of a preprint server stays as an alias beside the publication’s', () => {
    const bio = paper({ id: 'doi:10.1101/2025.01.02.1', doi: '10.1101/2025.01.02.1', venue: 'bioRxiv' });
    const after = applyPatch(bio, { doi: '10.5555/1', venue: 'Invented Letters' }, NOW);
    expect(after.doi).toBe('10.5555/1');
    expect([after.id, ...after.aliases]).toEqual(
      expect.arrayContaining(['doi:10.1101/2025.01.02.1', 'doi:10.5555/1']),
    );
  });
  it('a publication is not taken back by a preprint server', () => {
    const published = paper({ id: 'doi:10.5555/1', doi: '10.5555/1', venue: 'Invented Letters' });
    const after = applyPatch(published, { doi: '10.48550/arxiv.2510.00017', venue: 'arXiv' }, NOW);
    expect(after).toMatchObject({ doi: '10.5555/1', venue: 'Invented Letters' });
  });
  it('a title alone becomes an arXiv paper', () => {
    const one = paper({ id: 'title:tidal-caches-for-slow-storage-behind-fast-networks|okafor' });
    const after = applyPatch(one, { ids: ['arxiv:2510.00017'] }, NOW);
    expect(after.id).toBe('arxiv:2510.00017');
    expect(after.links.page).toBe('https://arxiv.org/abs/2510.00017');
    expect(after.aliases).toContain(one.id);
  });
  it('topics are assigned anew only where the text changed', () => {
    const tagged = { ...preprint, topicsVersion: 3 };
    expect(applyPatch(tagged, { doi: '10.5555/1' }, NOW).topicsVersion).toBe(3);
    const { abstract: _, ...bare } = tagged;
    expect(applyPatch(bare, { abstract: ABSTRACT }, NOW).topicsVersion).toBe(0);
  });
  it('twice is once', () => {
    const patch = {
      doi: '10.5555/1',
      venue: 'Invented Letters',
      code: ['https://github.com/a/b'],
      upvotes: 3,
    };
    const once = applyPatch(preprint, patch, NOW);
    expect(applyPatch(once, patch, NOW)).toEqual(once);
  });
});

describe('settings', () => {
  it('are off by default, and no broken value switches them on', () => {
    for (const stored of [undefined, {}, { lookUpSaved: 'yes', lookUpInView: 1, openAlexKey: 'a b' }]) {
      expect(readSettings(stored)).toMatchObject({
        lookUpSaved: false,
        lookUpInView: false,
        openAlexKey: '',
      });
    }
  });
  it('do not leave this browser', () => {
    const some = readSettings({ lookUpSaved: true, lookUpInView: true, openAlexKey: 'secret' });
    for (const key of OWN_SETTINGS) expect(portable(some)).not.toHaveProperty(key);
  });
});

describe('the manifest', () => {
  const hosts = SOURCES.map(({ origin }) => origin.replace(/\/\*$/, ''));
  it('lets requests go to the hosts of the sources, to Zotero on this machine, and to no other', () => {
    const policy = manifest.content_security_policy.extension_pages;
    const connect = policy.split(';').find((part) => part.trim().startsWith('connect-src'));
    expect(connect?.trim().split(' ').slice(1).sort()).toEqual(["'self'", ZOTERO_URL, ...hosts].sort());
    expect(policy).toContain("default-src 'self'");
  });
  it('asks for them when they are wanted, not at install', () => {
    const optional = SOURCES.filter(({ id }) => !FROM_INSTALL.includes(id)).map(({ origin }) => origin);
    expect(manifest.optional_host_permissions).toEqual(expect.arrayContaining(optional));
    expect(manifest.host_permissions).toEqual(['https://huggingface.co/*', 'https://*.arxiv.org/*']);
    expect(FROM_INSTALL.map((id) => sourceOf(id).origin)).toEqual([
      'https://export.arxiv.org/*',
      'https://huggingface.co/*',
    ]);
  });
});
