/** What a rule does with a paper: three choices, each with a line and a small sample of how it looks in a page. */
import { useId } from 'preact/hooks';
import type { Effect } from '../../core/rules.ts';
import { Hand } from '../shared/hand.tsx';

export const EFFECT_NAMES: Record<Effect, string> = { highlight: 'Highlight', flag: 'Flag', dim: 'Dim' };

const LINES: Record<Effect, string> = {
  flag: 'Marks the paper with a red hand and keeps the reason.',
  highlight: 'Tints the words where they stand; flags nothing.',
  dim: 'Fades the entry; it stays where it is.',
};

function Sample({ effect, word }: { effect: Effect; word: string }) {
  return (
    <span class={`sample sample-${effect}`} aria-hidden="true">
      <Hand state={effect === 'flag' ? 'flagged' : 'none'} size={16} />
      <span class="sample-text">
        <span class="sample-title">
          On {effect === 'dim' ? word : <span class={effect === 'highlight' ? 'tint' : ''}>{word}</span>} at
          scale
        </span>
        <span class="sample-chip">{effect === 'flag' ? `watch: “${word}”` : ''}</span>
      </span>
    </span>
  );
}

export interface EffectFieldProps {
  effect: Effect;
  /** A word of the rule, for the samples. */
  word: string;
  onChange: (effect: Effect) => void;
}

export function EffectField({ effect, word, onChange }: EffectFieldProps) {
  const name = useId();
  return (
    <fieldset class="effects">
      <legend>When a paper matches</legend>
      {(['flag', 'highlight', 'dim'] as const).map((one) => (
        <label key={one} class={one === effect ? 'effect chosen' : 'effect'}>
          <span class="effect-name">
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === effect}
              aria-describedby={`${name}-${one}`}
              onChange={() => onChange(one)}
            />
            {EFFECT_NAMES[one]}
          </span>
          <span class="hint" id={`${name}-${one}`}>
            {LINES[one]}
          </span>
          <Sample effect={one} word={word} />
        </label>
      ))}
    </fieldset>
  );
}
