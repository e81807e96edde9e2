/** Papers that have to do with one another: a work and its follow-up, one work under two ids, and three of no kin. */
import { type MadePaper, PAPERS } from './made-pages.ts';

const made = (n: number, change: Partial<MadePaper>): MadePaper => ({
  ...(PAPERS[n] as MadePaper),
  ...change,
});
const AUTHORS = ['Ada Lovelace', 'Mary Shelley'];
export const HI = 'Hi-HULL: A Tree of Labels for Mapping Rot';
/** A work that follows it, by the same people. */
export const HIER = 'Hier-HULL++: Rules and a Tree of Labels for Mapping Rot';
/** The title of two records of one work. */
export const TWICE = 'Kettles that Whistle in Two Keys';

export const RELATIVES: readonly MadePaper[] = [
  made(0, {
    title: HI,
    authors: AUTHORS,
    abstract:
      'We keep a map of the hull while the ship moves, with a tree of labels that grows as new kinds of rot are found. ' +
      'Each label takes few numbers, so that the map of a whole fleet fits the memory of one machine on board.',
  }),
  made(1, {
    title: HIER,
    authors: AUTHORS,
    abstract:
      'Rules that shipwrights wrote are joined to a tree of labels. The map tells which plank of the hull must be ' +
      'replaced before the next voyage, and why, in the words of the yard.',
  }),
  made(2, { title: TWICE, authors: ['Jane Austen'], abstract: 'A kettle with two spouts is heard farther.' }),
  made(3, {
    title: TWICE,
    authors: ['Jane Austen'],
    abstract: 'Two spouts make a kettle heard at a distance.',
  }),
  ...[4, 5, 6].map((n) => PAPERS[n] as MadePaper),
];
