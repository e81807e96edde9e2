/** Sending papers to the Zotero on this machine: two switches, where they go, and what needs the reader. */
import { useEffect } from 'preact/hooks';
import { say, sayMany } from '../../core/say.ts';
import type { Target } from '../../core/zotero.ts';
import { Said } from '../shared/said.tsx';
import { troubleWords } from '../shared/zotero-words.ts';
import { moment } from './format.ts';
import { setSettings, settings } from './state.ts';
import { Switch } from './switch.tsx';
import './zotero.css';
import {
  again,
  asking,
  askZotero,
  choose,
  followZotero,
  forget,
  isThere,
  type OpenOrder,
  open,
  queued,
  readAgain,
  refused,
  selection,
  sendAgain,
  state,
  trouble,
  turnOff,
  turnOn,
} from './zotero-state.ts';

/** How deep a collection lies, in spaces that a list of choices keeps. */
const indented = ({ name, level }: Target): string =>
  `${'\u2003'.repeat(level)}${name || say('optionsZoteroNameless')}`;

function Place() {
  const { zoteroTarget: chosen, zoteroTargetName: name } = settings.value;
  const now = selection.value;
  const targets = now?.targets ?? [];
  const listed = chosen === '' || targets.some(({ id }) => id === chosen);
  return (
    <p class="zotero-place">
      <label for="zotero-target">{say('optionsZoteroPlace')}</label>{' '}
      <select id="zotero-target" value={chosen} onChange={(event) => void choose(event.currentTarget.value)}>
        <option value="">
          {now && chosen === ''
            ? say('optionsZoteroSelectedNow', now.target.name)
            : say('optionsZoteroSelected')}
        </option>
        {!listed && (
          <option value={chosen}>{now ? say('optionsZoteroGone', name || chosen) : name || chosen}</option>
        )}
        {targets.map((target) => (
          <option key={target.id} value={target.id}>
            {indented(target)}
          </option>
        ))}
      </select>{' '}
      <button type="button" class="button" disabled={asking.value} onClick={() => void askZotero()}>
        {say('optionsZoteroAskAgain')}
      </button>
    </p>
  );
}

/** One line on how things stand, the trouble of this page before that of the queue: it is newer. */
function Standing() {
  const bad = trouble.value ?? (queued.value > 0 ? state.value.trouble : undefined);
  const version = selection.value?.version;
  const answers = version ? say('optionsZoteroVersionAnswers', version) : say('optionsZoteroAnswers');
  const sentences = [
    bad ? troubleWords(bad) : selection.value ? answers : say('optionsZoteroAsking'),
    queued.value > 0 && sayMany(bad ? 'optionsZoteroWaits' : 'optionsZoteroOnWay', queued.value),
    bad && queued.value > 0 && state.value.nextAt && say('optionsZoteroNextTry', moment(state.value.nextAt)),
  ];
  return (
    <div class={bad ? 'zotero-standing bad' : 'zotero-standing'}>
      <p role="status">{sentences.filter(Boolean).join(' ')}</p>
      {queued.value > 0 && (
        <button type="button" class="button" onClick={() => void again()}>
          {say('optionsZoteroTryNow')}
        </button>
      )}
    </div>
  );
}

function Library() {
  const { readable, items = 0, reading } = state.value;
  if (readable === undefined) return null;
  if (!readable) {
    return (
      <p class="hint">
        {say('optionsZoteroUnreadable')}{' '}
        <button type="button" class="source-button" onClick={() => void readAgain()}>
          {say('optionsZoteroLookAgain')}
        </button>
      </p>
    );
  }
  return (
    <p class="hint">
      {reading ? sayMany('optionsZoteroReading', items, reading.start) : sayMany('optionsZoteroKnown', items)}{' '}
      <button
        type="button"
        class="source-button"
        disabled={reading !== undefined}
        onClick={() => void readAgain()}
      >
        {say('optionsZoteroReadAgain')}
      </button>
    </p>
  );
}

function Open({ order, title }: OpenOrder) {
  const unsure = order.state === 'unsure';
  return (
    <li>
      <span class="hint">
        <Said
          k={unsure ? 'optionsZoteroUnsure' : 'optionsZoteroNotSaved'}
          parts={[
            <span key="title" class="zotero-title" dir="auto">
              {title}
            </span>,
          ]}
        />
      </span>
      <span class="zotero-acts">
        {unsure && (
          <button
            type="button"
            class="source-button"
            aria-label={say('optionsZoteroIsThereNamed', title)}
            onClick={() => void isThere(order)}
          >
            {say('optionsZoteroIsThere')}
          </button>
        )}
        <button
          type="button"
          class="source-button"
          aria-label={say('optionsZoteroSendAgainNamed', title)}
          onClick={() => void sendAgain(order)}
        >
          {say('optionsZoteroSendAgain')}
        </button>
        <button
          type="button"
          class="source-button"
          aria-label={say('optionsZoteroLeaveOutNamed', title)}
          onClick={() => void forget([order.id])}
        >
          {say('optionsZoteroLeaveOut')}
        </button>
      </span>
    </li>
  );
}

export function ZoteroSection() {
  useEffect(followZotero, []);
  const { zotero, zoteroOnSave } = settings.value;
  return (
    <section id="zotero" aria-labelledby="zotero-title">
      <h2 id="zotero-title">Zotero</h2>
      <p class="lead">{say('optionsZoteroLead')}</p>
      <div class="switches">
        <Switch
          label={say('optionsZoteroSwitch')}
          hint={say('optionsZoteroSwitchHint')}
          on={zotero}
          onChange={(on) => void (on ? turnOn() : turnOff())}
        />
        <Switch
          label={say('optionsZoteroOnSave')}
          hint={say('optionsZoteroOnSaveHint')}
          on={zoteroOnSave}
          disabled={!zotero}
          onChange={(on) => void setSettings({ zoteroOnSave: on })}
        />
      </div>
      {refused.value && (
        <div class="refused" role="alert">
          <p>{say('optionsZoteroRefused')}</p>
        </div>
      )}
      {zotero && (
        <>
          <Place />
          <Standing />
          <Library />
        </>
      )}
      {!zotero && queued.value > 0 && <p class="hint">{sayMany('optionsZoteroWillWait', queued.value)}</p>}
      {open.value.length > 0 && (
        <ul class="zotero-open" aria-label={say('optionsZoteroOpen')}>
          {open.value.map((one) => (
            <Open key={one.order.id} {...one} />
          ))}
        </ul>
      )}
    </section>
  );
}
