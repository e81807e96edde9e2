/** Watch rules: the list and the way to a new one. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { Icon } from '../shared/icons.tsx';
import { topicLabel } from './data.ts';
import { sayFailure, tell } from './notice.tsx';
import { RuleCard } from './rule-card.tsx';
import { ready, rules } from './state.ts';
import { ruleName } from './terms.ts';

export function RulesSection() {
  const items = rules.items.value;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [fresh, setFresh] = useState<string | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  // before the next key arrives: it belongs to the rule
  useLayoutEffect(() => {
    if (fresh === undefined) return;
    const card = list.current?.querySelector(`[data-rule="${CSS.escape(fresh)}"]`);
    card?.querySelector<HTMLInputElement>('.token-box input')?.focus();
    setFresh(undefined);
  }, [fresh]);
  const add = () => {
    const id = rules.add();
    setOpen(new Set([...open, id]));
    setFresh(id);
  };
  const remove = async (id: string) => {
    const item = items.find((one) => one.rule.id === id);
    addButton.current?.focus(); // the button that was pressed goes away
    try {
      const undo = await rules.remove(id);
      if (item && item.state !== 'new')
        tell(say('optionsRuleDeleted', ruleName(item.rule, topicLabel)), undo);
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <section id="rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{say('optionsRulesTitle')}</h2>
      <p class="lead">{say('optionsRulesLead')}</p>
      {ready.value && items.length === 0 && <p class="empty">{say('optionsRulesNone')}</p>}
      <ul ref={list} class="rules">
        {items.map((item) => (
          <RuleCard
            key={item.rule.id}
            item={item}
            open={open.has(item.rule.id)}
            onToggle={() => toggle(item.rule.id)}
            onChange={(change) => void rules.change(item.rule.id, change)}
            onRemove={() => void remove(item.rule.id)}
          />
        ))}
      </ul>
      <button ref={addButton} type="button" class="button strong" onClick={add}>
        <Icon name="tag" /> {say('optionsRuleNew')}
      </button>
    </section>
  );
}
