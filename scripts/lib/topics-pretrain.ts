/**
 * What is learned from papers without topics: the topics their phrases (and the keywords their authors or their site gave)
 * speak of, their categories, and their keywords. Such labels are weak, but there are many of them, and whoever learns them with words
 * left out at random learns which words go together.
 */
import type { TaggedText } from '../../src/topics/evidence.ts';
import type { Input } from '../../src/topics/input.ts';
import { logistic } from '../../src/topics/model.ts';
import { TOPICS } from '../../src/topics/topics.ts';
import { random } from '../../test/bench/support/ranking-measures.ts';
import { type Net, newNet, type Truth, train } from './topics-net.ts';

const CATEGORIES = 110;
const KEYWORDS = 1_500;
/** Of the categories a paper does not have, so many are judged; all would take too long. */
const OTHER_CATEGORIES = 0.4;
/** Of the keywords a paper does not have, this many are judged. */
const OTHER_KEYWORDS = 60;
const CATEGORY_WEIGHT = 0.5;

const CATEGORY = /^[a-z-]+(?:\.[A-Za-z-]+)?$/;

/** The most frequent of all that `of` gives, and their places, from `first` on. */
function frequent(
  papers: readonly TaggedText[],
  of: (paper: TaggedText) => string[],
  most: number,
  first: number,
) {
  const counts = new Map<string, number>();
  for (const paper of papers) for (const one of of(paper)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const kept = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
  return new Map(kept.map(([one], at) => [one, first + at]));
}

const categoriesOf = ({ categories = [] }: TaggedText): string[] =>
  categories.filter((one) => CATEGORY.test(one));
const keywordsOf = ({ keywords = [] }: TaggedText): string[] => keywords.map((one) => one.toLowerCase());

/**
 * A net trained on weak labels. `shown`: per paper, the sums of its evidence, one a topic, which come first among the
 * net's labels.
 */
export function pretrained(
  papers: readonly TaggedText[],
  inputs: readonly Input[],
  shown: readonly Float32Array[],
  size: { vocabulary: number; width: number; epochs: number },
  onEpoch: (epoch: number, loss: number) => void,
): Net {
  const categories = frequent(papers, categoriesOf, CATEGORIES, TOPICS.length);
  const firstKeyword = TOPICS.length + categories.size;
  const keywords = frequent(papers, keywordsOf, KEYWORDS, firstKeyword);
  const next = random(99);
  const truth: Truth = (example, judge) => {
    const paper = papers[example]!;
    const sums = shown[example]!;
    for (let topic = 0; topic < TOPICS.length; topic++)
      judge(topic, sums[topic]! > -5 ? logistic(sums[topic]!) : 0, 1);
    const own = new Set(categoriesOf(paper).map((one) => categories.get(one)));
    if (own.size > 0)
      for (let label = TOPICS.length; label < firstKeyword; label++)
        if (own.has(label) || next() < OTHER_CATEGORIES)
          judge(label, own.has(label) ? 1 : 0, CATEGORY_WEIGHT);
    const words = keywordsOf(paper).flatMap((one) => keywords.get(one) ?? []);
    if (keywordsOf(paper).length === 0) return;
    for (const label of new Set(words)) judge(label, 1, 1);
    for (let i = 0; i < OTHER_KEYWORDS; i++) {
      const label = firstKeyword + Math.floor(next() * keywords.size);
      if (!words.includes(label)) judge(label, 0, 1);
    }
  };
  const net = newNet(size.vocabulary, size.width, firstKeyword + keywords.size, 1);
  const all = papers.map((_, at) => at);
  train(net, inputs, all, truth, {
    epochs: size.epochs,
    rate: 0.15,
    outRate: 0.1,
    drop: 0.4,
    seed: 1,
    onEpoch,
  });
  return net;
}
