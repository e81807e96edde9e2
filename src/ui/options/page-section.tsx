/** What Manicule draws and does in the pages of others. */
import { type MessageKey, say } from '../../core/say.ts';
import type { Settings } from '../../core/settings.ts';
import { pageKeyList } from '../../core/words.ts';
import { setSettings, settings } from './state.ts';
import { Switch } from './switch.tsx';

type Flag = 'inPage' | 'keyboard' | 'pageBar' | 'highlightWords' | 'hideDismissed';

const SWITCHES: readonly { key: Flag; label: MessageKey; hint: MessageKey }[] = [
  {
    key: 'inPage',
    label: 'optionsPagesMarks',
    hint: 'optionsPagesMarksHint',
  },
  { key: 'keyboard', label: 'optionsPagesKeys', hint: 'optionsPagesKeysHint' },
  {
    key: 'pageBar',
    label: 'optionsPagesBar',
    hint: 'optionsPagesBarHint',
  },
  {
    key: 'highlightWords',
    label: 'optionsPagesWords',
    hint: 'optionsPagesWordsHint',
  },
  { key: 'hideDismissed', label: 'optionsPagesDismissed', hint: 'optionsPagesDismissedHint' },
];

export function PageSection() {
  const now: Settings = settings.value;
  return (
    <section id="pages" aria-labelledby="pages-title">
      <h2 id="pages-title">{say('optionsPagesTitle')}</h2>
      <div class="columns">
        <div class="switches">
          {SWITCHES.map(({ key, label, hint }) => (
            <Switch
              key={key}
              label={say(label)}
              hint={say(hint)}
              on={now[key]}
              disabled={key !== 'inPage' && !now.inPage}
              onChange={(on) => void setSettings({ [key]: on })}
            />
          ))}
        </div>
        <div class="keys">
          <h3>{say('optionsPagesKeys')}</h3>
          <dl>
            {pageKeyList().map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </section>
  );
}
