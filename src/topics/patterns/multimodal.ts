import type { Patterns } from './pattern.ts';

export const multimodal: Patterns = {
  'vision-language-models': {
    strong:
      'vlm | multimodal large language model | mllm | lvlm | vision language | multimodal llm | lmm | clip | visual question answering | visual language model | multimodal reasoning | visual instruction tuning | video llm | multimodal language model | multimodal foundation model | multimodal model | visual reasoning | contrastive language image | visual grounding | image text | unified multimodal | llava | qwen2 5 vl | qwen3 vl | qwen vl | spatial reasoning | visual token | vqa | multimodal understanding | visual perception | cross modal | multimodal benchmark | visual understanding | spatial intelligence | thinking with image | spatial understanding | open vocabulary | visual chain of thought | gpt 4v | omni modal | referring expression | captioning | video language model | visual programming | gui agent | zero shot classification | multimodal in context | text image | internvl | video large language model | multimodal chain of thought | image caption* | multimodal retrieval | visual knowledge | multimodal agent | multimodal hallucination | object hallucination | visual hallucination',
    weak: 'multimodal | visual | language | grounding | vision | textual | gpt 4o | perception | caption | image | gemini | modality',
    not: 'video clip | clip score | short clip | audio clip | gradient clip* | vision language action',
  },
  'multimodal-learning': {
    strong:
      'multimodal | audio visual | any to any | sensor fusion | omnimodal | cross modal | modality | audio and video | multi sensor | tactile | video and audio | omni | audio video | understanding and generation | visual and audio | radar camera',
    weak: 'fusion | audio | text and image | video | alignment | heterogeneous | unified model | image text | interleaved | sensor | encoders',
    not: 'multimodal distribution | multimodal trajectory | single modality',
  },
  'gui-web-agents': {
    strong:
      'web agent | computer use | gui | mobile agent | web navigation | screen | osworld | android | webarena | web automation | androidworld | desktop | browser | website | web task | app | screenshot | deep research | web page | ui agent | mobile phone | web interaction | online shopping | browsecomp | user interface | screenspot | browsing | digital agent | web search agent | ui',
    weak: 'click | interface | agent | web | navigation | mobile | element | action space | html',
    not: 'web scale | website https | project website | our website | mobile device | web search | computer using',
  },
};
