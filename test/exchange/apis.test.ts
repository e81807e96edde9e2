import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../src/core/sources.ts';
import { SOURCES } from '../../src/core/sources.ts';
import type { Wanted } from '../../src/exchange/from/api.ts';
import { APIS } from '../../src/exchange/from/apis.ts';
import * as made from './api-answers.ts';

const { LANTERN, TIDE } = made;

const want = (by: string, work: made.MadeWork): Wanted => ({ by, title: work.title, authors: work.authors });
const lantern = want('arxiv:2511.04242', LANTERN);
const tide = want(`doi:${TIDE.doi}`, TIDE);
const titled = want('title:tidal-caches-for-slow-storage-behind-fast-networks|okafor', TIDE);
const read = (source: SourceId, text: string, ...wanted: Wanted[]) => APIS[source].read(text, wanted);

describe('arXiv', () => {
  it('asks for as many as it names', () => {
    const { url } = APIS.arxiv.request([lantern, want('arxiv:hep-th/9901001', TIDE)], {});
    expect(url).toBe('https://export.arxiv.org/api/query?id_list=2511.04242,hep-th%2F9901001&max_results=2');
  });

  it('reads an entry, and says which ids have none', () => {
    const extra =
      '<arxiv:journal_ref>J. Invented 3 (2026) 1</arxiv:journal_ref><arxiv:doi>10.5555/X.1</arxiv:doi>';
    const other = want('arxiv:2511.99999', TIDE);
    const { found, absent } = read('arxiv', made.atom([{ ...LANTERN, extra }]), lantern, other);
    expect(absent).toEqual([other.by]);
    expect(found.get(lantern.by)).toEqual({
      title: LANTERN.title,
      authors: LANTERN.authors,
      abstract: LANTERN.abstract,
      published: '2025-11-06',
      comment: '9 pages',
      journalRef: 'J. Invented 3 (2026) 1',
      doi: '10.5555/x.1',
      categories: ['cs.DS', 'cs.LG'],
      pdf: 'https://arxiv.org/pdf/2511.04242',
    });
  });

  it('takes nothing that was not asked for', () => {
    const { found, absent } = read('arxiv', made.atom([TIDE]), lantern);
    expect([found.size, absent]).toEqual([0, [lantern.by]]);
  });

  it.each([
    ['its error entry', made.atom([{ ...LANTERN, title: 'Error' }])],
    ['plain words', 'Rate exceeded.'],
    ['half an answer', made.atom([LANTERN]).slice(0, -30)],
    ['another document', '<html><body>down</body></html>'],
  ])('refuses %s', (_, text) => {
    expect(() => read('arxiv', text, lantern)).toThrow(expect.objectContaining({ code: 'bad-answer' }));
  });
});

