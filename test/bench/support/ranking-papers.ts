/**
 * Papers and simulated readers for the ranking bench. An interest is a group of author keywords (conference papers) or a
 * secondary category (arXiv); whoever has it saves papers that carry it, and a listing's papers that carry it are
 * relevant. What is asked for is hidden from every method: keywords and categories are no features here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hashOf } from '../../../src/core/terms.ts';
import { fold } from '../../../src/core/text.ts';

export interface BenchPaper {
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  categories: string[];
  keywords: string[];
  date: string;
}

const SHARED = process.env['MANICULE_SHARED'] ?? new URL('../../../../shared', import.meta.url).pathname;

/** Papers of one file, in its order; undefined where the folder is absent. */
export function readPapers(name: 'arxiv' | 'labelled' | 'hf_daily'): BenchPaper[] | undefined {
  const file = join(SHARED, 'papers', `${name}.jsonl.gz`);
  if (!existsSync(file)) return undefined;
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BenchPaper);
}

/** Titles that are the same work: how papers are told apart between sets and splits. */
export const titleKey = (title: string): string => fold(title).replaceAll(' ', '');

/**
 * Whether a paper belongs to the test listings: 35 of 100, by its title alone, so that no model trained on the others
 * has met it under any id.
 */
export const isTestPaper = (title: string): boolean => hashOf(titleKey(title)) % 100 < 35;

/** The day that parts older from newer papers of arXiv: listings come after it, everything learned from before it. */
export const ARXIV_CUT = '2026-04-01';

export interface Interest {
  name: string;
  /** What its reader would type to be told of it. */
  phrase: string;
  holds(paper: BenchPaper): boolean;
}

const keyword = (name: string, phrase: string, pattern: RegExp): Interest => ({
  name,
  phrase,
  holds: (paper) => paper.keywords.some((one) => pattern.test(one.toLowerCase())),
});

