/** Every method by name: a reader with `n` papers saved → a score for each paper of the listing. */
import { isModel, score, train } from '../../../src/ranking/index.ts';
import {
  clickVector,
  dot,
  linearSvc,
  logistic,
  phraseCount,
  recencyMean,
  type Sparse,
} from './ranking-baselines.ts';
import type { Interest } from './ranking-interests.ts';
import { mean } from './ranking-measures.ts';
import { NEGATIVES, type Reader } from './ranking-readers.ts';
import { ruleOf } from './ranking-rule.ts';

export type Method = (reader: Reader, n: number) => number[];

const similarity = (a: Sparse, b: Sparse): number => {
  let sum = 0;
  let at = 0;
  for (let k = 0; k < a.at.length; k++) {
    while (at < b.at.length && (b.at[at] as number) < (a.at[k] as number)) at++;
    if (b.at[at] === a.at[k]) sum += (a.value[k] as number) * (b.value[at] as number);
  }
  return sum;
};

const standard = (values: readonly number[]): number[] => {
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((one) => (one - middle) ** 2))) || 1;
  return values.map((one) => (one - middle) / deviation);
};

function linear(learn: (rows: Sparse[], labels: boolean[], size: number) => Float64Array): Method {
  return ({ saved, passed, listing, set }, n) => {
    const kept = saved.slice(0, n);
    const rows = [...kept, ...passed.slice(0, NEGATIVES)].map((one) => one.row);
    const weights = learn(
      rows,
      rows.map((_, at) => at < kept.length),
      set.tfIdf.size,
    );
    return listing.map((one) => dot(weights, one.row));
  };
}

const phrases = ({ interests, listing }: Reader): number[] =>
  listing.map(({ paper }) =>
    Math.max(...interests.map((one) => phraseCount(one.phrase, paper.title, paper.abstract))),
  );

/** What `make` gives for a reader and a number of saved papers, made once: two methods that need it are measured together. */
function once<T>(make: (reader: Reader, n: number) => T): (reader: Reader, n: number) => T {
  const made = new WeakMap<Reader, Map<number, T>>();
  return (reader, n) => {
    const known = made.get(reader) ?? new Map<number, T>();
    made.set(reader, known);
    const found = known.get(n) ?? make(reader, n);
    known.set(n, found);
    return found;
  };
}

/** What a reader may have typed for each interest: nothing, a phrase, a watch rule of up to five words. */
export type Typed = 'nothing' | 'phrase' | 'rule';

const rules = new WeakMap<Interest, string[]>();

function watched(typed: Typed, { interests, set }: Reader): string[] {
  if (typed === 'nothing') return [];
  return interests.flatMap((one) => {
    if (typed === 'phrase') return [one.phrase];
    const rule =
      rules.get(one) ??
      ruleOf(
        one,
        set.pool.map(({ paper }) => paper),
      );
    rules.set(one, rule);
    return rule;
  });
}

/** The ranker of `src/ranking`, for a reader who has typed so much. */
export const ours =
  (typed: Typed): Method =>
  (reader, n) => {
    const { saved, passed, listing, set } = reader;
    const learned = train({
      marks: saved.slice(0, n).map((one) => ({ features: one.features, importance: 1 })),
      met: passed.map((one) => one.features),
      phrases: watched(typed, reader),
      vectors: set.topicModel.vectors,
    });
    if (!isModel(learned)) return listing.map(() => 0);
    return score(
      learned,
      listing.map((one) => one.features),
      0,
    ).map((one) => one.score);
  };

const sanity = once(linear((rows, labels, size) => linearSvc(rows, labels, size)));

/** From saved papers alone. */
export const BASELINES: Readonly<Record<string, Method>> = {
  'arxiv-sanity-lite': sanity,
  'Scholar Inbox': linear((rows, labels, size) => logistic(rows, labels, size, 0.4)),
  'zotero-arxiv-daily': ({ saved, listing }, n) => {
    const newestFirst = saved.slice(0, n).reverse();
    return listing.map((one) => recencyMean(newestFirst.map((kept) => similarity(kept.row, one.row))));
  },
  'zotero-arxiv-daily, vectors': ({ saved, listing }, n) => {
    const newestFirst = saved.slice(0, n).reverse();
    const cosine = (a: Float32Array, b: Float32Array) =>
      a.reduce((sum, one, i) => sum + one * (b[i] as number), 0);
    return listing.map((one) => recencyMean(newestFirst.map((kept) => cosine(kept.place, one.place))));
  },
  arxivist: ({ saved, listing }, n) =>
    clickVector(
      saved.slice(0, n).map((one) => one.text),
      listing.map((one) => one.text),
    ),
};

/** With a phrase typed for each interest: arxiv-sanity-lite has a search, and no place for a phrase in its ranking. */
export const WITH_PHRASE: Readonly<Record<string, Method>> = {
  'keyword count': (reader) => phrases(reader),
  'arxiv-sanity-lite + count': (reader, n) => {
    const counts = standard(phrases(reader));
    return standard(sanity(reader, n)).map((one, at) => one + (counts[at] as number));
  },
};
