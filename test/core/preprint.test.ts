import { describe, expect, it } from 'vitest';
import { lacksOf } from '../../src/core/lookups.ts';
import { paperOf } from '../../src/core/merge.ts';
import { applyPatch } from '../../src/core/patch.ts';
import { isPublishedVenue, namesArxiv, namesServer } from '../../src/core/preprint.ts';
import { venueIn } from '../../src/exchange/from/import-text.ts';
import { namesVenue } from '../../src/exchange/venue-names.ts';

const NOW = '2026-03-17T09:00:00.000Z';
const paper = (venue: string) =>
  paperOf(
    {
      id: 'arxiv:2510.00017',
      site: 'arxiv',
      title: 'Tidal Caches for Slow Storage',
      authors: ['Rosalind Okafor'],
      abstract: 'Caches that follow the tide of requests need no tuning.',
      categories: [],
      links: { page: 'https://example.org/', code: ['https://example.org/code'], project: [] },
      position: 1,
      venue,
    },
    NOW,
  );

/** arXiv's names come first. */
const ARXIV = [
  'arXiv',
  'arXiv.org',
  'arXiv e-prints',
  'CoRR abs/2401.00001',
  'Computing Research Repository',
];
const OTHERS = [
  'bioRxiv (Cold Spring Harbor Laboratory)',
  'medRxiv',
  'PsyArXiv',
  'SocArXiv',
  'engrXiv',
  'Preprints.org',
  'Research Square',
  'SSRN Electronic Journal',
  'Social Science Research Network',
  'HAL',
  'Authorea',
  'OSF Preprints',
  'Cold Spring Harbor Laboratory',
  'IACR Cryptology ePrint Archive',
  'Cryptol. ePrint Arch.',
  'OpenReview',
];

describe('names of preprint servers', () => {
  it.each([...ARXIV, ...OTHERS])('%s: to no part of the program a place of publication', (venue) => {
    expect(namesServer(venue)).toBe(true);
    expect(isPublishedVenue(venue)).toBe(false);
    expect(namesVenue(venue)).toBe(false);
    // the published version is still to be looked up, and takes the server's place once it is found
    expect(lacksOf(paper(venue))).toEqual(['published']);
    expect(applyPatch(paper(venue), { venue: 'Invented Letters' }, NOW).venue).toBe('Invented Letters');
  });

  it('of files, arXiv’s names are left out, which ids say already; those of others stay', () => {
    expect(ARXIV.map(namesArxiv)).toEqual(ARXIV.map(() => true));
    expect(ARXIV.map(venueIn)).toEqual(ARXIV.map(() => undefined));
    expect(OTHERS.filter(namesArxiv)).toEqual([]);
    expect(OTHERS.map(venueIn)).toEqual(OTHERS);
  });

  it.each(['Nature', 'Journal of Preprinting', 'Halifax Letters', 'Corrosion Science', 'alphaXiv Letters'])(
    '%s is a place of publication',
    (venue) => {
      expect([namesServer(venue), isPublishedVenue(venue), namesVenue(venue)]).toEqual([false, true, true]);
      expect(venueIn(venue)).toBe(venue);
    },
  );
});
