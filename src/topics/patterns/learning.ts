import type { Patterns } from './pattern.ts';

export const learning: Patterns = {
  'reinforcement-learning': {
    strong:
      'rl | bandit | policy gradient | q learning | actor critic | reinforcement | grpo | rlvr | markov decision process | credit assignment | policy optimization | reward shaping | verifiable reward | ppo | mdp | value function | reward function | regret | temporal difference | off policy | exploration | goal conditioned | td learning | sac | policy learning | on policy | policy update | reward design | policy evaluation | advantage estimation | entropy collapse | rollout | reward',
    weak: 'policy | agent | environment | advantage | trajectory | decision making | action space | critic | post training | curriculum | exploit*',
    not: 'reinforcement learning from human feedback | policymaker',
  },
  'multi-agent': {
    strong:
      'multi agent | game theory | nash equilibri* | mechanism design | game theoretic | marl | social dilemma | negotiation | auction | cooperative | swarm | multiple agent | agent society | stackelberg | social choice | voting | self play | agent based modeling | agent based model | collective intelligence | equilibrium | zero sum | cooperation | coordination | multi robot | agent communication | social simulation | opinion dynamic | strategic interaction | decentralized | agent collaboration | strategic agent | agent team | collaborative agent | fair division | extensive form game | multi player | coalition | multi llm | shapley value | mean field game | player | incentive',
    weak: 'agent | game | strategic | role | debate | consensus | utility | collective | orchestrat* | social | communication',
    not: 'single agent | video game | majority voting | majority vote',
    categories: 'cs.MA cs.GT',
  },
  'imitation-learning': {
    strong:
      'behavior cloning | behavioral cloning | demonstration | imitation | diffusion policy | teleoperat* | inverse reinforcement learning | human video | imitat* | egocentric human | dagger | action chunking',
    weak: 'policy | manipulation',
    categories: 'cs.RO',
  },
  'meta-learning': {
    strong:
      'meta learning | few shot | learning to learn | maml | meta learn* | meta reinforcement learning | task distribution | meta trained | prototypical network | rapid adaptation | meta training | zero shot learning | hypernetwork',
    weak: 'episode | new task | unseen task | one shot | novel class',
    not: 'few shot prompting | zero shot and few shot | few shot example',
  },
  'continual-learning': {
    strong:
      'class incremental | incremental learning | continual | lifelong | forgetting | continually | task incremental | rehearsal | plasticity | experience replay | never ending | knowledge retention | domain incremental | online learning | streaming data | sequential task',
    weak: 'replay | new class | new task | retention | sequential* | nonstationary',
    not: 'machine unlearning',
  },
  'domain-adaptation': {
    strong:
      'domain adaptation | domain generalization | transfer learning | domain shift | cross domain | test time adaptation | source free | sim to real | target domain | distribution shift | domain gap | cross dataset | domain adaptive | source domain | unseen domain | test time training | synthetic to real | domain invariant | covariate shift | domain specific adaptation | cross task | sim2real | out of distribution generalization',
    weak: 'unseen | pretrained | pseudo label | transferability | adaptation | out of domain | transfer',
    not: 'low rank adaptation | style transfer | time domain | frequency domain | transfer function | wireless power transfer',
  },
  'multi-task-learning': {
    strong:
      'multi task | multiple task | task conflict | gradient conflict | task interference | joint learning | joint training | auxiliary task | generalist model | shared encoder | negative transfer | multi head | multi domain learning | jointly perform*',
    weak: 'single model | across task',
    not: 'multi head attention | generalist robot | generalist policy',
  },
  'federated-learning': {
    strong:
      'federated | fl | non iid | fedavg | cross silo | secure aggregation | split learning | collaborative learning | client',
    weak: 'decentralized | server | heterogene* | privacy preserving | aggregation | data privacy',
  },
  'self-supervised-learning': {
    strong:
      'self supervised | representation learning | masked modeling | masked image modeling | dino | dinov2 | dinov3 | contrastive | jepa | unsupervised representation | learned representation | unsupervised learning | self supervision | autoencoder | pretext task | infonce | simclr | disentangle* | visual representation | representation alignment | foundation model | visual encoder | universal representation | latent representation | metric learning | representation space | embedding | siamese',
    weak: 'representation | pretraining | pretrained | unlabeled | downstream task | encoder | masked | mask* | negative sample | latent space | unsupervised | frozen | clip',
    not: 'sparse autoencoder | knowledge graph embedding | contrastive decoding | variational autoencoder | position embedding | positional embedding | video clip | short clip | audio clip | clip score | knowledge representation | word embedding | text embedding | token embedding | time embedding',
  },
  'semi-weak-supervision': {
    strong:
      'semi supervised | weak supervision | weakly supervised | active learning | noisy label | data pruning | label noise | pseudo label | pseudo labeling | unlabeled data | coreset | data selection | label efficient | crowdsourc* | self training | positive unlabeled | annotation cost | weak label | annotation efficient | weak to strong | synthetic label | dataset distillation | influence function | multiple instance learning | sample selection | unsupervised rl | label free | minimal supervision | label scarcity | curriculum learning | data valuation | dataset condensation | core set | majority vote',
    weak: 'labeled data | unlabeled | annotated | label | supervision | noisy | confident | selection | subset | annotator | annotation | labeling | data efficiency',
    not: 'multi label | label smoothing',
  },
  'graph-neural-networks': {
    strong:
      'gnn | node classification | message passing | link prediction | hypergraph | over smoothing | graph | geometric deep learning | weisfeiler* | equivariant | node embedding | relational deep learning | graph structure',
    weak: 'node | edge | neighborhood | topology | network structure | subgraph | neighbor* | laplacian',
    not: 'knowledge graph | scene graph | causal graph | computation graph | factor graph | computational graph | graphrag | call graph | directed acyclic graph | knowledge graph reasoning | attack graph | workflow graph | control flow graph | dependency graph | reasoning graph | graph theory | graph memory',
    categories: 'cs.SI',
  },
  'time-series': {
    strong:
      'time series | forecasting | forecast | traffic prediction | sequential data | sensor data | forecaster | univariate | change point | imputation',
    weak: 'temporal | season* | lstm | frequency domain',
    not: 'weather forecasting | trajectory forecasting',
  },
  'tabular-data': {
    strong:
      'tabular | gradient boosting | tabpfn | decision tree | xgboost | gradient boosted | random forest | feature selection | table | structured data | spreadsheet | imputation | relational data | feature engineering',
    weak: 'column | row | relational | tree based',
    not: 'tabletop | lookup table | table tennis',
  },
  'anomaly-detection': {
    strong:
      'outlier detection | anomal* | industrial inspection | intrusion detection | fault detection | fault diagnosis | fraud | defect | one class | predictive maintenance | change detection | out of distribution detection | novelty | visual inspection | mvtec | rare event | failure prediction',
    weak: 'abnormal* | inspection | fault | outlier | monitoring',
    not: 'activation outlier | novelty and | novelty of',
  },
  'recommender-systems': {
    strong:
      'recommend* | click through rate | collaborative filtering | user modeling | user preference | ctr | user behavior | semantic id | user interest | recommender | advertis* | e commerce | matrix factorization | user item | user representation | personalization | conversion rate | bundle | item id | user engagement',
    weak: 'user | item | click | personalized | preference',
    not: 'we recommend | recommendations to | personalized generation | recommendations that',
    categories: 'cs.IR',
  },
  'information-retrieval': {
    strong:
      'retrieval | reranking | rerank* | learning to rank | text embedding | embedding model | retriever | ranking | multi vector | bm25 | approximate nearest neighbor | query | search | relevance | scholarly | hashing | colbert | sentence embedding | deep research | patent | vector database | citation',
    weak: 'retrieve* | document | index | recall | corpus | contrastive | corpora',
    not: 'retrieval augmented generation | retrieval augmented | neural architecture search | tree search | search space | beam search | local search | architecture search | search agent | hyperparameter search | evolutionary search | program search | search and rescue | grid search | proof search | heuristic search | search algorithm | random search | sql query | object query | query language | query complexity | monte carlo tree search | deep search | query efficient | search based | llm search | query key | visual search',
    categories: 'cs.IR cs.DL',
  },
  'synthetic-data': {
    strong:
      'data synthesis | data generation | augmentation | synthesized data | synthetic | mixup | data engine | simulated data | model collapse | synthesis pipeline | trajectory synthesis | task synthesis | synthesize diverse | automated data | generated data | dataset distillation | counterfactual data | scalable data',
    weak: 'synthesiz* | simulated | scarcity | training data | pipeline | diverse data | scalable | seed',
    not: 'view synthesis | speech synthesis | synthetic aperture | retrieval augmentation | synthetic benchmark | synthetic and real | program synthesis | synthetic experiment | image synthesis | synthetic speech | synthetic image detection | synthetic task | synthetic media | synthetic and real world | both synthetic and',
  },
  'datasets-benchmarks': {
    strong:
      'benchmark | dataset | corpus | evaluation framework | testbed | benchmarking | bench | shared task | arena | leaderboard | first large scale | we release | evaluation suite | corpora | evaluation protocol | gym | data collection | human annotated | expert annotated | public* release* | comprising',
    weak: 'annotated | publicly available | evaluate* | release* | high quality | diverse | curated | annotation | test set | collected | task | category | gpt 4o | evaluation | instances | question | ground truth | metric',
    not: 'benchmark dataset demonstrate | benchmark show | across benchmark | on benchmark | benchmark demonstrate | standard benchmark | public dataset | extensive experiment on | across multiple benchmark | various benchmark | multiple benchmark | several benchmark | on several dataset | real world dataset | existing dataset | dataset demonstrate | dataset show | existing benchmark | multiple dataset | dataset distillation | diverse benchmark | two dataset | three dataset | challenging benchmark | dataset show that | training dataset | on dataset | across dataset | downstream benchmark | benchmark result | reasoning benchmark | both benchmark | three benchmark | widely used benchmark | five benchmark | four benchmark | two benchmark | six benchmark | evaluated on | different dataset | benchmark problem | small dataset | large dataset | various dataset | public benchmark | benchmark dataset | benchmark against | mathematical benchmark | video benchmark | visual benchmark | understanding benchmark | across diverse benchmark | on multiple',
  },
  survey: {
    strong:
      'survey | review | tutorial | overview | taxonomy | roadmap | position paper | introduction to | opportunities and challenge | meta analysis | future direction | progress and | landscape | research agenda | past and future | open challenge | challenges and | vision paper | foundations and',
    weak: 'future research | research direction | reviewed | categorize | summarize | emerging | trend | categoriz* | outlin* | literature | discuss* | perspective | open problem | advances in',
    not: 'code review | peer review | product review | survey data | survey response | loss landscape | movie review | paper review | scientific review | review process | reviewer | from the perspective | perspective of | perspectives on | new perspective | we survey | amazon review | novel perspective | multiple perspective | theoretical perspective',
  },
};
