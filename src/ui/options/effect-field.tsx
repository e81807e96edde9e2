/** What a rule does with a paper: three choices, each with a line and a small sample of how it looks in a page. */
import { useId } from 'preact/hooks';
import type { Effect } from '../../core/rules.ts';
import { type MessageKey, say } from '../../core/say.ts';
import { reasonWords } from '../../core/words.ts';
import { Hand } from '../shared/hand.tsx';
import { Said } from '../shared/said.tsx';

export const EFFECT_NAMES: Record<Effect, MessageKey> = {
  highlight: 'optionsEffectHighlight',
  flag: 'optionsEffectFlag',
  dim: 'optionsEffectDim',
};

const LINES: Record<Effect, MessageKey> = {
  flag: 'optionsEffectFlagHint',
  highlight: 'optionsEffectHighlightHint',
  dim: 'optionsEffectDimHint',
};

function Sample({ effect, word }: { effect: Effect; word: string }) {
  const shown = effect === 'dim' ? word : <span class={effect === 'highlight' ? 'tint' : ''}>{word}</span>;
  return (
    <span class={`sample sample-${effect}`} aria-hidden="true">
      <Hand state={effect === 'flag' ? 'flagged' : 'none'} size={16} />
      <span class="sample-text">
        <span class="sample-title">
          <Said k="optionsEffectSample" parts={[shown]} />
        </span>
        <span class="sample-chip">{effect === 'flag' ? reasonWords(`watch: “${word}”`) : ''}</span>
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
      <legend>{say('optionsEffectLegend')}</legend>
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
            {say(EFFECT_NAMES[one])}
          </span>
          <span class="hint" id={`${name}-${one}`}>
            {say(LINES[one])}
          </span>
          <Sample effect={one} word={word} />
        </label>
      ))}
    </fieldset>
  );
}
