import { describe, expect, it } from 'vitest';
import { explain, tag } from '../../src/topics/index.ts';

const topics = (title: string, abstract?: string): string[] => tag({ title, abstract }).map(({ id }) => id);

/** Title, abstract, topics in order. Written for this test. */
const papers: [string, string, string[]][] = [
  [
    'Attention deficit in children: a longitudinal clinical study',
    'Clinicians followed patients with attention deficit disorder for ten years. Medication and therapy improved outcomes for most patients.',
    ['healthcare'],
  ],
  [
    'Dissolved gas analysis of oil-filled transformers in the power grid',
    'Power transformers are vital parts of the electricity grid. We monitor the voltage and the oil of each transformer in a substation.',
    ['energy-power'],
  ],
  [
    'Cooperative agents learn to share: multi-agent reinforcement learning in grid worlds',
    'We study multi-agent reinforcement learning where agents are rewarded jointly. Each agent learns a policy by Q-learning.',
    ['reinforcement-learning', 'multi-agent'],
  ],
  [
    'A language agent that calls tools',
    'Large language model agents use tools to act. We present an LLM agent that plans and calls functions in a workflow.',
    ['llm-agents', 'large-language-models'],
  ],
  [
    'Sampling faster from diffusion models',
    'Diffusion models generate images slowly. We propose a sampler for denoising diffusion that needs four steps.',
    ['diffusion-models'],
  ],
  [
    'Low-rank adaptation with fewer parameters',
    'LoRA fine-tunes large language models with few trainable parameters. We propose a parameter-efficient adapter that halves them.',
    ['parameter-efficient-finetuning'],
  ],
  [
    'Evicting the right keys: KV cache compression for long prompts',
    'The KV cache of large language models grows with the context. We present a KV cache eviction policy for long-context inference.',
    ['kv-cache', 'long-context'],
  ],
  [
    'A survey of graph neural networks',
    'Graph neural networks learn on graphs. This survey reviews message passing and graph transformers.',
    ['graph-neural-networks', 'survey'],
  ],
  [
    'Deep learning segmentation of liver tumours in CT scans',
    'Segmentation of tumours in CT helps radiologists. We train a U-Net for medical image segmentation.',
    ['segmentation', 'medical-imaging'],
  ],
  [
    'Fast CUDA kernels for fused matrix multiplication',
    'We write GPU kernels in Triton and CUDA. Kernel fusion makes matrix multiplication faster on GPUs.',
    ['gpu-kernels-compilers'],
  ],
  [
    'Grasping unseen objects with a two-fingered gripper',
    'Robotic grasping of unseen objects is hard. We train a robot manipulation policy for a gripper.',
    ['robot-manipulation'],
  ],
  [
    'Certified robustness against adversarial examples',
    'Adversarial attacks fool classifiers. We propose randomized smoothing for certified adversarial robustness.',
    ['robustness-adversarial'],
  ],
  [
    'Differentially private training without large batches',
    'Differential privacy protects training data. We present a method for differentially private SGD.',
    ['privacy'],
  ],
  [
    'Translating Quechua: neural machine translation with little data',
    'Neural machine translation of low-resource languages is hard. We improve translation quality for Quechua.',
    ['machine-translation'],
  ],
  [
    'Click-through rate prediction in online shops',
    'We predict clicks of users on items. Our recommender system improves CTR prediction.',
    ['recommender-systems'],
  ],
  [
    'Proving theorems in Lean with language models',
    'Formal theorem proving in Lean needs search. We train a large language model to write formal proofs.',
    ['formal-methods', 'large-language-models'],
  ],
  [
    'Speech recognition for dysarthric speakers',
    'Automatic speech recognition fails for dysarthric speakers. We adapt Whisper and lower the word error rate.',
    ['speech-recognition'],
  ],
  [
    'Qubit routing on noisy devices',
    'We compile quantum circuits for noisy quantum computers. Our routing of qubits needs fewer gates.',
    ['quantum-computing'],
  ],
  [
    'Deciding when to stop: regret bounds for contextual bandits',
    'We prove a regret bound for contextual bandits. The algorithm balances exploration.',
    ['reinforcement-learning'],
  ],
  [
    'Splatting Gaussians for large city scenes',
    '3D Gaussian splatting renders novel views in real time. We extend Gaussian splatting to city scenes.',
    ['gaussian-splatting'],
  ],
  [
    'Forecasting electricity demand with time series models',
    'Time series forecasting of electricity load. We propose a forecasting model for the power grid.',
    ['time-series', 'energy-power'],
  ],
  [
    'Federated learning for hospitals',
    'Federated learning trains on the data of several hospitals. Clients keep patient data private.',
    ['federated-learning', 'healthcare'],
  ],
  [
    'Unlearning copyrighted books',
    'Machine unlearning removes memorised text from large language models. We propose an unlearning method.',
    ['privacy'],
  ],
];

describe('whole papers', () => {
  it.each(papers)('%s', (title, abstract, expected) => {
    expect(topics(title, abstract)).toEqual(expected);
  });
});

/** Words that name a topic elsewhere. */
const others: [string, string, string, string][] = [
  [
    'attention of people',
    'Attention deficit in children',
    'Clinicians followed patients with attention deficit disorder.',
    'efficient-attention',
  ],
  [
    'transformers of a grid',
    'Power transformers under load',
    'Each transformer of the power grid is monitored.',
    'large-language-models',
  ],
  [
    'learning agents',
    'Multi-agent reinforcement learning in grid worlds',
    'Agents learn a joint policy by Q-learning.',
    'llm-agents',
  ],
  [
    'heat',
    'Diffusion of heat in porous rock',
    'Heat diffusion follows a diffusion equation.',
    'diffusion-models',
  ],
  [
    'kernels of statistics',
    'Kernel ridge regression revisited',
    'We study the kernel method for kernel regression.',
    'gpu-kernels-compilers',
  ],
  [
    'policies of agents',
    'Policy gradient with a learned policy',
    'We optimise a policy by policy gradient.',
    'law-policy',
  ],
  [
    'a network that is taught',
    'A student model and its teacher model',
    'The student network imitates the teacher network.',
    'education',
  ],
];

describe('the same word in another field', () => {
  it.each(others)('%s', (_, title, abstract, wrong) => {
    expect(topics(title, abstract)).not.toContain(wrong);
  });
});

describe('titles alone', () => {
  it('are enough when they name the topic', () => {
    expect(topics('Differentially private federated learning')).toContain('federated-learning');
    expect(topics('Quantization of large language models')).toContain('quantization');
  });
});

describe('what speaks for a topic', () => {
  it('are the phrases met, each once', () => {
    const paper = {
      title: 'LoRA for everyone',
      abstract: 'LoRA is low-rank adaptation. LoRA has few parameters.',
    };
    expect(explain(paper, 'parameter-efficient-finetuning')).toEqual(['lora', 'low rank adaptation']);
    expect(explain(paper, 'robot-manipulation')).toEqual([]);
  });
});

describe('keywords of the site', () => {
  it('count like words of the title', () => {
    const paper = { title: 'Hello there', abstract: 'Nothing is said here.' };
    expect(tag(paper)).toEqual([]);
    const ids = tag({ ...paper, keywords: ['federated learning'] }).map(({ id }) => id);
    expect(ids).toEqual(['federated-learning']);
  });
});
