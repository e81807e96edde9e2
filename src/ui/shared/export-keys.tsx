/** The pattern of cite keys, with the key the first paper would get. */
import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_CITE_PATTERN, type ExportChoices, MAX_PATTERN } from '../../core/export-choices.ts';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { getRows } from './data.ts';

export interface FieldProps {
  choices: ExportChoices;
  /** The paper that examples are made of; none when empty. */
  first: readonly PaperId[];
  onChange: (part: Partial<ExportChoices>) => void;
}

interface KeyProps extends FieldProps {
  /** Whether keys that were given are replaced as well. */
  renew: boolean;
  onRenew: (renew: boolean) => void;
}

interface Example {
  /** The key, when the pattern can be used. */
  key?: string;
  /** The key the paper has, which stays. */
  given?: string;
  why?: string;
}

async function exampleOf(choices: ExportChoices, first: readonly PaperId[]): Promise<Example> {
  const [{ citePattern }, { baseKey }, { exportablesOf }] = await Promise.all([
    import('../../exchange/cite-pattern.ts'),
    import('../../exchange/cite-key.ts'),
    import('../../exchange/from-row.ts'),
  ]);
  const pattern = citePattern(choices.citePattern);
  if ('why' in pattern) return { why: pattern.why };
  const [item] = exportablesOf((await getRows(first)).rows, (topic) => topic);
  if (!item) return {};
  const key = baseKey(item, { pattern: choices.citePattern, fold: choices.citeFold });
  return { key, ...(item.citeKey ? { given: item.citeKey } : {}) };
}

const SYNTAX = '[auth], [authEtAl], [year], [shorttitle3_3], [venue], :lower, :abbr';

function told({ why, key, given }: Example, renew: boolean): string {
  if (why !== undefined) return why;
  if (!key) return say('sharedCiteSyntax', SYNTAX);
  if (!given) return say('sharedCiteExample', key);
  return say(renew ? 'sharedCiteExampleReplaced' : 'sharedCiteExampleStays', key, given);
}

export function CiteKeyField({ choices, first, onChange, renew, onRenew }: KeyProps) {
  const [typed, setTyped] = useState(choices.citePattern);
  const [example, setExample] = useState<Example>({});
  useEffect(() => {
    let late = false;
    exampleOf({ ...choices, citePattern: typed }, first).then(
      (made) => {
        if (late) return;
        setExample(made);
        if (!made.why && typed !== choices.citePattern) onChange({ citePattern: typed });
      },
      () => undefined,
    );
    return () => {
      late = true;
    };
  }, [typed, choices.citeFold, first]);
  return (
    <fieldset class="checks">
      <legend>{say('sharedCiteKeys')}</legend>
      <input
        class="field wide code"
        dir="ltr"
        aria-label={say('sharedCitePattern')}
        aria-describedby="cite-example"
        aria-invalid={example.why !== undefined}
        maxLength={MAX_PATTERN}
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <select
        class="field"
        aria-label={say('sharedCiteAccents')}
        value={choices.citeFold}
        onChange={(event) =>
          onChange({ citeFold: event.currentTarget.value === 'german' ? 'german' : 'plain' })
        }
      >
        <option value="plain">Gödel → godel</option>
        <option value="german">Gödel → goedel</option>
      </select>
      <button
        type="button"
        class="button"
        disabled={typed === DEFAULT_CITE_PATTERN}
        onClick={() => setTyped(DEFAULT_CITE_PATTERN)}
      >
        {say('sharedCiteDefault')}
      </button>
      <p class={example.why ? 'hint bad' : 'hint'} id="cite-example">
        {told(example, renew)}
      </p>
      <label class="line">
        <input type="checkbox" checked={renew} onChange={(event) => onRenew(event.currentTarget.checked)} />
        {say('sharedCiteRenew')}
      </label>
    </fieldset>
  );
}
