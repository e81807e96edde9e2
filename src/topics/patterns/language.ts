import type { Patterns } from './pattern.ts';

export const language: Patterns = {
  'large-language-models': {
    strong:
      'large language model | llm | foundation language model | chatgpt | gpt 4 | gpt 4o | gpt 5 | llama | qwen | small language model | slm | diffusion language model | diffusion llm | dllm | open weight model | reasoning model | large reasoning model | deepseek | frontier model | agentic model',
    weak: 'language model | language modeling | lm | chain of thought | prompt* | in context | instruction tuning | sft | rlvr | grpo | rlhf | token | next token prediction | autoregressive | decoder only | gpt | claude | gemini | supervised finetuning | post training | pretraining | foundation model | transformer',
    not: 'vision language model | large vision language model | multimodal large language model | multimodal llm | video llm | vision language action model | multimodal language model | visual language model | large multimodal model | video large language model | audio language model',
    categories: 'cs.CL',
  },
  pretraining: {
    strong:
      'pretraining data | pretraining corpus | pretraining corpora | language model pretraining | llm pretraining | data mixture | data mixing | mixture ratio | data curation | data filtering | continual pretraining | continued pretraining | midtraining | mid training | domain mixture | web corpus | training corpus | training corpora | common crawl | pretraining dataset | pretraining strategy | pretraining objective | data selection | domain reweighting | from scratch pretraining | pretraining | large scale pretraining | pretrain | tokenizer | tokenization',
    weak: 'trillion token | billion token | pretrained from scratch | pretrained on | foundation model | web scale | deduplication | corpus | data quality | trained from scratch | base model | curated | technical report | token* | open source model | data recipe',
    not: 'pretrained model | pretraining free | visual tokenizer | video tokenizer | image tokenizer',
  },
  'instruction-tuning': {
    strong:
      'instruction tuning | instruction tuned | instruction finetun* | instruction following | visual instruction tuning | supervised finetuning | sft | instruction data | instruction dataset | instruction response | self instruct | instruction synthesis | instruction tuning data | follow instruction',
    weak: 'finetuning | finetuned | instruction | post training | alignment data | instruction pair | alpaca',
    not: 'parameter efficient finetuning',
  },
  'preference-alignment': {
    strong:
      'rlhf | human feedback | preference optimization | direct preference optimization | dpo | reward model* | preference learning | preference data | preference alignment | human preference | reward hacking | llm alignment | alignment of large language model | aligning llm | aligning language model | aligning large language model | constitutional ai | rlaif | ai feedback | value alignment | preference pair | pairwise preference | process reward model | reward overoptimization | generative reward model | preference finetuning | preference dataset | rubric reward | rubric based reward | pluralistic alignment | human value | ai alignment | preference based',
    weak: 'alignment | preference | reward | ppo | bradley terry | aligned | align* with human | post training | grpo | rubric | sycophancy | helpful* | aligning',
    not: 'cross modal alignment | image text alignment | feature alignment | temporal alignment | sequence alignment | semantic alignment | representation alignment | spatial alignment | text alignment | visual alignment | modality alignment | user preference',
  },
  reasoning: {
    strong:
      'reasoning | chain of thought | cot | test time compute | test time scaling | reasoning model | reasoning trace | reasoning chain | multistep reasoning | logical reasoning | llm reasoning | overthinking | inference time scaling | long cot | reasoning ability | reasoning capability | tree of thought | self reflection | deductive | process reward | latent reasoning | spatial reasoning | visual reasoning | commonsense reasoning | self correction | reasoning path | multihop reasoning | rlvr | verifiable reward | slow thinking | thinking mode | deep research',
    weak: 'step by step | thinking | logic* | puzzle | math | aime | multistep | multihop | deepseek r1 | o1 | self consistency | verifier | rationale | grpo | symbolic | think* | inference time compute | planning | long horizon | solve* complex',
    not: 'case based reasoning | bayesian reasoning | reasoning segmentation',
  },
  'long-context': {
    strong:
      'long context | context length | context window | context extension | length extrapolation | length generalization | rope | rotary position embedding | position interpolation | million token | long sequence | long document | long term memory | context compression | positional encoding | ultra long | position embedding | needle in a haystack | infinite context | extended context | long form video | long video | kv cache | memory mechanism | long input | long range dependency | context folding | context management',
    weak: '128k | 32k | 1m token | 100k | lost in the middle | longbench | ruler | long range | lengthy | extrapolat* | context | quadratic | long horizon | memory',
    not: 'in context learning',
  },
  'mixture-of-experts': {
    strong:
      'mixture of expert | moe | sparse expert | expert parallelism | expert routing | mixture of lora | expert specialization | sparsely activated | mixture of lora expert | expert selection | expert load balancing | mixture of depth | multi expert | upcycling',
    weak: 'expert | routing | router | gating | activated parameter | load balancing | top k routing | sparsely gated | active parameter | mixtral',
    not: 'human expert | domain expert | expert annotated | expert demonstration | medical expert | expert level | product of expert',
  },
  'in-context-learning': {
    strong:
      'in context learning | icl | in context example | in context demonstration | many shot | few shot prompting | in context | few shot demonstration | demonstration selection | in context learner | in context capability | in context learning capability | task vector',
    weak: 'demonstration | few shot | exemplar | context example | prompt | induction head | linear regression',
    not: 'image in context | robot demonstration | human demonstration',
  },
  'prompt-optimization': {
    strong:
      'prompt optimization | prompt engineering | automatic prompt | prompting | prompt tuning | prompt design | prompt learning | prompt search | prompting strategy | prompt template | prompting technique | prompt compression | prompt sensitivity | prompting method | soft prompt | prompt rewriting | prompt generation | optimize prompt | zero shot prompting | few shot prompting | chain of thought prompting | prompt refinement | context engineering | instruction optimization | exemplar selection | textual gradient | prompt based | promptable | prompt evolution | system prompt',
    weak: 'prompt | instruction | exemplar | template | dspy | prompted',
    not: 'text prompt | point prompt | box prompt | prompt injection | visual prompt | segmentation prompt | prompt following',
  },
  'retrieval-augmented-generation': {
    strong:
      'retrieval augmented generation | rag | retrieval augmented | retrieval augmentation | graphrag | graph rag | agentic rag | retrieval based generation | external knowledge retrieval | retrieval generation | agentic search | search agent | deep research',
    weak: 'retriever | retrieved document | external knowledge | retrieved context | knowledge base | retriev* | retrieved passage | chunk | chunking | knowledge intensive | grounded generation | reranker | vector database | search engine',
  },
  'llm-agents': {
    strong:
      'llm agent | llm based agent | language agent | tool use | tool calling | function calling | tool learning | agentic | computer use | language model agent | autonomous agent | ai agent | multi agent llm | agent workflow | agentic workflow | agent framework | web agent | gui agent | coding agent | software engineering agent | llm powered agent | tool augmented | model context protocol | mcp | multi agent framework | agentic system | agentic ai | agent skill | agent memory | deep research | tool integrated | agentic rl | agentic search | search agent | llm driven agent | research agent | multi agent llm system | llm multi agent | scientific agent | data agent | agent trajectory | agent harness | openclaw | mobile agent | long horizon agent | generative agent | react agent | multimodal agent | agent benchmark | agent system | agent evaluation | agentic reasoning | agentic reinforcement learning | agent training | multi agent system | claude code',
    weak: 'agent | tool | multi agent | workflow | autonomous* | orchestrat* | planner | harness | api call | environment | multi turn | long horizon | skill | memory | swe bench | self evolving | interactive',
    not: 'agent based model | agent based modeling | multi agent reinforcement learning | embodied agent | rl agent | reinforcement learning agent | multi agent path finding | autonomous vehicle | autonomous driving | conversational agent | rational agent | learning agent',
  },
  'hallucination-factuality': {
    strong:
      'hallucination | hallucinat* | factuality | factual | faithful* | truthful* | fact checking | fact check | factual consistency | factual accuracy | unfaithful | attribution of generated | confabulation | object hallucination | claim verification | fact verification | citation accuracy | abstention | abstain | groundedness | factual error | knowledge conflict | knowledge boundary',
    weak: 'citation | grounded | verification | false | fabricat* | misinformation | incorrect | ungrounded | knowledge editing | overconfiden* | trustworth*',
    not: 'faithful reconstruction | faithful explanation | counterfactual | explanation faithfulness | cot faithfulness',
  },
  'scaling-laws': {
    strong:
      'scaling law | neural scaling | scaling behavior | compute optimal | power law scaling | scaling exponent | scaling property | scaling hypothesis | scaling trend | scaling relation | data scaling | model scaling | emergent abilit* | densing law | loss scaling | scaling of loss | scaling analysis | scale predictably | scaling dynamic | chinchilla | scaling up',
    weak: 'power law | compute budget | model size | scaling | scale with | predictable | extrapolat* | larger model | data constrained | training compute | parameter count | maximal update parametrization | hyperparameter transfer',
    not: 'test time scaling | inference time scaling | temperature scaling',
  },
  'parameter-efficient-finetuning': {
    strong:
      'parameter efficient finetuning | peft | parameter efficient | lora | low rank adaptation | qlora | prefix tuning | prompt tuning | adapter tuning | low rank adapter | low rank finetuning | adapter | efficient finetuning | lora finetuning | soft prompt | orthogonal finetuning | visual prompt tuning | lora adapter | lightweight adapter | low rank update',
    weak: 'low rank | trainable parameter | finetuning | frozen | full finetuning | finetuned | lightweight module | rank',
    not: 'ip adapter | network adapter',
  },
  'model-merging': {
    strong:
      'model merging | merging model | task arithmetic | weight averaging | model soup | merged model | model fusion | task vector | weight interpolation | parameter merging | merge* model | checkpoint merging | weight merging | checkpoint averaging | lora merging | knowledge fusion | mode connectivity | model averaging | merging lora | merge* multiple',
    weak: 'merging | merge | fusion of model | averaging | weight space | interpolat* | ensembl*',
    not: 'token merging | sensor fusion',
  },
  interpretability: {
    strong:
      'interpretability | explainability | explainable | xai | mechanistic interpretability | sparse autoencoder | feature attribution | interpretable | probing | circuit discovery | activation patching | activation steering | steering vector | saliency | concept bottleneck | counterfactual explanation | explanation | attention head | linear probe | mechanistic | sae | monosemantic* | superposition | shapley | residual stream | internal representation | black box model | logit lens | representation engineering | mechanistic analysis | interpret* | attribution map | hidden state | internal mechanism | causal tracing | concept activation | grad cam | cot faithfulness | model editing | knowledge editing | induction head | how transformer | what do | causal intervention',
    weak: 'explain* | transparent | transparency | neuron | layer | mechanism | attribution | probe | understand* | activation | circuit | internal* | representation | reveal | attention map | latent direction | analyz* | geometry',
    not: 'interpretable feature of the data | electrical circuit | quantum circuit | code explanation | credit attribution',
  },
  'llm-safety': {
    strong:
      'jailbreak* | red teaming | ai safety | llm safety | safety alignment | guardrail | harmful content | harmful* | prompt injection | refusal | toxic* | safety aligned | misalignment | deceptive alignment | deception | scheming | safety of large language model | safety of llm | safety evaluation | safety finetuning | safety benchmark | catastrophic risk | ai risk | dangerous capabilit* | misuse | adversarial prompt | emergent misalignment | overrefusal | safety guardrail | agent safety | content moderation | nsfw | unsafe content | unsafe | ai control | alignment faking | sandbagging | loss of control | existential risk | safety risk | safety mechanism | safe ai | concept erasure | trustworthy ai',
    weak: 'safety | malicious | attack success rate | risk | adversarial | attack | ethical | safe* | sycophancy | vulnerab* | defense',
    not: 'safety critical | safe reinforcement learning | traffic safety | road safety | memory safety | safety constraint | driving safety | patient safety',
  },
  'bias-fairness': {
    strong:
      'social bias | fairness | gender bias | stereotype* | bias mitigation | debias* | demographic bias | algorithmic fairness | group fairness | demographic parity | discrimination against | racial bias | cultural bias | political bias | implicit bias in llm | biased against | equit* | disparit* | fair | bias in | bias of | bias evaluation | equalized odds | unfair* | subgroup | bias | representational harm | protected attribute | sensitive attribute | counterfactual fairness',
    weak: 'gender | demographic | race | racial | minority | underrepresented | marginalized | inequal* | biased | discriminat* | ethnic*',
    not: 'implicit bias of gradient | inductive bias | implicit bias of | bias variance | position bias | exposure bias | selection bias | low bias | sampling bias | unbiased | discriminative | estimation bias | spectral bias | proportional fair* | fair comparison | simplicity bias | bias of gradient | implicit bias',
  },
  privacy: {
    strong:
      'differential privacy | differentially private | machine unlearning | unlearning | membership inference | privacy | privacy preserving | memorization | data leakage | private learning | local differential privacy | dp sgd | training data extraction | private data | privacy leakage | gradient inversion | forget set | right to be forgotten | private inference | anonymiz* | data protection | personal information | pii | privacy utility | de identification | data extraction attack | model inversion | verbatim | copyright*',
    weak: 'private | sensitive | leak* | gdpr | forget* | confidential* | memoriz* | retain set | homomorphic encryption | secure | data removal',
    not: 'catastrophic forgetting | forgetting | test set contamination',
  },
  'generated-content-detection': {
    strong:
      'watermark* | deepfake | ai generated text | machine generated text | ai generated image | generated text detection | generated image detection | synthetic image detection | llm generated text | fake image | ai generated content | ai generated video | forgery | detection of generated | synthetic speech detection | image forensics | content provenance | provenance | ai text detect* | ai detection | generated content detection | anti spoofing | manipulation localization | ai generated image detection | authorship | synthetic media | detect* ai generated | face forgery',
    weak: 'detector | authenticity | forensic | real or fake | detect* | ai generated | generator | tamper* | manipulated | fake | unseen generator | spoof*',
    not: 'object detector | fake news',
  },
  multilingual: {
    strong:
      'multilingual | cross lingual | low resource language | crosslingual | multilinguality | african language | indic language | under resourced language | indigenous language | non english | multiple language | arabic | hindi | bengali | vietnamese | japanese | korean | indonesian | turkish | persian | urdu | swahili | tamil | greek | russian | ukrainian | polish | czech | hungarian | finnish | portuguese | endangered language | code switching | code mixed | low resource nlp | typologically | bilingual | language diversity | dialect | european language | 100 language | southeast asian | cross linguistic | german | french | spanish | italian | romanian | hebrew | thai | nepali | marathi | kazakh | sanskrit | linguistic diversity | low resource setting | indian language | chinese llm | language specific',
    weak: 'chinese | language | english | low resource | translated | translation | tokeniz* | native speaker | linguistic* | script | morpholog* | culture | cultural* | culturally',
    not: 'programming language | natural language | large language | language model | vision language | sign language | formal language',
  },
  'machine-translation': {
    strong:
      'machine translation | neural machine translation | nmt | translation quality | translation model | document level translation | translation system | simultaneous translation | speech translation | literary translation | translator | bleu | llm translation | translate* between | back translation | wmt | translation task | translation evaluation | translation',
    weak: 'parallel corpus | comet | source language | target language | language pair | bilingual | multilingual',
    not: 'image to image translation | image translation | code translation | text to speech translation | clinical translation | domain translation | unpaired translation | translation invarian* | translation and rotation | rotation and translation | translation equivarian* | modality translation | program translation | language translation into code',
  },
  summarization: {
    strong:
      'summarization | summariz* | text summarization | abstractive summar* | summary generation | extractive summar* | video summarization | document summarization | dialogue summarization | summary evaluation | opinion summarization | meeting summar* | generated summary | highlight generation',
    weak: 'summary | rouge | condense | cnn dailymail | long document',
    not: 'code summarization | summarized as | in summary | summary statistic | we summarize | summarize the | summarize our',
  },
  'question-answering': {
    strong:
      'question answering | reading comprehension | multihop question answering | open domain question | qa | visual question answering | vqa | table question answering | knowledge base question | multihop qa | videoqa | question answering benchmark | answering question | answer* question | factoid | tableqa | factual question | qa benchmark | qa dataset | qa pair | multiple choice question | question answer pair | multihop question | open domain qa | long form question answering | short answer',
    weak: 'question | answer | hotpotqa | triviaqa | natural question | squad | query',
    not: 'open question | research question | this question | question whether | key question | fundamental question | qa system quality assurance',
  },
  dialogue: {
    strong:
      'dialogue | dialog | conversational | chatbot | conversation | dialogue state tracking | task oriented dialogue | conversational ai | conversational agent | multi turn dialogue | dialogue system | response generation | open domain dialogue | spoken dialogue | role playing | persona | multi turn conversation | role play | roleplaying | emotional support | empathetic | user simulator | full duplex | virtual assistant | conversational assistant | ai companion | persuasion | multi turn interaction | voice assistant',
    weak: 'multi turn | turn taking | utterance | user intent | clarif* | chat | assistant | user simulation | empathy | persuasive | turn level',
    not: 'conversational search | conversational recommend* | conversational speech recognition',
  },
  'information-extraction': {
    strong:
      'information extraction | named entity recognition | ner | relation extraction | event extraction | entity linking | entity extraction | coreference | relation classification | event detection in text | structured extraction | knowledge extraction | keyphrase extraction | entity recognition | entity resolution | slot filling | document level relation | triple extraction | extract structured | open information extraction | entity matching | aspect extraction | argument mining | structured information | text mining | keyword extraction | semantic role labeling | temporal relation | causal extraction | metadata extraction | data extraction',
    weak: 'extraction | extract* | entity | relation | span | schema | annotation | triple | structured data | knowledge graph construction',
    not: 'feature extraction | road extraction | training data extraction | contour extraction | data extraction attack | relation between | surface extraction | mesh extraction | skill extraction',
  },
  'knowledge-graphs': {
    strong:
      'knowledge graph | knowledge graph completion | knowledge graph embedding | kg | link prediction in knowledge | ontolog* | kgqa | triple | kgs | knowledge graph reasoning | knowledge graph question answering | sparql | wikidata | graphrag | semantic web | knowledge graph construction | temporal knowledge graph | knowledge base completion | description logic | linked data | entity alignment | rdf | graph rag | taxonom* induction | knowledge representation',
    weak: 'knowledge base | relation | entity | structured knowledge | link prediction | graph structured | graph based | reasoning path | owl',
    not: 'triplet loss',
  },
  'text-classification': {
    strong:
      'text classification | sentiment analysis | sentiment classification | stance detection | document classification | topic modeling | sentiment | topic classification | emotion classification | hate speech detection | intent classification | emotion recognition | intent detection | text categorization | emotion detection | spam detection | topic model | toxicity classification | aspect based sentiment | sarcasm | classification of text | author profiling | fake news detection | short text | multi label text | multilabel text | text clustering | opinion mining | zero shot classification of text | sequence classification | stance | humor | extreme classification',
    weak: 'bert | classifier | roberta | emotion | label | tweet | f1 | classification task | classify* | annotator | lda | svm | linguistic feature | review',
    not: 'image classification | graph classification | node classification | speech emotion recognition | facial emotion',
  },
  'evaluation-of-llms': {
    strong:
      'llm evaluation | llm as a judge | llm as judge | evaluating llm | evaluate llm | evaluating large language model | evaluation of llm | evaluation of large language model | benchmark for llm | benchmarking llm | benchmarking large language model | llm benchmark | llm judge | judge model | data contamination | benchmark contamination | evaluating language model | leaderboard | evaluation benchmark | automatic evaluation | chatbot arena | evaluation of language model | state of the art llm | frontier model | test set contamination | evaluate the ability | psychometric | evaluate the capabilit* | automated evaluation | evaluator | evaluate language model | benchmark designed to evaluate | holistic evaluation | item response theory | evaluation harness | evaluate* large language model | evaluation methodology | frontier llm | evaluation suite | capability evaluation | rubric | leading model | proprietary model | evaluation framework | model evaluation | judge | benchmark saturation | meta evaluation | evaluate agent | agent benchmark | agent evaluation | evaluate ai',
    weak: 'benchmark | evaluation | evaluate* | benchmarking | human judgment | assess* | human evaluation | gpt 4o | gpt 5 | claude | gemini | open source model | llm | diagnostic | systematic* | reveal* | performance gap | human performance | accuracy of only',
    not: 'extensive evaluation | outperform*',
  },
};
