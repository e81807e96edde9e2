import type { Patterns } from './pattern.ts';

export const learning: Patterns = {
  'reinforcement-learning': {
    strong:
      'reinforcement learning | rl | offline rl | bandit | policy gradient | q learning | actor critic | reinforcement | grpo | rlvr | markov decision process | credit assignment | policy optimization | reward shaping | group relative policy optimization | model based rl | deep reinforcement learning | verifiable reward | ppo | offline reinforcement learning | mdp | value function | reward function | regret | temporal difference | off policy | exploration | rl training | inverse reinforcement learning | multi armed bandit | goal conditioned | hierarchical reinforcement | rl finetuning | rl post training | proximal policy optimization | td learning | sac | policy learning | agentic rl | on policy | policy update | reward design | safe rl | policy evaluation | advantage estimation | world model rl | entropy collapse | curriculum rl',
    weak: 'reward | policy | policies | agent | environment | rollout | value estimation | advantage | trajectory | decision making | action space | critic | post training | curriculum | exploit*',
    not: 'reinforcement learning from human feedback | foreign policy | public policy | policy maker | privacy policy | policymaker | sac de | human feedback rlhf',
  },
  'multi-agent': {
    strong:
      'multi agent | game theory | nash equilibri* | mechanism design | multi agent system | game theoretic | multi agent reinforcement learning | marl | social dilemma | negotiation | auction | multi agent debate | cooperative | swarm | multiple agent | multi agent collaboration | agent society | stackelberg | social choice | voting | self play | multi agent framework | agent based modeling | agent based model | collective intelligence | equilibrium | zero sum | cooperation | coordination | multi robot | agent communication | social simulation | matching market | opinion dynamic | strategic interaction | decentralized | agent collaboration | prisoner dilemma | agent coordination | strategic agent | agent team | collaborative agent | fair division | extensive form game | multi agent path finding | multi player | coalition | emergent communication | multi llm | adversarial game | contract design | shapley value | mean field game | multi agent llm',
    weak: 'agent | game | player | strategic | role | debate | incentive | consensus | utility | collective | orchestrat* | social | communication',
    not: 'single agent | chemical equilibrium | thermodynamic equilibrium | video game | coordination chemistry | voting classifier | majority voting | majority vote | deep equilibrium',
    categories: 'cs.MA cs.GT',
  },
  'imitation-learning': {
    strong:
      'imitation learning | behavior cloning | behavioral cloning | learning from demonstration | demonstration | expert demonstration | imitation | human demonstration | diffusion policy | teleoperat* | visuomotor policy | inverse reinforcement learning | human video | imitat* | demonstration data | egocentric human | robot learning from | visuomotor | kinesthetic | dagger | action chunking | visuomotor policies | learning from human video',
    weak: 'expert | policy | teleoperation | manipulation | expert trajectory | policies | trajectory | covariate shift',
    not: 'in context demonstration | demonstration selection | few shot demonstration | experimental demonstration | live demonstration | system demonstration | theoretical demonstration',
    categories: 'cs.RO',
  },
  'meta-learning': {
    strong:
      'meta learning | few shot learning | few shot | learning to learn | maml | meta learn* | few shot classification | n shot | one shot learning | few shot adaptation | meta reinforcement learning | task distribution | few shot image | meta trained | prototypical network | few shot generalization | rapid adaptation | meta training | few shot object | few shot segmentation | zero shot learning | hypernetwork | few shot class incremental',
    weak: 'episode | support set | query set | new task | unseen task | one shot | adapt quickly | limited example | bilevel | fast adaptation | unseen class | base class | novel class | 5 shot',
    not: 'few shot prompting | zero shot and few shot | few shot example | few shot prompt',
  },
  'continual-learning': {
    strong:
      'continual learning | catastrophic forgetting | lifelong learning | class incremental | incremental learning | continual | continual pretraining | lifelong | forgetting | continually | task incremental | rehearsal | plasticity | continual adaptation | experience replay | never ending | continual finetuning | knowledge retention | stability plasticity | domain incremental | online learning | streaming data | sequential task | loss of plasticity',
    weak: 'replay | sequence of task | old task | new class | new task | retention | sequential* | nonstationary | previously learned | new knowledge',
    not: 'continually growing | continual growth | machine unlearning | synaptic plasticity',
  },
  'domain-adaptation': {
    strong:
      'domain adaptation | domain generalization | transfer learning | domain shift | unsupervised domain adaptation | cross domain | test time adaptation | source free | sim to real | target domain | distribution shift | domain gap | cross dataset | transferability | domain adaptive | adaptation | out of domain | source domain | unseen domain | test time training | cross modal transfer | synthetic to real | domain invariant | transfer | style shift | knowledge transfer | generalize across | covariate shift | domain specific adaptation | generalization across | cross task | sim2real | domain randomization | out of distribution generalization',
    weak: 'target | source | shift | adapt* | unseen | generaliz* | pretrained | cross | pseudo label | batch normalization',
    not: 'low rank adaptation | climate adaptation | heat transfer | style transfer | zero shot transfer to real robot | energy transfer | charge transfer | time domain | frequency domain | transfer function | few shot adaptation | wireless power transfer | electron transfer | money transfer | spectral domain',
  },
  'multi-task-learning': {
    strong:
      'multi task | multi task learning | multiple task | task conflict | multi task model | gradient conflict | task interference | unified model | joint learning | task weighting | generalist | joint training | auxiliary task | multi task finetuning | generalist model | jointly learn* | unified framework | task balancing | shared encoder | task relation | negative transfer | multi head | multi domain learning | multi task training | multi task network | jointly perform*',
    weak: 'shared representation | single model | unified | auxiliary | task specific head | jointly | across task | one model | dense prediction',
    not: 'massive multitask language understanding | multi head attention | generalist robot | generalist policy',
  },
  'federated-learning': {
    strong:
      'federated learning | federated | fl | decentralized learning | client drift | non iid | federated averaging | fedavg | federated finetun* | cross silo | secure aggregation | split learning | collaborative learning | personalized federated | server aggregation | decentralized federated | vertical federated',
    weak: 'client | decentralized | server | heterogene* | communication efficient | communication round | privacy preserving | aggregation | local training | data privacy',
  },
  'self-supervised-learning': {
    strong:
      'self supervised learning | self supervised | contrastive learning | representation learning | masked autoencoder | masked modeling | masked image modeling | dino | dinov2 | dinov3 | contrastive | jepa | joint embedding predictive | unsupervised representation | masked autoencoding | learned representation | unsupervised learning | embedding space | self supervision | autoencoder | pretext task | contrastive loss | infonce | simclr | disentangle* | masked prediction | embedding model | self supervised pretraining | visual representation | representation alignment | joint embedding | contrastive pretraining | contrastive language image pretraining | representation collapse | foundation model | visual encoder | universal representation | latent representation | metric learning | representation space | embedding | siamese | clip | vision foundation model',
    weak: 'representation | pretraining | pretrained | unlabeled | linear probing | downstream task | encoder | augmentation | masked | mask* | positive pair | negative sample | latent space | unsupervised | frozen',
    not: 'graph embedding | sparse autoencoder | knowledge graph embedding | contrastive decoding | variational autoencoder | position embedding | positional embedding | video clip | short clip | audio clip | clip score | ppo clip | knowledge representation | word embedding | text embedding | contrastive explanation | token embedding | time embedding | clip higher',
  },
  'semi-weak-supervision': {
    strong:
      'semi supervised learning | semi supervised | weak supervision | weakly supervised | active learning | noisy label | data pruning | label noise | pseudo label | pseudo labeling | unlabeled data | coreset | learning with noisy label | data selection | limited label | label efficient | partial label | crowdsourc* | self training | positive unlabeled | annotation cost | scarce label | weak label | annotation efficient | data efficient | annotator | weak to strong | synthetic label | dataset distillation | annotation | data attribution | influence function | dataset pruning | multiple instance learning | labeling | few label | sample selection | unsupervised rl | label free | minimal supervision | label scarcity | curriculum learning | data efficiency | data valuation | dataset condensation | core set | unsupervised reward | majority vote',
    weak: 'labeled data | unlabeled | annotated | label | supervision | noisy | confident | query strategy | majority voting | selection | subset',
    not: 'multi label | white label | genome annotation | label smoothing',
  },
  'graph-neural-networks': {
    strong:
      'graph neural network | gnn | graph learning | graph representation learning | node classification | message passing | graph transformer | link prediction | graph convolutional | graph classification | graph contrastive | oversmoothing | heterogeneous graph | hypergraph | graph attention | graph foundation model | temporal graph | dynamic graph | graph generation | graph embedding | text attributed graph | over smoothing | oversquashing | graph level | heterophil* | graph structure learning | graph | graph data | spectral graph | graph based | graph convolution | geometric deep learning | spatio temporal graph | weisfeiler* | graph structured | equivariant | graph anomaly detection | graph prompt | node embedding | graph autoencoder | graph clustering | community detection | graph llm | topological deep learning | relational deep learning',
    weak: 'node | edge | neighborhood | topology | network structure | adjacency | graph structure | subgraph | neighbor* | laplacian',
    not: 'knowledge graph | scene graph | causal graph | computation graph | factor graph | computational graph | pose graph | graphrag | graph rag | call graph | graph database | directed acyclic graph | knowledge graph reasoning | graph of thought | task graph | graph coloring | attack graph | workflow graph | control flow graph | graph retrieval | dependency graph | random graph | reasoning graph | planar graph | graph theory | graph theoretic | kinematic graph | graph memory | dialogue graph',
    categories: 'cs.SI',
  },
  'time-series': {
    strong:
      'time series | time series forecasting | forecasting | multivariate time series | time series foundation model | temporal forecasting | anomaly detection in time series | forecast | time series classification | spatio temporal forecasting | traffic prediction | traffic forecasting | long term forecasting | time series anomaly | irregularly sampled | sequential data | sensor data | temporal point process | load forecasting | probabilistic forecasting | time series generation | forecaster | univariate | change point | time series model | time series data | longitudinal data | demand forecasting | imputation | event sequence | arima | stock prediction',
    weak: 'temporal | trend | season* | horizon | multivariate | lstm | historical | autoregressive | long term | frequency domain',
    not: 'weather forecasting | weather forecast | motion forecasting | video forecasting | trajectory forecasting',
  },
  'tabular-data': {
    strong:
      'tabular data | tabular | tabular learning | gradient boosting | tabular foundation model | tabpfn | decision tree | tabular model | table understanding | table reasoning | xgboost | gradient boosted | random forest | feature selection | table question answering | table | structured data | mixed type | spreadsheet | missing value | imputation | table representation | categorical feature | heterogeneous tabular | relational data | feature engineering | relational learning | tabular prediction | tree ensemble | tabular generation | excel',
    weak: 'column | catboost | lightgbm | row | table structure | heterogeneous feature | boosting | relational | tree based',
    not: 'table top | tabletop | decision tree policy | look up table | lookup table | table tennis | sequence imputation | table structure recognition',
  },
  'anomaly-detection': {
    strong:
      'anomaly detection | outlier detection | anomal* | fraud detection | defect detection | novelty detection | industrial anomaly | industrial inspection | outlier | intrusion detection | fault detection | fault diagnosis | fraud | anomaly localization | defect | video anomaly detection | unsupervised anomaly | log anomaly | one class | anomaly segmentation | predictive maintenance | change detection | out of distribution detection | novelty | visual inspection | surface defect | mvtec | out of control | rare event | failure prediction | monitoring',
    weak: 'normal sample | abnormal* | unusual | inspection | fault | normality | rare | detector',
    not: 'activation outlier | outlier feature | software defect | anomalous diffusion | outlier channel | anomalous transport | outlier robust | weight outlier | novelty and | novelty of | novelty search | quantization outlier | scientific novelty',
  },
  'recommender-systems': {
    strong:
      'recommend* | recommender system | click through rate | ctr prediction | collaborative filtering | sequential recommendation | user modeling | user preference | recommendation system | ctr | personalized recommendation | generative recommendation | user behavior | item recommendation | semantic id | news recommendation | cold start | conversational recommend* | user interest | recommender | advertis* | e commerce | matrix factorization | session based | user item | cross domain recommendation | user representation | personalization | conversion rate | bundle | ad ranking | item id | short video platform | generative recommender | user engagement',
    weak: 'user | item | click | ranking | personalized | online a b test | engagement | preference | interaction history | a b test',
    not: 'we recommend | recommendations for practitioner | recommendation for future | policy recommendation | treatment recommendation | recommended practice | recommendations to | personalized generation | subject personalization | clinical recommendation | recommendations on | set of recommendations | recommendations for future | recommended setting | recommendations that | practical recommendation | actionable recommendation',
    categories: 'cs.IR',
  },
  'information-retrieval': {
    strong:
      'information retrieval | dense retrieval | retrieval | search engine | reranking | rerank* | passage retrieval | document retrieval | learning to rank | text embedding | embedding model | retriever | query expansion | semantic search | cross modal retrieval | image retrieval | query rewriting | ranking model | web search | product search | ranking | multi vector | late interaction | bm25 | approximate nearest neighbor | query | search | conversational search | multimodal retrieval | text retrieval | composed image retrieval | code retrieval | retrieval benchmark | retrieval model | sparse retrieval | vector search | query understanding | relevance | similarity search | enterprise search | scholarly | generative retrieval | video retrieval | hashing | colbert | nearest neighbor search | relevance judgment | sentence embedding | visual document retrieval | literature search | e commerce search | deep research | citation recommendation | patent | memory retrieval | vector database | agentic search | legal retrieval | universal multimodal retrieval | bibliometric* | citation',
    weak: 'retrieve* | document | index | query document | recall | ndcg | corpus | contrastive | beir | corpora | top k',
    not: 'retrieval augmented generation | retrieval augmented | neural architecture search | tree search | search space | beam search | local search | architecture search | search agent | hyperparameter search | in search of | evolutionary search | program search | search and rescue | grid search | proof search | heuristic search | search algorithm | random search | phase retrieval | sql query | object query | query language | queries in attention | query complexity | monte carlo tree search | query optimization | database query | deep search | literature search yielded | policy search | guided search | query efficient | search based | llm search | query key | visual search | query point | statistical query | membership query | quantum search',
    categories: 'cs.IR cs.DL',
  },
  'synthetic-data': {
    strong:
      'synthetic data | data augmentation | synthetic data generation | data synthesis | synthetic dataset | data generation | augmentation | synthetic training data | synthesized data | synthetic image | synthetic | training data generation | mixup | data engine | data synthesis pipeline | synthetic corpus | self generated data | simulated data | synthesize training | model collapse | synthetic instruction | data generation pipeline | synthetic example | synthetic text | synthesis pipeline | question synthesis | trajectory synthesis | task synthesis | synthesize diverse | synthetic trajectory | automated data | generated data | dataset distillation | instruction synthesis | counterfactual data | tabular data generation | scalable data | synthetic environment | synthetic user',
    weak: 'synthesiz* | simulated | generate data | scarcity | data scarcity | automatic pipeline | training data | pipeline | generated sample | augmented | diverse data | scalable | seed',
    not: 'view synthesis | speech synthesis | synthetic aperture | retrieval augmentation | synthetic biology | synthetic benchmark | synthetic and real | program synthesis | synthetic experiment | image synthesis | test time augmentation | memory augmentation | synthetic speech | synthetic image detection | synthetic task | synthetic media | synthetic and real world | both synthetic and',
  },
  'datasets-benchmarks': {
    strong:
      'benchmark | dataset | a benchmark for | a dataset for | new benchmark | new dataset | large scale dataset | comprehensive benchmark | benchmark dataset | introduce a benchmark | evaluation benchmark | corpus | evaluation framework | testbed | benchmarking | first benchmark | annotated dataset | bench | challenge dataset | a large scale dataset | benchmark suite | shared task | arena | leaderboard | a benchmark designed | first dataset | benchmark designed | benchmark to evaluate | benchmark that | dataset of | first large scale | we release | evaluation suite | first comprehensive benchmark | dataset comprising | dataset containing | benchmark comprising | corpora | evaluation protocol | a new dataset | gym | data collection | benchmark consisting | novel benchmark | diagnostic benchmark | human annotated | expert annotated',
    weak: 'annotated | publicly available | evaluate* | release* | high quality | diverse | curated | annotation | comprising | test set | collected | task | category | human verified | gpt 4o | evaluation | public* release* | instances | question | ground truth | metric',
    not: 'benchmark dataset demonstrate | benchmark show | across benchmark | on benchmark | benchmark demonstrate | standard benchmark | public dataset | extensive experiment on | across multiple benchmark | various benchmark | multiple benchmark | several benchmark | on several dataset | real world dataset | existing dataset | dataset demonstrate | dataset show | existing benchmark | experiment on benchmark | multiple dataset | dataset distillation | diverse benchmark | two dataset | three dataset | challenging benchmark | dataset show that | training dataset | on dataset | across dataset | downstream benchmark | benchmark result | reasoning benchmark | both benchmark | dataset pruning | benchmark function | three benchmark | widely used benchmark | five benchmark | four benchmark | two benchmark | six benchmark | evaluated on | different dataset | benchmark problem | small dataset | large dataset | various dataset | public benchmark | benchmark dataset | benchmark against | mathematical benchmark | numerous benchmark | dataset bias | video benchmark | visual benchmark | understanding benchmark | across diverse benchmark | multiple public | on multiple',
  },
  survey: {
    strong:
      'survey | a survey | review | systematic review | tutorial | literature review | overview | a review | comprehensive survey | comprehensive review | perspective | taxonomy | roadmap | position paper | systematic literature review | this survey | scoping review | state of the art review | primer | introduction to | lecture note | challenges and opportunities | recent advance | opportunities and challenge | open problem | meta analysis | future direction | progress and | survey of | review of | a comprehensive overview | landscape | recent progress | systematic mapping | past present | research agenda | past and future | open challenge | challenges and | vision paper | advances in | foundations and',
    weak: 'we review | future research | research direction | existing approach | reviewed | categorize | summarize | state of the field | emerging | trend | categoriz* | outlin* | literature | discuss* | challenge | comprehensive',
    not: 'code review | peer review | product review | customer review | sky survey | survey data | user review | review helpful* | online review | survey respondent | survey of user | online survey | review generation | survey response | household survey | photometric survey | loss landscape | movie review | review comment | survey experiment | paper review | survey with | survey participant | scientific review | first person perspective | review process | galaxy survey | landscape analysis | survey of practitioner | review score | reviewer | from the perspective | perspective of | perspectives on | new perspective | perspective view | survey question | we survey | amazon review | visual overview | novel perspective | multiple perspective | different perspective | theoretical perspective | unified perspective | automated review | literature review generation | survey generation',
  },
};
