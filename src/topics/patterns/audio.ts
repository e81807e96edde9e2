import type { Patterns } from './pattern.ts';

export const audio: Patterns = {
  'speech-recognition': {
    strong:
      'asr | whisper | speech | spoken | speaker diarization | speaker recognition | speaker verification | transcription | audio language model | word error rate | audio llm | voice assistant | acoustic model | wav2vec | hubert | dysarthric | phonem* | phonetic | full duplex | accent',
    weak: 'audio | wer | acoustic | voice | speaker | utterance | transcript | code switching | recognition',
    not: 'hate speech | speech synthesis | text to speech | co speech gesture | talking head | speech driven | speech generation',
    categories: 'eess.AS cs.SD',
  },
  'speech-synthesis': {
    strong:
      'text to speech | tts | speech synthesis | speech generation | vocoder | expressive speech | speech tokenizer | talking head | voice | speech token | prosod* | speech editing | dubbing | speaker similarity | codec | speech language model | audio tokenizer | neural speech | speech to speech | spoken language model | speech quality',
    weak: 'speech | naturalness | speaker | acoustic | waveform | audio',
    not: 'voice assistant',
    categories: 'eess.AS cs.SD',
  },
  'music-audio': {
    strong:
      'music | audio | sound | source separation | musical | song | foley | singing | melod* | instrument | lyric* | acoustic | binaural | soundscape',
    weak: 'waveform | harmon* | rhythm | genre',
    not: 'sound reasoning | data mixing | channel mixing | token mixing | speech audio | audio driven',
    categories: 'cs.SD eess.AS',
  },
};
