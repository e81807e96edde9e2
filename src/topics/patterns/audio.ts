import type { Patterns } from './pattern.ts';

export const audio: Patterns = {
  'speech-recognition': {
    strong:
      'speech recognition | asr | automatic speech recognition | speech translation | spoken language understanding | whisper | speech to text | speech llm | speech language model | spoken language model | speech | spoken | speaker diarization | speech enhancement | spoken dialogue | speaker recognition | speaker verification | speech emotion recognition | speech understanding | transcription | audio language model | speech model | streaming asr | spoken language | word error rate | speech processing | speech representation | keyword spotting | large audio language model | audio llm | voice assistant | speech foundation model | acoustic model | speech separation | speech encoder | self supervised speech | wav2vec | hubert | dysarthric | pathological speech | phonem* | phonetic | voice activity detection | speech large language model | full duplex | speech corpus | spoken question answering | accent | lip reading | audio visual speech recognition',
    weak: 'audio | wer | acoustic | voice | speaker | utterance | transcript | language model | code switching | recognition',
    not: 'hate speech | part of speech | speech synthesis | text to speech | freedom of speech | political speech | free speech | figure of speech | speech bubble | co speech gesture | talking head | speech driven | speech generation | parliamentary speech | speech act',
    categories: 'eess.AS cs.SD',
  },
  'speech-synthesis': {
    strong:
      'text to speech | tts | speech synthesis | voice conversion | voice cloning | speech generation | neural codec | zero shot tts | speech codec | vocoder | audio codec | singing voice | expressive speech | speech tokenizer | talking head | neural audio codec | voice | speech token | prosod* | codec language model | speech editing | spoken dialogue | dubbing | voice generation | speaker similarity | singing voice synthesis | emotional speech | codec | speech language model | audio tokenizer | neural speech | voice agent | speech to speech | spoken language model | speech quality',
    weak: 'speech | naturalness | speaker | acoustic | waveform | synthesized | expressive | mel | audio | zero shot voice | codebook',
    not: 'video codec | image codec | voice of | voice assistant | voices of | active voice | visual codec',
    categories: 'eess.AS cs.SD',
  },
  'music-audio': {
    strong:
      'music | audio | sound | music generation | audio generation | source separation | text to audio | text to music | audio understanding | music information retrieval | sound event | audio language model | audio captioning | musical | symbolic music | sound event detection | song | audio classification | video to audio | foley | large audio language model | piano | sound effect | audio editing | acoustic scene | audio reasoning | singing | audio retrieval | sound generation | audio visual | bioacoustic* | audio representation | audio foundation model | audio question answering | audio separation | melod* | instrument | midi | spatial audio | lyric* | music understanding | audio synthesis | audio encoder | audio llm | audio deepfake | mixing | acoustic | general audio | audio signal | binaural | environmental sound | guitar | soundscape | beat tracking | video to music | sound separation | audio processing | room impulse response | room acoustic',
    weak: 'mel spectrogram | spectrogram | waveform | listening test | harmon* | rhythm | timbre | genre | artist | audio text',
    not: 'sound theoretical | provably sound | sound and complete | theoretically sound | sound basis | sound reasoning | mixing time | data mixing | sound guarantee | mathematically sound | channel mixing | measuring instrument | survey instrument | financial instrument | sound abstraction | token mixing | scientific instrument | musical chair | sound verification | instrument variable | speech audio | audio driven | logically sound',
    categories: 'cs.SD eess.AS',
  },
};