describe('Crossref', () => {
  it('asks for DOIs in one filter, for a title or an odd DOI alone', () => {
    const { alone, request } = APIS.crossref;
    expect(request([tide, want('doi:10.1/b', LANTERN)], {}).url).toMatch(
      /works\?filter=doi:10\.5555%2Ftide\.2026\.17,doi:10\.1%2Fb&rows=2&select=DOI,/,
    );
    const odd = want('doi:10.1/a,b', LANTERN);
    expect([tide, titled, odd].map((one) => alone?.(one))).toEqual([false, true, true]);
    expect(request([odd], {}).url).toBe('https://api.crossref.org/works/10.1%2Fa%2Cb');
    expect(request([titled], {}).url).toMatch(/\?query\.bibliographic=Tidal%20Caches.*Okafor&rows=5/);
  });

  it('reads a work, its markup taken out and its entities read', () => {
    const text = made.crossrefList([made.crossrefWork(TIDE)]);
    expect(read('crossref', text, tide).found.get(tide.by)).toEqual({
      ids: [tide.by],
      title: TIDE.title,
      authors: TIDE.authors,
      abstract: `${TIDE.abstract} Tides < floods.`,
      venue: TIDE.venue,
      doi: TIDE.doi,
      published: '2026-02-03',
    });
  });

  it('reads the answer to one DOI', () => {
    const text = JSON.stringify({ message: made.crossrefWork(TIDE, { abstract: undefined }) });
    expect(read('crossref', text, tide).found.get(tide.by)?.venue).toBe(TIDE.venue);
  });

  it('tells the publication of a preprint', () => {
    const preprint = { ...TIDE, doi: '10.1101/2025.01.02.123456' };
    const relation = { 'is-preprint-of': [{ id: '10.5555/TIDE.final', 'id-type': 'doi' }] };
    const work = made.crossrefWork(preprint, { type: 'posted-content', relation, 'container-title': [] });
    const asked = want(`doi:${preprint.doi}`, preprint);
    expect(read('crossref', made.crossrefList([work]), asked).found.get(asked.by)).toMatchObject({
      ids: [asked.by, 'doi:10.5555/tide.final'],
      doi: '10.5555/tide.final',
    });
  });

  it('tells the preprint of a publication', () => {
    const relation = {
      'has-preprint': [
        { id: '10.48550/arXiv.2510.00017', 'id-type': 'doi' },
        { id: 'nonsense', 'id-type': 'uri' },
      ],
    };
    const text = made.crossrefList([made.crossrefWork(TIDE, { relation })]);
    expect(read('crossref', text, tide).found.get(tide.by)?.ids).toEqual([tide.by, 'arxiv:2510.00017']);
  });

  describe('found by its title', () => {
    const found = (...works: object[]) => read('crossref', made.crossrefList(works), titled);
    it('is the same title by the same first author, the published one first', () => {
      const preprint = made.crossrefWork({ ...TIDE, doi: '10.1101/1' }, { type: 'posted-content' });
      expect(found(preprint, made.crossrefWork(TIDE)).found.get(titled.by)?.doi).toBe(TIDE.doi);
    });
    it('may have a subtitle of its own', () => {
      const [title, subtitle] = LANTERN.title.split(': ');
      const work = made.crossrefWork(
        { ...LANTERN, doi: '10.5555/l' },
        { title: [title], subtitle: [subtitle] },
      );
      const asked = want('title:x|vandersteen', LANTERN);
      expect(read('crossref', made.crossrefList([work]), asked).found.size).toBe(1);
    });
    it.each([
      ['another part', { title: [`${TIDE.title}, Part II`] }],
      ['another author', { author: [{ given: 'Rosa', family: 'Lind' }] }],
      ['nobody', { author: [] }],
      ['a review of it', { type: 'peer-review' }],
    ])('is not %s', (_, more) => {
      expect(found(made.crossrefWork(TIDE, more))).toEqual({ found: new Map(), absent: [titled.by] });
    });
    it('is never a common title', () => {
      const preface = { ...TIDE, title: 'Preface' };
      const asked = want('title:preface|okafor', preface);
      expect(read('crossref', made.crossrefList([made.crossrefWork(preface)]), asked).found.size).toBe(0);
    });
  });
});

describe('OpenAlex', () => {
  it('asks for DOIs in one filter, with a key if there is one', () => {
    const { url } = APIS.openalex.request([tide, want('doi:10.1/b', LANTERN)], { key: 'k-1' });
    expect(url).toMatch(
      /works\?filter=doi:10\.5555%2Ftide\.2026\.17\|10\.1%2Fb&per-page=2&select=.*&api_key=k-1$/,
    );
    expect(APIS.openalex.request([tide], {}).url).not.toContain('api_key');
  });

  it('puts the abstract together, and says which are absent', () => {
    const other = want('doi:10.1/b', LANTERN);
    const text = JSON.stringify({ meta: {}, results: [made.openalexWork(TIDE)] });
    const { found, absent } = read('openalex', text, tide, other);
    expect(absent).toEqual([other.by]);
    expect(found.get(tide.by)).toMatchObject({ abstract: TIDE.abstract, venue: TIDE.venue, doi: TIDE.doi });
  });

  it('is not led to fill memory by an index of far places', () => {
    const index = { word: [1e9, -1, 2.5, 4_999_999, 3] };
    const text = JSON.stringify({ results: [made.openalexWork(TIDE, { abstract_inverted_index: index })] });
    expect(read('openalex', text, tide).found.get(tide.by)?.abstract).toBeUndefined();
  });

  it('neither takes nor denies what has another title altogether', () => {
    const text = JSON.stringify({ results: [made.openalexWork({ ...TIDE, title: 'Bees in winter' })] });
    expect(read('openalex', text, tide)).toEqual({ found: new Map(), absent: [] });
  });
});

