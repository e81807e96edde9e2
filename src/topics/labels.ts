/**
 * The topics a paper can be tagged with, as lists show them. Ids are stored in papers and rules: never rename one, only
 * add. What a topic means is in `topics.ts`: pages that only show labels need none of that.
 */

export const TOPIC_FIELDS = [
  'language',
  'systems',
  'code',
  'optimization',
  'theory',
  'learning',
  'generation',
  'vision',
  'multimodal',
  'audio',
  'robotics',
  'science',
  'society',
] as const;

export type TopicField = (typeof TOPIC_FIELDS)[number];

/** Id → field, label and, where that is longer than 22 characters, a short one for chips. */
const LIST = {
  'large-language-models': ['language', 'Large language models'],
  pretraining: ['language', 'Pre-training & data curation', 'Pre-training & data'],
  'instruction-tuning': ['language', 'Instruction tuning'],
  'preference-alignment': ['language', 'Preference alignment & RLHF', 'Alignment & RLHF'],
  reasoning: ['language', 'Reasoning'],
  'long-context': ['language', 'Long context'],
  'mixture-of-experts': ['language', 'Mixture of experts'],
  'in-context-learning': ['language', 'In-context learning'],
  'prompt-optimization': ['language', 'Prompting & prompt optimization', 'Prompting'],
  'retrieval-augmented-generation': ['language', 'Retrieval-augmented generation', 'RAG'],
  'llm-agents': ['language', 'LLM agents & tool use'],
  'hallucination-factuality': ['language', 'Hallucination & factuality', 'Hallucination'],
  'scaling-laws': ['language', 'Scaling laws'],
  'parameter-efficient-finetuning': ['language', 'Parameter-efficient fine-tuning', 'PEFT'],
  'model-merging': ['language', 'Model merging & fusion'],
  interpretability: ['language', 'Interpretability & explainability', 'Interpretability'],
  'llm-safety': ['language', 'AI safety & jailbreaks'],
  'bias-fairness': ['language', 'Bias & fairness'],
  privacy: ['language', 'Privacy & unlearning'],
  'generated-content-detection': [
    'language',
    'Watermarking & detection of generated content',
    'Generated content',
  ],
  multilingual: ['language', 'Multilingual & low-resource NLP', 'Multilingual NLP'],
  'machine-translation': ['language', 'Machine translation'],
  summarization: ['language', 'Summarization'],
  'question-answering': ['language', 'Question answering'],
  dialogue: ['language', 'Dialogue & conversational systems', 'Dialogue'],
  'information-extraction': ['language', 'Information extraction'],
  'knowledge-graphs': ['language', 'Knowledge graphs'],
  'text-classification': ['language', 'Text & sentiment classification', 'Text classification'],
  'inference-serving': ['systems', 'Inference & serving systems', 'Inference & serving'],
  quantization: ['systems', 'Quantization'],
  'pruning-sparsity': ['systems', 'Pruning & sparsity'],
  'knowledge-distillation': ['systems', 'Knowledge distillation'],
  'kv-cache': ['systems', 'KV-cache optimization'],
  'speculative-decoding': ['systems', 'Speculative & parallel decoding', 'Speculative decoding'],
  'efficient-attention': ['systems', 'Efficient attention & architectures', 'Efficient attention'],
  'memory-efficient-training': ['systems', 'Memory-efficient training', 'Training memory'],
  'distributed-training': ['systems', 'Distributed & large-scale training', 'Distributed training'],
  'gpu-kernels-compilers': ['systems', 'GPU kernels & ML compilers', 'Kernels & compilers'],
  'hardware-accelerators': ['systems', 'Hardware & accelerator design', 'Hardware'],
  'edge-on-device': ['systems', 'Edge & on-device ML'],
  'performance-modeling': [
    'systems',
    'Performance modelling & benchmarking of systems',
    'Performance models',
  ],
  'high-performance-computing': ['systems', 'High-performance & parallel computing', 'HPC'],
  databases: ['systems', 'Databases & data management', 'Databases'],
  'cloud-networking': ['systems', 'Cloud, networks & distributed systems', 'Cloud & networks'],
  cybersecurity: ['systems', 'Cybersecurity'],
  'cryptography-blockchain': ['systems', 'Cryptography & blockchain', 'Cryptography'],
  'code-generation': ['code', 'Code generation'],
  'code-efficiency': ['code', 'Code performance optimization', 'Code performance'],
  'program-repair-testing': ['code', 'Program repair, testing & debugging', 'Repair & testing'],
  'software-engineering': ['code', 'Software engineering'],
  'program-analysis': ['code', 'Program analysis & reverse engineering', 'Program analysis'],
  'formal-methods': ['code', 'Formal methods & theorem proving', 'Formal methods'],
  'programming-languages': ['code', 'Programming languages & compilers', 'Languages & compilers'],
  optimizers: ['optimization', 'Optimizers for deep learning', 'Optimizers'],
  'stochastic-optimization': ['optimization', 'Stochastic & first-order optimization', 'First-order methods'],
  'bilevel-optimization': ['optimization', 'Bilevel optimization'],
  'bayesian-optimization': ['optimization', 'Bayesian & black-box optimization', 'Bayesian optimization'],
  'hyperparameter-automl': ['optimization', 'Hyperparameters & AutoML', 'AutoML'],
  'neural-architecture-search': ['optimization', 'Neural architecture search', 'Architecture search'],
  'multi-objective-optimization': ['optimization', 'Multi-objective optimization', 'Multi-objective'],
  'combinatorial-optimization': [
    'optimization',
    'Combinatorial & mathematical programming',
    'Combinatorial opt.',
  ],
  'evolutionary-search': ['optimization', 'Evolutionary & program search', 'Evolutionary search'],
  'automatic-differentiation': ['optimization', 'Automatic differentiation', 'Autodiff'],
  'learning-theory': ['theory', 'Learning theory & generalization', 'Learning theory'],
  'variational-bayesian': ['theory', 'Bayesian & variational inference', 'Bayesian inference'],
  'uncertainty-calibration': ['theory', 'Uncertainty & calibration', 'Uncertainty'],
  causality: ['theory', 'Causality & structure learning', 'Causality'],
  'robustness-adversarial': ['theory', 'Robustness & adversarial examples', 'Robustness'],
  statistics: ['theory', 'Statistics & probability', 'Statistics'],
  'reinforcement-learning': ['learning', 'Reinforcement learning'],
  'multi-agent': ['learning', 'Multi-agent systems & game theory', 'Multi-agent & games'],
  'imitation-learning': ['learning', 'Imitation learning'],
  'meta-learning': ['learning', 'Meta-learning & few-shot learning', 'Few-shot & meta'],
  'continual-learning': ['learning', 'Continual learning'],
  'domain-adaptation': ['learning', 'Domain adaptation & transfer', 'Domain adaptation'],
  'multi-task-learning': ['learning', 'Multi-task learning'],
  'federated-learning': ['learning', 'Federated learning'],
  'self-supervised-learning': ['learning', 'Self-supervised & representation learning', 'Self-supervised'],
  'semi-weak-supervision': ['learning', 'Semi-, weak & active learning', 'Weak & active labels'],
  'graph-neural-networks': ['learning', 'Graph neural networks'],
  'time-series': ['learning', 'Time series'],
  'tabular-data': ['learning', 'Tabular data'],
  'anomaly-detection': ['learning', 'Anomaly detection'],
  'recommender-systems': ['learning', 'Recommender systems'],
  'information-retrieval': ['learning', 'Information retrieval & search', 'Search & retrieval'],
  'synthetic-data': ['learning', 'Synthetic data & data augmentation', 'Synthetic data'],
  'datasets-benchmarks': ['learning', 'Datasets & benchmarks'],
  survey: ['learning', 'Survey or tutorial'],
  'generative-models': ['generation', 'Generative models'],
  'diffusion-models': ['generation', 'Diffusion models'],
  'image-generation': ['generation', 'Image generation'],
  'image-editing': ['generation', 'Image editing & personalization', 'Image editing'],
  'video-generation': ['generation', 'Video generation'],
  'generation-3d': ['generation', '3D generation'],
  'gaussian-splatting': ['vision', 'Gaussian splatting & neural rendering', 'Splatting & NeRF'],
  'slam-localization': ['vision', 'SLAM & localization'],
  'depth-geometry': ['vision', 'Depth, pose & 3D reconstruction', 'Depth & 3D geometry'],
  'point-clouds': ['vision', 'Point clouds & LiDAR'],
  'object-detection': ['vision', 'Object detection'],
  segmentation: ['vision', 'Segmentation'],
  'tracking-motion': ['vision', 'Tracking, flow & human motion', 'Tracking & motion'],
  'image-classification': ['vision', 'Image classification & backbones', 'Image recognition'],
  'image-restoration': ['vision', 'Image restoration & low-level vision', 'Image restoration'],
  'video-understanding': ['vision', 'Video understanding'],
  'face-person': ['vision', 'Faces & person re-identification', 'Faces & re-ID'],
  'document-ocr': ['vision', 'Documents & OCR'],
  'medical-imaging': ['vision', 'Medical imaging'],
  'remote-sensing': ['vision', 'Remote sensing'],
  'autonomous-driving': ['vision', 'Autonomous driving'],
  'vision-language-models': ['multimodal', 'Vision-language & multimodal models', 'Vision-language'],
  'multimodal-learning': ['multimodal', 'Multimodal learning'],
  'gui-web-agents': ['multimodal', 'GUI & web agents'],
  'speech-recognition': ['audio', 'Speech recognition'],
  'speech-synthesis': ['audio', 'Speech synthesis & voice', 'Speech synthesis'],
  'music-audio': ['audio', 'Music & audio'],
  'robot-manipulation': ['robotics', 'Robot manipulation'],
  'robot-navigation': ['robotics', 'Robot navigation & planning', 'Robot navigation'],
  'robot-locomotion': ['robotics', 'Locomotion & control'],
  'world-models': ['robotics', 'World models & embodied AI', 'World models'],
  'ai-for-science': ['science', 'AI for science & engineering', 'AI for science'],
  'molecules-proteins': ['science', 'Molecules, proteins & drug discovery', 'Molecules & proteins'],
  bioinformatics: ['science', 'Genomics & bioinformatics', 'Bioinformatics'],
  healthcare: ['science', 'Healthcare & clinical AI', 'Healthcare'],
  neuroscience: ['science', 'Neuroscience & brain signals', 'Neuroscience'],
  'physics-simulation': ['science', 'Physics-informed & scientific simulation', 'Scientific simulation'],
  'weather-climate': ['science', 'Weather & climate'],
  'mathematical-reasoning': ['science', 'Mathematical reasoning'],
  'quantum-computing': ['science', 'Quantum computing'],
  'astronomy-physics': ['science', 'Astronomy & physics'],
  materials: ['science', 'Materials science'],
  'energy-power': ['science', 'Energy & power systems'],
  'wireless-signal': ['science', 'Wireless & signal processing', 'Wireless & signals'],
  'finance-economics': ['society', 'Finance & economics'],
  education: ['society', 'Education'],
  'law-policy': ['society', 'Law, policy & ethics'],
  'social-media': ['society', 'Social science & social media', 'Social science'],
  'human-computer-interaction': ['society', 'Human-computer interaction', 'HCI'],
  games: ['society', 'Games'],
  'agriculture-environment': ['society', 'Agriculture & environment', 'Environment'],
  'evaluation-of-llms': ['language', 'LLM evaluation'],
  'model-security': ['systems', 'Model security'],
} as const satisfies Readonly<Record<string, readonly [TopicField, string, string?]>>;

export type TopicId = keyof typeof LIST;

export interface TopicLabel {
  id: TopicId;
  label: string;
  /** Group it is shown under. */
  field: TopicField;
  /** Label for a chip, at most 22 characters; absent where `label` is short enough. */
  short?: string;
}

export const LABELS: readonly TopicLabel[] = Object.entries(LIST).map(([id, [field, label, short]]) => ({
  id: id as TopicId,
  label,
  field,
  ...(short === undefined ? {} : { short }),
}));

const byId = new Map<string, TopicLabel>(LABELS.map((topic) => [topic.id, topic]));

/** The full label; the id itself for a topic that is not known (a backup of a newer version). */
export const topicLabel = (id: string): string => byId.get(id)?.label ?? id;

/** A label of at most 22 characters, for chips; the id itself for a topic that is not known. */
export function topicShort(id: string): string {
  const topic = byId.get(id);
  return topic?.short ?? topic?.label ?? id;
}
