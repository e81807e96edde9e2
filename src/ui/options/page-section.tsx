/** What Manicule draws and does in the pages of others. */
import type { Settings } from '../../core/settings.ts';
import { pageKeyList } from '../../core/words.ts';
import { setSettings, settings } from './state.ts';
import { Switch } from './switch.tsx';

type Flag = 'inPage' | 'keyboard' | 'pageBar' | 'highlightWords' | 'hideDismissed';

const SWITCHES: readonly { key: Flag; label: string; hint: string }[] = [
  {
    key: 'inPage',
    label: 'Marks in pages',
    hint: 'A hand at every entry. Off: pages stay as they are, and nothing is read.',
  },
  { key: 'keyboard', label: 'Keys', hint: 'Single keys, silent while you type in a field.' },
  {
    key: 'pageBar',
    label: 'Page bar',
    hint: 'One line at the bottom right: counts and filters of this page.',
  },
  {
    key: 'highlightWords',
    label: 'Highlight watched words',
    hint: 'In titles and abstracts, without changing the page.',
  },
  { key: 'hideDismissed', label: 'Hide dismissed entries', hint: 'Off: they are dimmed and stay in place.' },
];

export function PageSection() {
  const now: Settings = settings.value;
  return (
    <section id="pages" aria-labelledby="pages-title">
      <h2 id="pages-title">In the page</h2>
      <div class="columns">
        <div class="switches">
          {SWITCHES.map(({ key, label, hint }) => (
            <Switch
              key={key}
              label={label}
              hint={hint}
              on={now[key]}
              disabled={key !== 'inPage' && !now.inPage}
              onChange={(on) => void setSettings({ [key]: on })}
            />
          ))}
        </div>
        <div class="keys">
          <h3>Keys</h3>
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
