/** Invented papers on a few subjects, the same every time. */
import { type Features, featuresOf } from '../../../src/ranking/index.ts';

export interface Shelved {
  title: string;
  abstract: string;
  authors: string[];
  features: Features;
}

const SUBJECTS: Record<string, string[]> = {
  bells: ['bell', 'casting', 'bronze', 'tower', 'chime', 'clapper'],
  looms: ['loom', 'weaving', 'shuttle', 'thread', 'fabric', 'pattern'],
  ships: ['ship', 'hull', 'rigging', 'harbour', 'keel', 'sail'],
  clocks: ['clock', 'pendulum', 'escapement', 'gear', 'dial', 'spring'],
  wells: ['well', 'pump', 'bucket', 'aquifer', 'drilling', 'water'],
};
const COMMON = ['method', 'result', 'study', 'model', 'data', 'approach', 'experiment', 'analysis'];

export const subjects = Object.keys(SUBJECTS);

export function paper(
  title: string,
  abstract = '',
  authors: string[] = [],
  topics: string[] = [],
  categories: string[] = [],
): Shelved {
  const topicScores = topics.map((id) => ({ id, score: 1 }));
  return {
    title,
    abstract,
    authors,
    features: featuresOf({ title, abstract, authors, topics: topicScores, categories }),
  };
}

/** `count` papers of one subject, each with other words of it and of no subject. */
export function shelf(subject: string, count: number, from = 0): Shelved[] {
  const words = SUBJECTS[subject];
  if (!words) throw new Error(`No subject ${subject}.`);
  return Array.from({ length: count }, (_, at) => {
    const pick = (list: readonly string[], step: number) => list[(at + from + step) % list.length] as string;
    return paper(
      `A ${pick(COMMON, 0)} of ${pick(words, 0)} and ${pick(words, 1)}`,
      `This ${pick(COMMON, 3)} of the ${words[0]} gives a ${pick(COMMON, 5)}. ` +
        `It has ${pick(words, 2)}, ${pick(words, 3)} and ${pick(words, 0)} number ${at + from}.`,
    );
  });
}

/** Some of every subject. */
export const everything = (each: number, from = 100): Shelved[] =>
  subjects.flatMap((one) => shelf(one, each, from));
