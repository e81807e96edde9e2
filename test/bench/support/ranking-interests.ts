/**
 * What simulated readers are interested in: a group of author keywords (conference papers) or a rare category, mostly a
 * secondary one (arXiv); whoever has it saves papers that carry it, and a listing's papers that carry it are relevant.
 * What is asked for is hidden from every method: keywords and categories are no features here. But the topic model
 * has learned from such labels of papers that can be saved, and of none in a listing.
 */
import { hashOf } from '../../../src/core/terms.ts';
import type { BenchPaper } from './ranking-papers.ts';

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
  keyword('transfer', 'transfer learning', /transfer/),
  keyword('semi-supervised', 'semi-supervised', /semi-?\s?supervised/),
  keyword('augmentation', 'data augmentation', /augmentation/),
  keyword('clustering', 'clustering', /clustering/),
  keyword('online-learning', 'online learning', /online (learning|optimi[sz]ation)|regret/),
  keyword('offline-rl', 'offline reinforcement learning', /(offline|batch) (rl\b|reinforcement)/),
  keyword('in-context', 'in-context learning', /in-context|prompt/),
  keyword('active-learning', 'active learning', /active learning/),
  keyword('disentanglement', 'disentangled', /disentangle/),
  keyword('multi-task', 'multi-task learning', /multi-?\s?task/),
  keyword('exploration', 'exploration', /exploration|intrinsic motivation/),
  keyword('model-based', 'world model', /model-based (rl\b|reinforcement)|world model/),
  keyword('anomalies', 'anomaly detection', /anomal|outlier/),
  keyword('questions', 'question answering', /question answering|reading comprehension/),
  keyword('extraction', 'information extraction', /information extraction|named entity|relation extraction/),
  keyword('brain', 'neuroscience', /neuroscience|\bbrain|spiking/),
  keyword(
    'descent',
    'stochastic gradient',
    /stochastic (gradient|optimi[sz]ation)|\bsgd\b|variance reduction/,
  ),
  keyword('combinatorial', 'combinatorial optimization', /combinatorial/),
  keyword('flows', 'normalizing flow', /normali[sz]ing flow/),
  keyword('kernels', 'kernel', /kernel/),
  keyword('navigation', 'navigation', /navigation|sim-?(to|2)-?real/),
  keyword('multi-view', 'multi-view', /multi-?\s?view/),
  keyword('multi-label', 'multi-label', /multi-?\s?(label|instance)/),
  keyword('streams', 'spatio-temporal', /data stream|spatio-?temporal|temporal data/),
  keyword('logic', 'logic', /reasoning about knowledge|logics? for|description logic|argumentation/),
  keyword('search', 'heuristic search', /heuristic search/),
  keyword('implicit-bias', 'implicit bias', /implicit (bias|regulari[sz]ation)|neural tangent/),
  keyword('people', 'human', /human-(robot|ai|computer)/),
  keyword('information', 'mutual information', /information (theory|bottleneck)|mutual information/),
  keyword('composition', 'compositional', /composition/),
  keyword('pictures', 'image generation', /(image|video) (generation|synthesis)|super-resolution/),
  keyword('retrieval', 'retrieval', /retrieval/),
  keyword('recurrent', 'recurrent neural network', /recurrent|\blstm\b|\brnns?\b/),
  keyword('convexity', 'convex optimization', /convex/),
  keyword('imbalance', 'class imbalance', /imbalance|long-tail/),
];

const category = (name: string, phrase: string): Interest => ({
  name,
  phrase,
  holds: (paper) => paper.categories.includes(name),
});

/** arXiv's categories that few papers of a machine-learning listing carry. */
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
  category('cs.IT', 'wireless'),
  category('cs.GT', 'game theory'),
  category('cs.ET', 'neuromorphic'),
  category('cs.DL', 'citation'),
  category('math.NA', 'differential equations'),
  category('econ.TH', 'mechanism design'),
  category('cs.NI', 'wireless network'),
  category('math.CO', 'combinatorial'),
  category('math.PR', 'stochastic process'),
  category('stat.AP', 'statistical analysis'),
  category('physics.comp-ph', 'simulation'),
  category('econ.GN', 'economic'),
  category('quant-ph', 'quantum'),
  category('cs.DS', 'approximation algorithm'),
  category('cs.PL', 'compiler'),
  category('stat.ME', 'causal inference'),
  category('cond-mat.mtrl-sci', 'materials'),
  category('math.ST', 'estimator'),
  category('cs.AR', 'hardware'),
  category('cs.CG', 'geometry'),
  category('cs.CC', 'complexity'),
  category('cs.PF', 'latency'),
  category('physics.optics', 'optical'),
  category('physics.med-ph', 'tomography'),
  category('cs.SC', 'symbolic'),
];

/** Half of the interests are for choosing methods and settings, the other half only for the figures reported. */
export const isTestInterest = (interest: Interest): boolean => hashOf(`interest ${interest.name}`) % 2 === 0;