describe('Semantic Scholar', () => {
  it('posts every kind of id', () => {
    const ids = ['arxiv:2511.04242', 'doi:10.1/b', 'acl:2025.acl-long.3', 'pmid:77'];
    const { body } = APIS.semanticscholar.request(
      ids.map((by) => want(by, LANTERN)),
      {},
    );
    expect(JSON.parse(body ?? '')).toEqual({
      ids: ['ARXIV:2511.04242', 'DOI:10.1/b', 'ACL:2025.acl-long.3', 'PMID:77'],
    });
  });

  it('reads by place; a preprint’s venue is none', () => {
    const text = JSON.stringify([null, made.s2Paper(TIDE), made.s2Paper(LANTERN)]);
    const { found, absent } = read('semanticscholar', text, want('doi:10.1/b', LANTERN), tide, lantern);
    expect(absent).toEqual(['doi:10.1/b']);
    expect(found.get(tide.by)).toMatchObject({
      ids: ['arxiv:2510.00017', `doi:${TIDE.doi}`],
      venue: TIDE.venue,
      doi: TIDE.doi,
      published: '2026',
    });
    expect(found.get(lantern.by)).not.toHaveProperty('venue');
    expect(found.get(lantern.by)).not.toHaveProperty('doi');
  });

  it('believes no place where one is missing, and no record of another paper', () => {
    expect(read('semanticscholar', JSON.stringify([made.s2Paper(TIDE)]), lantern, tide).found.size).toBe(0);
    expect(read('semanticscholar', JSON.stringify([made.s2Paper(TIDE)]), lantern)).toEqual({
      found: new Map(),
      absent: [],
    });
  });

  it('knows its way of saying that it knows none', () => {
    const { saysAbsent } = APIS.semanticscholar;
    expect(saysAbsent?.('{"error":"No valid paper ids given"}')).toBe(true);
    expect(saysAbsent?.('{"error":"Unrecognized or unsupported fields"}')).toBe(false);
  });
});

describe('OpenReview', () => {
  const asked = want('openreview:aB3_x-9', LANTERN);
  it('reads a note; submitted is not published', () => {
    const note = (more: object) =>
      JSON.stringify({ notes: [made.openreviewNote('aB3_x-9', LANTERN, more)], count: 1 });
    expect(read('openreview', note({}), asked).found.get(asked.by)).toEqual({
      title: LANTERN.title,
      authors: LANTERN.authors,
      abstract: LANTERN.abstract,
      keywords: ['graphs'],
      pdf: 'https://openreview.net/pdf/0123abcd.pdf',
      published: '2026-01-22',
    });
    const told = read('openreview', note({ venue: { value: 'Invented 2026 poster' } }), asked);
    expect(told.found.get(asked.by)?.venue).toBe('Invented 2026 poster');
  });
  it('tells absence from another note', () => {
    expect(read('openreview', '{"notes":[],"count":0}', asked).absent).toEqual([asked.by]);
    const other = JSON.stringify({ notes: [made.openreviewNote('zzzzzz', TIDE)] });
    expect(read('openreview', other, asked)).toEqual({ found: new Map(), absent: [] });
  });
});

