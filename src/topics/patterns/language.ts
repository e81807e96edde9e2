import type { Patterns } from './pattern.ts';

export const language: Patterns = {
  'large-language-models': {
    strong:
      'large language model | llm | chatgpt | gpt 4 | gpt 4o | gpt 5 | llama | qwen | small language model | slm | diffusion language model | dllm | open weight model | reasoning model | deepseek | frontier model | agentic model | language model | rlvr',
    weak: 'language modeling | lm | chain of thought | prompt* | in context | instruction tuning | sft | grpo | rlhf | token | autoregressive | decoder only | gpt | claude | gemini | supervised finetuning | post training | pretraining | foundation model | transformer',
    not: 'vision language model | large vision language model | multimodal large language model | multimodal llm | video llm | vision language action model | multimodal language model | visual language model | large multimodal model | video large language model | audio language model',
    categories: 'cs.CL',
  },
  pretraining: {
    strong:
      'data mixture | data mixing | mixture ratio | data curation | data filtering | midtraining | mid training | training corpus | training corpora | common crawl | data selection | domain reweighting | pretraining | pretrain | tokenizer',
    weak: 'pretrained on | foundation model | web scale | corpus | trained from scratch | base model | curated | technical report | token* | tokenization',
    not: 'pretrained model | visual tokenizer | video tokenizer | image tokenizer',
  },
  'instruction-tuning': {
    strong:
      'instruction tuning | instruction finetun* | instruction following | instruction data | instruction dataset | instruction response | follow instruction',
    weak: 'instruction | sft',
    not: 'parameter efficient finetuning',
  },
  'preference-alignment': {
    strong:
      'rlhf | human feedback | preference optimization | dpo | reward model* | preference learning | preference data | preference alignment | human preference | reward hacking | llm alignment | alignment of large language model | aligning llm | aligning language model | aligning large language model | constitutional ai | rlaif | ai feedback | value alignment | preference pair | pairwise preference | reward overoptimization | preference finetuning | preference dataset | rubric reward | rubric based reward | pluralistic alignment | human value | ai alignment | preference based',
    weak: 'alignment | preference | reward | align* with human | post training | grpo | rubric | sycophancy | helpful* | aligning',
    not: 'cross modal alignment | image text alignment | feature alignment | temporal alignment | semantic alignment | representation alignment | spatial alignment | text alignment | visual alignment | modality alignment | user preference',
  },
  reasoning: {
    strong:
      'reasoning | chain of thought | cot | test time compute | test time scaling | overthinking | inference time scaling | tree of thought | self reflection | deductive | process reward | self correction | rlvr | verifiable reward | slow thinking | thinking mode | deep research | thinking | math | aime | o1 | deepseek r1',
    weak: 'step by step | logic* | puzzle | multistep | multihop | self consistency | verifier | rationale | grpo | symbolic | think* | planning | long horizon | solve* complex',
    not: 'reasoning segmentation',
  },
  'long-context': {
    strong:
      'long context | context length | context window | length extrapolation | length generalization | rope | million token | long sequence | long document | long term memory | context compression | positional encoding | ultra long | position embedding | needle in a haystack | infinite context | extended context | long form video | long video | kv cache | memory mechanism | long input | long range dependency | context folding | context management',
    weak: '128k | 32k | 100k | longbench | ruler | long range | extrapolat* | context | quadratic | memory',
    not: 'in context learning',
  },
  'mixture-of-experts': {
    strong:
      'mixture of expert | moe | expert routing | mixture of lora | expert specialization | sparsely activated | expert selection | mixture of depth | multi expert | upcycling',
    weak: 'expert | routing | router | gating | active parameter',
    not: 'human expert | domain expert | expert annotated | expert demonstration | expert level | product of expert',
  },
  'in-context-learning': {
    strong: 'icl | many shot | few shot prompting | in context | demonstration selection | task vector',
    weak: 'demonstration | exemplar',
    not: 'robot demonstration | human demonstration',
  },
  'prompt-optimization': {
    strong:
      'prompt optimization | prompt engineering | automatic prompt | prompting | prompt tuning | prompt design | prompt learning | prompt template | prompt compression | prompt sensitivity | soft prompt | prompt generation | prompt refinement | context engineering | instruction optimization | exemplar selection | textual gradient | prompt based | promptable | prompt evolution | system prompt',
    weak: 'prompt | template',
    not: 'text prompt | box prompt | prompt injection | visual prompt | prompt following',
  },
  'retrieval-augmented-generation': {
    strong:
      'rag | retrieval augmented | retrieval augmentation | graphrag | agentic search | search agent | deep research | retriever | external knowledge',
    weak: 'knowledge base | retriev* | chunk | chunking | knowledge intensive | search engine',
  },
  'llm-agents': {
    strong:
      'llm agent | llm based agent | language agent | tool use | tool calling | function calling | tool learning | agentic | computer use | language model agent | autonomous agent | ai agent | multi agent llm | agent workflow | agent framework | web agent | gui agent | coding agent | software engineering agent | llm powered agent | tool augmented | model context protocol | mcp | agent skill | agent memory | deep research | tool integrated | search agent | llm driven agent | research agent | llm multi agent | scientific agent | data agent | agent trajectory | agent harness | openclaw | mobile agent | long horizon agent | generative agent | react agent | multimodal agent | agent benchmark | agent system | agent evaluation | agent training | claude code | orchestrat* | swe bench',
    weak: 'agent | tool | workflow | autonomous* | planner | harness | environment | multi turn | long horizon | skill | memory | self evolving | interactive',
    not: 'agent based model | agent based modeling | multi agent reinforcement learning | embodied agent | rl agent | reinforcement learning agent | autonomous vehicle | autonomous driving | conversational agent | learning agent',
  },
  'hallucination-factuality': {
    strong:
      'hallucination | hallucinat* | factuality | factual | faithful* | truthful* | fact checking | fact check | unfaithful | claim verification | fact verification | citation accuracy | abstention | abstain | groundedness | knowledge conflict | knowledge boundary',
    weak: 'citation | verification | false | fabricat* | misinformation | incorrect | overconfiden* | trustworth*',
    not: 'counterfactual',
  },
  'scaling-laws': {
    strong:
      'scaling law | neural scaling | scaling behavior | compute optimal | power law scaling | scaling exponent | scaling property | scaling hypothesis | scaling trend | data scaling | model scaling | emergent abilit* | scaling analysis | scale predictably | scaling dynamic | scaling up',
    weak: 'power law | compute budget | model size | scaling | scale with | predictable | extrapolat* | larger model',
    not: 'test time scaling | inference time scaling | temperature scaling',
  },
  'parameter-efficient-finetuning': {
    strong:
      'peft | parameter efficient | lora | low rank adaptation | qlora | prefix tuning | prompt tuning | adapter | efficient finetuning | soft prompt',
    weak: 'trainable parameter | finetuning | frozen | finetuned | rank',
    not: 'ip adapter',
  },
  'model-merging': {
    strong:
      'model merging | task arithmetic | weight averaging | model soup | merged model | model fusion | task vector | weight interpolation | checkpoint averaging | knowledge fusion | merge* multiple',
    weak: 'merging | merge | averaging | interpolat*',
    not: 'token merging',
  },
  interpretability: {
    strong:
      'interpretability | explainability | explainable | xai | sparse autoencoder | feature attribution | interpretable | probing | activation patching | activation steering | steering vector | concept bottleneck | explanation | attention head | linear probe | mechanistic | sae | monosemantic* | superposition | shapley | residual stream | internal representation | black box model | representation engineering | interpret* | attribution map | hidden state | internal mechanism | grad cam | model editing | knowledge editing | how transformer | what do | causal intervention',
    weak: 'explain* | transparent | transparency | neuron | layer | attribution | probe | understand* | activation | circuit | internal* | reveal | attention map | analyz* | saliency',
    not: 'quantum circuit | code explanation',
  },
  'llm-safety': {
    strong:
      'jailbreak* | red teaming | ai safety | llm safety | safety alignment | guardrail | harmful* | prompt injection | refusal | toxic* | safety aligned | misalignment | deceptive alignment | deception | safety of large language model | safety of llm | safety evaluation | safety benchmark | catastrophic risk | ai risk | misuse | adversarial prompt | agent safety | content moderation | unsafe | existential risk | safety risk | safety mechanism | safe ai | concept erasure | trustworthy ai',
    weak: 'safety | malicious | risk | adversarial | attack | ethical | safe* | sycophancy | vulnerab* | defense',
    not: 'safety critical | safe reinforcement learning | safety constraint | driving safety | patient safety',
  },
  'bias-fairness': {
    strong:
      'fairness | stereotype* | debias* | equit* | disparit* | fair | equalized odds | unfair* | subgroup | bias | representational harm | protected attribute | sensitive attribute | gender',
    weak: 'demographic | race | minority | underrepresented | biased | ethnic*',
    not: 'implicit bias of gradient | inductive bias | bias variance | position bias | exposure bias | unbiased | discriminative | fair comparison | implicit bias',
  },
  privacy: {
    strong:
      'differentially private | unlearning | membership inference | privacy | memorization | data leakage | private learning | dp sgd | private data | forget set | right to be forgotten | anonymiz* | data protection | personal information | pii | de identification | model inversion | verbatim | copyright*',
    weak: 'private | sensitive | leak* | forget* | memoriz* | secure',
    not: 'catastrophic forgetting | forgetting',
  },
  'generated-content-detection': {
    strong:
      'watermark* | deepfake | ai generated text | machine generated text | ai generated image | generated image detection | synthetic image detection | llm generated text | fake image | ai generated content | ai generated video | forgery | provenance | ai text detect* | anti spoofing | manipulation localization | authorship | synthetic media | detect* ai generated',
    weak: 'detector | authenticity | detect* | ai generated | generator | manipulated | fake',
    not: 'object detector | fake news',
  },
  multilingual: {
    strong:
      'multilingual | cross lingual | low resource language | multilinguality | african language | indic language | under resourced language | non english | multiple language | arabic | hindi | bengali | vietnamese | japanese | korean | indonesian | turkish | persian | urdu | swahili | tamil | greek | russian | ukrainian | polish | czech | hungarian | finnish | portuguese | endangered language | code switching | code mixed | typologically | bilingual | dialect | european language | 100 language | southeast asian | cross linguistic | german | french | spanish | italian | romanian | hebrew | thai | marathi | kazakh | sanskrit | linguistic diversity | low resource setting | indian language | language specific | cultural* | culturally',
    weak: 'chinese | language | english | low resource | translated | translation | tokeniz* | native speaker | linguistic* | script | morpholog* | culture',
    not: 'programming language | natural language | large language | language model | vision language | sign language | formal language',
  },
  'machine-translation': {
    strong: 'nmt | translator | bleu | translate* between | translation',
    weak: 'target language | multilingual',
    not: 'image to image translation | image translation | rotation and translation | program translation',
  },
  summarization: {
    strong:
      'summarization | summariz* | abstractive summar* | extractive summar* | meeting summar* | generated summary',
    weak: 'summary | rouge | long document',
    not: 'code summarization | in summary | we summarize | summarize the',
  },
  'question-answering': {
    strong:
      'question answering | reading comprehension | open domain question | qa | vqa | videoqa | answering question | answer* question | factoid | factual question | multiple choice question | question answer pair | multihop question | short answer',
    weak: 'question | answer | hotpotqa | query',
    not: 'open question | research question | this question | key question | fundamental question',
  },
  dialogue: {
    strong:
      'dialogue | dialog | conversational | chatbot | conversation | response generation | role playing | persona | role play | emotional support | empathetic | user simulator | full duplex | virtual assistant | persuasion | multi turn interaction | voice assistant',
    weak: 'multi turn | utterance | user intent | clarif* | chat | assistant',
    not: 'conversational recommend*',
  },
  'information-extraction': {
    strong:
      'information extraction | ner | relation extraction | event extraction | entity linking | entity extraction | coreference | relation classification | structured extraction | knowledge extraction | entity recognition | triple extraction | extract structured | entity matching | argument mining | structured information | text mining | semantic role labeling | temporal relation | data extraction',
    weak: 'extraction | extract* | entity | relation | schema | triple',
    not: 'feature extraction | relation between | mesh extraction',
  },
  'knowledge-graphs': {
    strong:
      'knowledge graph | kg | ontolog* | kgqa | triple | kgs | sparql | wikidata | graphrag | semantic web | rdf | graph rag | knowledge representation',
    weak: 'knowledge base | relation | entity | graph based | reasoning path',
    not: 'triplet loss',
  },
  'text-classification': {
    strong:
      'text classification | document classification | topic modeling | sentiment | topic classification | emotion classification | hate speech detection | intent classification | emotion recognition | intent detection | emotion detection | topic model | sarcasm | fake news detection | short text | multi label text | sequence classification | stance | humor',
    weak: 'bert | classifier | roberta | emotion | label | f1 | classification task | classify* | annotator | review',
    not: 'image classification | graph classification | node classification | speech emotion recognition',
  },
  'evaluation-of-llms': {
    strong:
      'llm evaluation | evaluating llm | evaluate llm | evaluating large language model | evaluation of llm | evaluation of large language model | benchmark for llm | benchmarking llm | benchmarking large language model | llm benchmark | data contamination | benchmark contamination | evaluating language model | leaderboard | evaluation benchmark | automatic evaluation | chatbot arena | state of the art llm | frontier model | test set contamination | evaluate the ability | psychometric | evaluate the capabilit* | automated evaluation | evaluator | benchmark designed to evaluate | holistic evaluation | item response theory | evaluation harness | evaluate* large language model | evaluation methodology | frontier llm | evaluation suite | capability evaluation | rubric | leading model | proprietary model | evaluation framework | model evaluation | judge | benchmark saturation | meta evaluation | evaluate agent | agent benchmark | agent evaluation | evaluate ai',
    weak: 'benchmark | evaluation | evaluate* | benchmarking | human judgment | assess* | gpt 4o | gpt 5 | claude | gemini | open source model | llm | diagnostic | systematic* | reveal* | performance gap | human performance',
    not: 'extensive evaluation | outperform*',
  },
};