/** Groups of author keywords. */
export const KEYWORD_INTERESTS: readonly Interest[] = [
  keyword('rl', 'reinforcement learning', /reinforcement learning|\brl\b|policy gradient/),
  keyword(
    'imitation',
    'imitation learning',
    /imitation learning|inverse reinforcement|behaviou?r(al)? cloning/,
  ),
  keyword('multi-agent', 'multi-agent', /multi-?agent (learning|systems?$|reinforcement)|\bmarl\b/),
  keyword('graphs', 'graph neural network', /graph (neural|convolution|representation|network)|\bgnns?\b/),
  keyword('federated', 'federated learning', /federated/),
  keyword('diffusion', 'diffusion model', /diffusion (model|process|probab)|score-based|^diffusion$/),
  keyword(
    'adversarial',
    'adversarial robustness',
    /adversarial (robust|attack|example|training|defen)|adversarially robust/,
  ),
  keyword('gan', 'generative adversarial network', /generative adversarial|\bgans?\b/),
  keyword('variational', 'variational autoencoder', /variational (inference|auto-?encoder)|\bvaes?\b/),
  keyword('contrastive', 'contrastive learning', /contrastive/),
  keyword('self-supervised', 'self-supervised learning', /self-?supervis/),
  keyword('continual', 'continual learning', /continual|lifelong|catastrophic forgetting/),
  keyword('few-shot', 'few-shot learning', /meta-?\s?learning|few-?\s?shot/),
  keyword('adaptation', 'domain adaptation', /domain adaptation|domain generali[sz]ation/),
  keyword('architecture-search', 'neural architecture search', /architecture search|\bnas\b|automl/),
  keyword('privacy', 'differential privacy', /differential(ly)? priva/),
  keyword('fairness', 'fairness', /fairness|bias mitigation|algorithmic bias/),
  keyword('explanation', 'interpretability', /explainab|interpretab|\bxai\b/),
  keyword('causal', 'causal inference', /causal/),
  keyword('transport', 'optimal transport', /optimal transport|wasserstein/),
  keyword('bandits', 'bandit', /bandit/),
  keyword(
    'bayesian',
    'bayesian optimization',
    /bayesian optimi[sz]ation|gaussian process|bayesian (deep|neural|inference)/,
  ),
  keyword('time-series', 'time series', /time[- ]series|forecasting/),
  keyword('recommendation', 'recommendation', /recommend/),
  keyword('knowledge-graph', 'knowledge graph', /knowledge graph/),
  keyword('translation', 'machine translation', /machine translation/),
  keyword('language-models', 'large language model', /large language model|\bllms?\b/),
  keyword(
    'multimodal',
    'vision-language',
    /multi-?\s?modal|vision[- ](and[- ])?language|language and vision/,
  ),
  keyword('detection', 'object detection', /object detection/),
  keyword('segmentation', 'segmentation', /segmentation/),
  keyword(
    '3d',
    'point cloud',
    /point cloud|3d (reconstruction|vision|shape|computer vision)|nerf|gaussian splatting/,
  ),
  keyword('manipulation', 'robot manipulation', /manipulation|grasping/),
  keyword('driving', 'autonomous driving', /autonomous driving|self-driving|trajectory prediction/),
  keyword('social-choice', 'voting', /social choice|voting/),
  keyword('mechanisms', 'auction', /mechanism design|auction|fair division|allocation/),
  keyword(
    'satisfaction',
    'constraint satisfaction',
    /\bsat\b|satisfiab|constraint (satisfaction|programming)/,
  ),
  keyword(
    'out-of-distribution',
    'out-of-distribution',
    /out-?\s?of-?\s?distribution|\bood\b|distribution shift/,
  ),
  keyword('uncertainty', 'uncertainty', /uncertainty (estimation|quantification)|calibration|^uncertainty$/),
  keyword(
    'compression',
    'quantization',
    /quantization|pruning|model compression|knowledge distillation|sparsity/,
  ),
  keyword('molecules', 'molecule', /molecul|drug|protein/),
  keyword('audio', 'speech', /speech|audio|music/),
  keyword('dialogue', 'dialogue', /dialog/),
  keyword('planning', 'planning', /^planning|: planning|task planning|motion planning/),
  keyword(
    'dynamics',
    'differential equations',
    /\bpdes?\b|physics-informed|neural ode|dynamical system|differential equation/,
  ),
  keyword('programs', 'code generation', /program synthesis|code generation|source code|program induction/),
  keyword('label-noise', 'noisy labels', /label noise|noisy label|weak(ly)?[- ]supervis/),
  keyword('alignment', 'preference alignment', /rlhf|alignment|preference/),
  keyword(
    'generalization-theory',
    'generalization bound',
    /generali[sz]ation bound|learning theory|deep learning theory|pac-?bayes/,
  ),
  keyword('equivariance', 'equivariance', /equivarian|invarian|symmetr/),
  keyword('attention', 'transformer', /transformer|^attention/),
];

const category = (name: string, phrase: string): Interest => ({
  name,
  phrase,
  holds: (paper) => paper.categories.includes(name),
});

/** arXiv's secondary categories that few papers of a machine-learning listing carry. */
export const CATEGORY_INTERESTS: readonly Interest[] = [
  category('cs.RO', 'robot'),
  category('cs.IR', 'retrieval'),
  category('cs.HC', 'human-computer interaction'),
  category('cs.CY', 'education'),
  category('cs.MA', 'multi-agent'),
  category('cs.MM', 'multimedia'),
  category('eess.IV', 'medical imaging'),
  category('cs.CR', 'attack'),
  category('cs.SD', 'audio'),
  category('cs.GR', 'rendering'),
  category('eess.AS', 'speech'),
  category('cs.SE', 'software engineering'),
  category('eess.SP', 'signal processing'),
  category('stat.ML', 'statistical learning'),
  category('eess.SY', 'control'),
  category('cs.LO', 'formal verification'),
  category('cs.DB', 'database'),
  category('cs.CE', 'finance'),
  category('cs.SI', 'social media'),
  category('cs.NE', 'evolutionary'),
  category('math.OC', 'optimization'),
  category('cs.DC', 'distributed training'),
  category('q-bio.NC', 'brain'),
  category('q-bio.QM', 'protein'),
];

/** Half of the interests are for choosing methods and settings, the other half only for the figures reported. */
export const isTestInterest = (interest: Interest): boolean => hashOf(`interest ${interest.name}`) % 2 === 0;
