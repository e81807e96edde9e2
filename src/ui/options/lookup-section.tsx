/** Asking other servers for what listings leave out: two switches, and whom they concern. */
import { useEffect, useState } from 'preact/hooks';
import { FROM_INSTALL, SOURCES, type Source, sourceOf } from '../../core/sources.ts';
import { many } from './format.ts';
import {
  allow,
  allowed,
  followLookups,
  type LookupSwitch,
  lookUpLibrary,
  queue,
  refused,
  states,
  stateWords,
  turnOff,
  turnOn,
} from './lookup-state.ts';
import { setSettings, settings } from './state.ts';
import { Switch } from './switch.tsx';

const SWITCHES: readonly { key: LookupSwitch; label: string; hint: string }[] = [
  {
    key: 'lookUpSaved',
    label: 'Look up papers I save',
    hint: 'Abstract, authors, published version, code. Saving never waits for it.',
  },
  {
    key: 'lookUpInView',
    label: 'Look up every entry in view',
    hint: 'Abstract and authors of entries that lack them. The sources then learn which papers you had on your screen.',
  },
];

const FIRST_ORIGINS = FROM_INSTALL.map((id) => sourceOf(id).origin);

function Refused({ wanted }: { wanted: LookupSwitch }) {
  return (
    <div class="refused" role="alert">
      <p>
        Your browser gave no permission to ask these sources, so the switch stays off and nothing was sent.
        arXiv and Hugging Face, whose pages Manicule reads anyway, can do without the others.
      </p>
      <button type="button" class="button" onClick={() => void turnOn(wanted, FIRST_ORIGINS)}>
        Ask only arXiv and Hugging Face
      </button>
    </div>
  );
}

function SourceRow({ source }: { source: Source }) {
  const { id, name, tells, sends } = source;
  const may = allowed.value.has(id);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{tells}</td>
      <td>{sends}</td>
      <td>
        {stateWords(id, may, states.value[id], new Date())}{' '}
        {!FROM_INSTALL.includes(id) && (
          <button
            type="button"
            class="source-button"
            aria-label={`${may ? 'Withdraw' : 'Allow'} ${name}`}
            onClick={() => void allow(source, !may)}
          >
            {may ? 'Withdraw' : 'Allow'}
          </button>
        )}
      </td>
    </tr>
  );
}

function KeyField() {
  const key = settings.value.openAlexKey;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const bad = typed !== undefined && !/^[\w-]{0,100}$/.test(typed.trim());
  const keep = () => {
    if (typed === undefined || bad) return;
    if (typed.trim() !== key) void setSettings({ openAlexKey: typed.trim() });
    setTyped(undefined);
  };
  return (
    <div class="lookup-key">
      <label for="openalex-key">Your OpenAlex key, if you have one</label>{' '}
      <input
        id="openalex-key"
        class="field"
        type="text"
        autocomplete="off"
        spellcheck={false}
        size={28}
        value={typed ?? key}
        aria-invalid={bad ? true : undefined}
        aria-describedby="openalex-hint"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <p class={bad ? 'problem' : 'hint'} id="openalex-hint">
        {bad
          ? 'A key holds letters, digits, “-” and “_” only. Until then the last one stays.'
          : 'Without one OpenAlex answers some hundred requests a day. It is kept in this browser, is in no backup, and is sent to OpenAlex alone.'}
      </p>
    </div>
  );
}

function Progress() {
  const { left, of } = queue.value;
  const on = settings.value.lookUpSaved;
  return (
    <div class="lookup-run">
      <p class="buttons">
        <button type="button" class="button" disabled={!on} onClick={() => void lookUpLibrary()}>
          Look up what my saved papers lack
        </button>
      </p>
      {left > 0 && <progress value={of - left} max={of} aria-label="Papers looked up" />}
      <p class="hint" role="status">
        {left > 0 && `${many(left, 'paper')} still to be looked up. You may close this page.`}
        {!on && left === 0 && 'Switch “Look up papers I save” on first.'}
      </p>
    </div>
  );
}

export function LookupSection() {
  useEffect(followLookups, []);
  return (
    <section id="lookups" aria-labelledby="lookups-title">
      <h2 id="lookups-title">Missing abstracts</h2>
      <p class="lead">
        Many listings leave out abstracts, and none says where a preprint appeared later. Manicule can ask the
        sources below. Off, it asks nobody; on, it sends them ids or titles of papers and nothing about you.
      </p>
      <div class="switches">
        {SWITCHES.map(({ key, label, hint }) => (
          <Switch
            key={key}
            label={label}
            hint={hint}
            on={settings.value[key]}
            onChange={(on) => void (on ? turnOn(key) : turnOff(key))}
          />
        ))}
      </div>
      {refused.value && <Refused wanted={refused.value} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls on narrow windows, so the keyboard must reach it */}
      <section class="sources" tabIndex={0} aria-label="Sources">
        <table>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Tells</th>
              <th scope="col">Is sent</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {SOURCES.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">
        Allowing DBLP also lets Manicule mark the papers on its pages, unless you switch that site off.
      </p>
      <KeyField />
      <Progress />
    </section>
  );
}
