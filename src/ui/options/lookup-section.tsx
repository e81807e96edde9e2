/** Asking other servers for what listings leave out: two switches, and whom they concern. */
import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, say, sayMany } from '../../core/say.ts';
import { FROM_INSTALL, SOURCES, type Source, sourceOf } from '../../core/sources.ts';
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

const SWITCHES: readonly { key: LookupSwitch; label: MessageKey; hint: MessageKey }[] = [
  {
    key: 'lookUpSaved',
    label: 'optionsLookupsSaved',
    hint: 'optionsLookupsSavedHint',
  },
  {
    key: 'lookUpInView',
    label: 'optionsLookupsInView',
    hint: 'optionsLookupsInViewHint',
  },
];

const FIRST_ORIGINS = FROM_INSTALL.map((id) => sourceOf(id).origin);

function Refused({ wanted }: { wanted: LookupSwitch }) {
  return (
    <div class="refused" role="alert">
      <p>{say('optionsLookupsRefused')}</p>
      <button type="button" class="button" onClick={() => void turnOn(wanted, FIRST_ORIGINS)}>
        {say('optionsLookupsFew')}
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
            aria-label={say(may ? 'optionsLookupsWithdrawNamed' : 'optionsAllowNamed', name)}
            onClick={() => void allow(source, !may)}
          >
            {say(may ? 'optionsLookupsWithdraw' : 'optionsAllow')}
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
      <label for="openalex-key">{say('optionsLookupsKey')}</label>{' '}
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
        {say(bad ? 'optionsLookupsKeyBad' : 'optionsLookupsKeyHint')}
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
          {say('optionsLookupsLibrary')}
        </button>
      </p>
      {left > 0 && <progress value={of - left} max={of} aria-label={say('optionsLookupsDone')} />}
      <p class="hint" role="status">
        {left > 0 && sayMany('optionsLookupsLeft', left)}
        {!on && left === 0 && say('optionsLookupsFirst')}
      </p>
    </div>
  );
}

export function LookupSection() {
  useEffect(followLookups, []);
  return (
    <section id="lookups" aria-labelledby="lookups-title">
      <h2 id="lookups-title">{say('optionsLookupsTitle')}</h2>
      <p class="lead">{say('optionsLookupsLead')}</p>
      <div class="switches">
        {SWITCHES.map(({ key, label, hint }) => (
          <Switch
            key={key}
            label={say(label)}
            hint={say(hint)}
            on={settings.value[key]}
            onChange={(on) => void (on ? turnOn(key) : turnOff(key))}
          />
        ))}
      </div>
      {refused.value && <Refused wanted={refused.value} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls on narrow windows, so the keyboard must reach it */}
      <section class="sources" tabIndex={0} aria-label={say('optionsLookupsSources')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('optionsLookupsSource')}</th>
              <th scope="col">{say('optionsLookupsTells')}</th>
              <th scope="col">{say('optionsLookupsIsSent')}</th>
              <th scope="col">{say('optionsLookupsState')}</th>
            </tr>
          </thead>
          <tbody>
            {SOURCES.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{say('optionsLookupsDblp')}</p>
      <KeyField />
      <Progress />
    </section>
  );
}
