/**
 * `npx tsx scripts/train-topics.ts [--write] [--pretrained FILE]`: trains the topic model and, with --write, puts it into
 * `public/topics.bin`. The same papers give the same file. --pretrained keeps what was learned of papers without topics
 * in FILE, or takes it from there: it takes most of the time. Prints how well it does in cross-validation, whose folds
 * are of labelled papers; the phrases' weights behind the weak labels were fitted to all of them.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TERMS_VERSION } from '../src/core/terms.ts';
import { evidence, type TaggedText } from '../src/topics/evidence.ts';
import { MODEL_FILE } from '../src/topics/index.ts';
import { inputOf } from '../src/topics/input.ts';
import { evidenceSums } from '../src/topics/model.ts';
import { writeModel } from '../src/topics/model-file.ts';
import { TOPICS } from '../src/topics/topics.ts';
import { MODEL_VERSION } from '../src/topics/version.ts';
import { ROOT } from './lib/root.ts';
import { fitBlend, fitEvidence, type IsRight } from './lib/topics-blend.ts';
import type { Others } from './lib/topics-distill.ts';
import { judgeBlend, taught, textOf, unseenSums } from './lib/topics-folds.ts';
import type { Net } from './lib/topics-net.ts';
import { readNet, writeNet } from './lib/topics-net-file.ts';
import { packWords } from './lib/topics-pack.ts';
import { readTopicPapers } from './lib/topics-papers.ts';
import { pretrained } from './lib/topics-pretrain.ts';
import { vocabularyOf } from './lib/topics-vocabulary.ts';

const VOCABULARY = 24_000;
const WIDTH = 96;
const WEAK_EPOCHS = 6;

const started = performance.now();
const say = (...words: unknown[]): void =>
  console.log(`${Math.round((performance.now() - started) / 1000)} s`, ...words);

/** A net trained on papers without topics, or the one that was kept. */
function baseOf(
  others: readonly TaggedText[],
  { inputs, shown }: Others,
  vocabulary: number,
  cache: string | undefined,
): Net {
  if (cache && existsSync(cache)) return readNet(cache, vocabulary);
  const size = { vocabulary, width: WIDTH, epochs: WEAK_EPOCHS };
  const net = pretrained(others, inputs, shown, size, (epoch, loss) => say('epoch', epoch, loss.toFixed(5)));
  if (cache) writeNet(cache, net);
  return net;
}

function main(): void {
  const flag = process.argv.indexOf('--pretrained');
  const cache = flag < 0 ? undefined : process.argv[flag + 1];
  const { labelled, others } = readTopicPapers();
  const { vocabulary, idf } = vocabularyOf([...others, ...labelled], VOCABULARY);
  say(labelled.length, 'labelled papers,', others.length, 'others,', vocabulary.ids.length, 'terms');

  const topics = labelled.map((paper) => new Set(paper.topics));
  const isRight: IsRight = (paper, topic) => topics[paper]!.has(topic);
  const every = labelled.map((_, at) => at);
  // half of them with categories: readers' papers come with and without
  const rows = labelled.map((paper, at) =>
    evidence(at % 2 === 0 ? textOf(paper) : { ...textOf(paper), categories: paper.categories }),
  );
  const weights = fitEvidence(rows, every, isRight);
  const unlabelled: Others = {
    inputs: others.map((paper) => inputOf(textOf(paper), vocabulary)),
    shown: others.map((paper) => evidenceSums(evidence(paper), weights)),
  };
  say('weak labels ready');
  const base = baseOf(others, unlabelled, vocabulary.ids.length, cache);
  const ground = { base, vocabulary, others: unlabelled };

  const unseen = unseenSums(labelled, ground, rows, isRight, () => say('a fold'));
  const text = judgeBlend(unseen.text, labelled, isRight);
  const title = judgeBlend(unseen.title, labelled, isRight);
  say('cross-validated, with abstracts:', JSON.stringify(text));
  say('cross-validated, titles alone:', JSON.stringify(title));
  if (!process.argv.includes('--write')) return;

  const inputs = labelled.map((paper) => inputOf(textOf(paper), vocabulary));
  const { net, linear } = taught(ground, inputs, every, isRight);
  const file = writeModel(
    {
      ...{ version: MODEL_VERSION, terms: TERMS_VERSION, topics: TOPICS.map(({ id }) => id), width: WIDTH },
      thresholds: [text.threshold, title.threshold],
      provenance: `Trained by scripts/train-topics.ts on titles and abstracts: ${labelled.length} papers whose topics a language model chose, checked by no person, and ${others.length} more with author keywords, arXiv categories, or keywords made by machine (arXiv, Hugging Face Daily Papers, OpenReview and proceedings, 2017 to 2026). Knows little outside computer science.`,
      measured: [text, title],
      licence: 'MIT, as the rest of Manicule. Numbers only; none of the papers’ text is in it.',
    },
    {
      ...packWords(net),
      ...{ ids: vocabulary.ids, idf, evidence: weights },
      ...linear,
      ...{ hidden: net.constants, out: net.out, outConstants: net.outConstants },
      blend: fitBlend(unseen.text, every, isRight),
      blendTitle: fitBlend(unseen.title, every, isRight),
    },
  );
  writeFileSync(join(ROOT, 'public', MODEL_FILE), file);
  say(`public/${MODEL_FILE}:`, file.length, 'bytes');
}

main();
