/** A reader of two subjects who knows authors, watches a phrase, dismissed some and weighs words of their own; and a listing. */
import { isModel, type Marked, type Model, train } from '../../../src/ranking/index.ts';
import { everything, paper, type Shelved, shelf } from './shelf.ts';

const marks = (papers: readonly Shelved[], importance: number): Marked[] =>
  papers.map(({ features, ...text }) => ({ features, importance, text }));

const signed = (name: string, author: string) =>
  paper(
    `Tidal engines of ${name}`,
    `Tidal engines turn ${name}; a study of gears, data and hulls.`,
    [author, 'Kurt Gödel'],
    ['mechanics'],
    ['cs.RO'],
  );

export function reader(): Model {
  const model = train({
    marks: [
      ...marks(shelf('bells', 7), 1),
      ...marks([signed('north', 'Ada Lovelace'), signed('south', 'Ada Lovelace')], 1.25),
      ...marks(shelf('wells', 6), 0.7),
      ...marks(
        ['old', 'new', 'tiny'].map((name) => paper(`A survey of ${name} bells`, 'We survey bell casting.')),
        -1,
      ),
    ],
    met: [
      ...everything(12).map(({ features }) => features),
      paper('Engines', 'Of engines.', [], ['mechanics'], ['cs.RO', 'cs.SD']).features,
    ],
    phrases: ['tidal engine', 'keel'],
    overrides: [
      { text: 'bronze', weight: 0.5 },
      { text: 'thread', weight: -1 },
      { text: 'pump', weight: 0 },
    ],
  });
  if (!isModel(model)) throw new Error('no model');
  return model;
}

export const listing = (): Shelved[] => [
  ...everything(2, 40),
  signed('west', 'ada lovelace'),
  paper('A keel of bronze', 'Bronze keels, threads and a tidal engine.', ['Ada Lovelace'], [], ['cs.RO']),
  paper('A survey of surveys', 'Survey upon survey of towers.', ['Kurt Gödel'], ['mechanics'], ['cs.SD']),
  paper('Nothing known', 'Entirely foreign matters.', ['Nobody Else']),
  paper('', ''),
  paper('constructor', 'toString', ['constructor'], ['constructor'], ['__proto__']),
];
