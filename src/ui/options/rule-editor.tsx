/** The fields of one watch rule, and the live count below them. */
import { useState } from 'preact/hooks';
import type { WatchRule } from '../../core/rules.ts';
import { type MessageKey, say } from '../../core/say.ts';
import type { Count } from './count.ts';
import { countKey } from './count.ts';
import { CountLine } from './count-line.tsx';
import { EffectField } from './effect-field.tsx';
import { FlagNow } from './flag-now.tsx';
import type { RuleState } from './rule-list.ts';
import { counting } from './state.ts';
import { KINDS, type Kind } from './terms.ts';
import { TokenField, type TokenFieldProps } from './token-field.tsx';
import { choosable } from './topic-choices.ts';
import { TopicField } from './topic-field.tsx';
import { useCount } from './use-count.ts';

type Pending = Partial<Record<Kind, string[]>>;

interface Field {
  kind: TokenFieldProps['kind'];
  label: MessageKey;
  hint: MessageKey;
  example: MessageKey;
}

const FIELDS: readonly Field[] = [
  {
    kind: 'words',
    label: 'optionsRuleWords',
    hint: 'optionsRuleWordsHint',
    example: 'optionsRuleWordsExample',
  },
  {
    kind: 'authors',
    label: 'optionsRuleAuthors',
    hint: 'optionsRuleAuthorsHint',
    example: 'optionsRuleAuthorsExample',
  },
  {
    kind: 'categories',
    label: 'optionsRuleCategories',
    hint: 'optionsRuleCategoriesHint',
    example: 'optionsRuleCategoriesExample',
  },
];

export interface RuleEditorProps {
  item: RuleState;
  onChange: (change: Partial<WatchRule>) => void;
}

export function RuleEditor({ item, onChange }: RuleEditorProps) {
  const { rule, problems } = item;
  const [pending, setPending] = useState<Pending>({});
  const terms = {
    words: rule.words,
    authors: rule.authors,
    categories: rule.categories,
    topics: rule.topics,
  };
  for (const kind of KINDS) terms[kind] = [...terms[kind], ...(pending[kind] ?? [])];
  const live = useCount(counting, terms, true);
  const countOf = (kind: Kind) => (term: string) => live.count?.byTerm.get(countKey(kind, term));
  const general = problems.find((problem) => problem.kind === undefined);
  const settled: Count | undefined = live.busy ? undefined : live.count;
  const storable = item.state === 'saved' && rule.effect === 'flag';
  return (
    <div class="editor">
      <p class="hint">{say('optionsRuleHint')}</p>
      <div class="term-fields">
        {FIELDS.map(({ kind, label, hint, example }) => (
          <TokenField
            key={kind}
            kind={kind}
            label={say(label)}
            hint={say(hint)}
            placeholder={say(example)}
            terms={rule[kind]}
            countOf={countOf(kind)}
            problem={problems.find((problem) => problem.kind === kind)?.sentence}
            onChange={(changed) => onChange({ [kind]: changed })}
            onPending={(typed) => setPending((was) => ({ ...was, [kind]: typed }))}
          />
        ))}
        <TopicField
          topics={choosable()}
          terms={rule.topics}
          countOf={countOf('topics')}
          onChange={(changed) => onChange({ topics: changed })}
        />
      </div>
      {general && <p class="problem">{general.sentence}</p>}
      <EffectField
        effect={rule.effect}
        word={rule.words[0]?.replace(/\*$/, '') ?? say('optionsRuleSampleWord')}
        onChange={(effect) => onChange({ effect })}
      />
      <CountLine live={live} read={counting.read.value} />
      {storable && <FlagNow rule={rule} ids={settled?.ids ?? []} />}
    </div>
  );
}
