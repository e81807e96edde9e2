/** One watch rule: a line that says what it is, and its editor when opened. */
import type { WatchRule } from '../../core/rules.ts';
import { say } from '../../core/say.ts';
import { Hand } from '../shared/hand.tsx';
import { Icon } from '../shared/icons.tsx';
import { countSentence } from './count-line.tsx';
import { topicLabel } from './data.ts';
import { EFFECT_NAMES } from './effect-field.tsx';
import { RuleEditor } from './rule-editor.tsx';
import type { RuleState } from './rule-list.ts';
import { counting, rules } from './state.ts';
import { Switch } from './switch.tsx';
import { ruleName } from './terms.ts';
import { useCount } from './use-count.ts';

/** The line under a closed rule. */
function ClosedCount({ rule }: { rule: WatchRule }) {
  const live = useCount(counting, rule, false);
  return <span class="rule-count">{countSentence(live, counting.read.value)}</span>;
}

/** What became of the last change, in a word or a sentence. */
function stateWords(item: RuleState): string {
  if (item.failure) return say('optionsRuleNotStored', item.failure);
  if (item.state === 'saved') return say('optionsRuleSaved');
  if (item.state === 'saving') return say('optionsRuleSaving');
  if (item.state === 'new') return say('optionsRuleEmpty');
  return say(rules.inUse(item.rule.id) ? 'optionsRuleDraftInUse' : 'optionsRuleDraft');
}

export interface RuleCardProps {
  item: RuleState;
  open: boolean;
  onToggle: () => void;
  onChange: (change: Partial<WatchRule>) => void;
  onRemove: () => void;
}

export function RuleCard({ item, open, onToggle, onChange, onRemove }: RuleCardProps) {
  const { rule } = item;
  const name = ruleName(rule, topicLabel);
  const draft = item.state === 'draft';
  return (
    <li class={rule.enabled ? 'rule' : 'rule off'} data-rule={rule.id}>
      <div class="rule-head">
        <h3>
          <button type="button" class="rule-name" aria-expanded={open} onClick={onToggle}>
            <span class="turn">
              <Icon name="down" />
            </span>
            <span class={`glyph glyph-${rule.effect}`}>
              <Hand state={rule.effect === 'flag' ? 'flagged' : 'none'} size={16} />
            </span>
            <span class="rule-effect">{say(EFFECT_NAMES[rule.effect])}</span>
            <span class="rule-terms" dir="auto">
              {name}
            </span>
          </button>
        </h3>
        <Switch
          label={say(rule.enabled ? 'commonOn' : 'commonOff')}
          name={say('optionsRuleUse', name)}
          on={rule.enabled}
          onChange={(enabled) => onChange({ enabled })}
        />
        <button
          type="button"
          class="tool"
          aria-label={say('optionsRuleDelete', name)}
          title={say('commonDelete')}
          onClick={onRemove}
        >
          <Icon name="dismiss" />
        </button>
      </div>
      <p class={draft || item.failure ? 'rule-state bad' : 'rule-state'}>
        <span role="status">{stateWords(item)}</span>
        {!open && item.state !== 'new' && <ClosedCount rule={rule} />}
      </p>
      {open && <RuleEditor item={item} onChange={onChange} />}
    </li>
  );
}