describe('Hugging Face', () => {
  const told = (more: object = {}) =>
    JSON.stringify({
      id: '2511.04242',
      title: LANTERN.title,
      summary: LANTERN.abstract,
      upvotes: 12,
      githubRepo: 'https://github.com/made/lantern',
      projectPage: 'https://lantern.example/',
      authors: LANTERN.authors.map((name) => ({ name, hidden: false })),
      ...more,
    });
  it('tells code, project page and votes', () => {
    expect(read('huggingface', told(), lantern).found.get(lantern.by)).toMatchObject({
      code: ['https://github.com/made/lantern'],
      project: ['https://lantern.example/'],
      upvotes: 12,
      abstract: LANTERN.abstract,
    });
  });
  it('drops what is hostile and keeps the rest', () => {
    const patch = read(
      'huggingface',
      told({
        githubRepo: 'javascript:alert(1)',
        projectPage: `https://x.example/${'a'.repeat(9_000)}`,
        upvotes: -3,
        summary: { $gt: '' },
      }),
      lantern,
    ).found.get(lantern.by);
    expect(patch).toEqual({ title: LANTERN.title, authors: LANTERN.authors });
  });
  it('takes no other paper', () => {
    expect(read('huggingface', told({ id: '2510.00017' }), lantern)).toEqual({
      found: new Map(),
      absent: [],
    });
  });
});

describe('DBLP', () => {
  it('asks in letters and digits alone', () => {
    const { url } = APIS.dblp.request(
      [want('title:x|m', { ...TIDE, title: 'C++ & $x^2$: “why?” (part-I)!' })],
      {},
    );
    expect(decodeURIComponent(new URL(url).searchParams.get('q') ?? '')).toBe('c x 2 why part i okafor');
  });
  it('tells the publication, and the preprint’s id', () => {
    const informal = {
      venue: 'CoRR',
      type: 'Informal and Other Publications',
      volume: 'abs/2510.00017',
      doi: '10.48550/ARXIV.2510.00017',
      ee: 'https://doi.org/10.48550/arXiv.2510.00017',
    };
    const text = made.dblpAnswer([made.dblpHit(TIDE, informal), made.dblpHit(TIDE)]);
    expect(read('dblp', text, titled).found.get(titled.by)).toEqual({
      ids: ['arxiv:2510.00017', `doi:${TIDE.doi}`],
      authors: TIDE.authors,
      venue: TIDE.venue,
      doi: TIDE.doi,
      published: '2026',
    });
  });
  it('reads one hit with one author, entities and all', () => {
    const work = { ...TIDE, title: "The Tide's Own Caches for Slow Storage", authors: ['Wei Okafor'] };
    const asked = want('title:y|okafor', work);
    const { found } = read('dblp', made.dblpAnswer([made.dblpHit(work)]), asked);
    expect(found.get(asked.by)?.authors).toEqual(['Wei Okafor']);
  });
  it('finds nothing where there is nothing alike', () => {
    expect(read('dblp', made.dblpAnswer([]), titled).absent).toEqual([titled.by]);
    const other = made.dblpHit({ ...TIDE, title: `${TIDE.title} Revisited` });
    expect(read('dblp', made.dblpAnswer([other]), titled).absent).toEqual([titled.by]);
  });
});

describe.each(SOURCES)('$name, whatever it says', ({ id, origin }) => {
  const wanted =
    id === 'dblp'
      ? titled
      : id === 'openreview'
        ? want('openreview:aB3_x-9', LANTERN)
        : id === 'crossref' || id === 'openalex'
          ? tide
          : lantern;
  it('is asked at its own host and nowhere else', () => {
    const { url } = APIS[id].request([wanted], {});
    expect(`${new URL(url).origin}/*`).toBe(origin);
  });
  it.each([
    '',
    'null',
    '[]',
    '{}',
    '"x"',
    '<!doctype html><title>Log in</title>',
    '{"results":[{"doi"',
    '[{"title":1}',
  ])('takes nothing from %j, and no such answer for absence', (text) => {
    let answer: ReturnType<(typeof APIS)[typeof id]['read']>;
    try {
      answer = APIS[id].read(text, [wanted]);
    } catch (error) {
      expect(error).toMatchObject({ code: 'bad-answer' });
      return;
    }
    expect(answer.found.size).toBe(0);
    expect(answer.absent).toEqual([]);
  });
  it('fails in no other way than by saying so', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          expect(APIS[id].read(text, [wanted]).found.size).toBe(0);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-answer' });
        }
      }),
    );
  });
});
