/** Sending papers to the Zotero on this machine: two switches, where they go, and what needs the reader. */
import { useEffect } from 'preact/hooks';
import type { Target } from '../../core/zotero.ts';
import { troubleWords } from '../shared/zotero-words.ts';
import { many, moment } from './format.ts';
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
const indented = ({ name, level }: Target): string => `${'\u2003'.repeat(level)}${name || 'Without a name'}`;

function Place() {
  const { zoteroTarget: chosen, zoteroTargetName: name } = settings.value;
  const now = selection.value;
  const targets = now?.targets ?? [];
  const listed = chosen === '' || targets.some(({ id }) => id === chosen);
  return (
    <p class="zotero-place">
      <label for="zotero-target">Put papers into</label>{' '}
      <select id="zotero-target" value={chosen} onChange={(event) => void choose(event.currentTarget.value)}>
        <option value="">
          What is selected in Zotero{now && chosen === '' ? ` (now ${now.target.name})` : ''}
        </option>
        {!listed && (
          <option value={chosen}>
            {name || chosen}
            {now ? ' (not in Zotero any more)' : ''}
          </option>
        )}
        {targets.map((target) => (
          <option key={target.id} value={target.id}>
            {indented(target)}
          </option>
        ))}
      </select>{' '}
      <button type="button" class="button" disabled={asking.value} onClick={() => void askZotero()}>
        Ask Zotero again
      </button>
    </p>
  );
}

const waitWords = (count: number, bad: boolean): string =>
  ` ${many(count, 'paper')} ${bad ? (count === 1 ? 'waits' : 'wait') : 'on the way'}.`;

/** One line on how things stand, the trouble of this page before that of the queue: it is newer. */
function Standing() {
  const bad = trouble.value ?? (queued.value > 0 ? state.value.trouble : undefined);
  const version = selection.value?.version;
  const words = bad
    ? troubleWords(bad)
    : selection.value
      ? `Zotero${version ? ` ${version}` : ''} answers.`
      : 'Asking Zotero…';
  const next = bad && queued.value > 0 ? state.value.nextAt : undefined;
  return (
    <div class={bad ? 'zotero-standing bad' : 'zotero-standing'}>
      <p role="status">
        {words}
        {queued.value > 0 && waitWords(queued.value, bad !== undefined)}
        {next && ` The next try is at ${moment(next)}.`}
      </p>
      {queued.value > 0 && (
        <button type="button" class="button" onClick={() => void again()}>
          Try now
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
        Zotero lets no other program read its library, so papers that came there by other ways are not marked
        here and may be sent twice. To change that, switch on in Zotero, under Settings, Advanced: “Allow
        other applications on this computer to communicate with Zotero”.{' '}
        <button type="button" class="source-button" onClick={() => void readAgain()}>
          Look again
        </button>
      </p>
    );
  }
  return (
    <p class="hint">
      {reading
        ? `Reading what is in Zotero: ${reading.start} of ${many(items, 'item')}.`
        : `${many(items, 'item')} of your library are known; papers among them are marked “in Zotero” and not sent again.`}{' '}
      <button
        type="button"
        class="source-button"
        disabled={reading !== undefined}
        onClick={() => void readAgain()}
      >
        Read it again
      </button>
    </p>
  );
}

function Open({ order, title }: OpenOrder) {
  const unsure = order.state === 'unsure';
  return (
    <li>
      <span dir="auto">{title}</span>
      <span class="hint">
        {unsure
          ? ' was sent, but Zotero’s answer was lost: it may be there or not.'
          : ' could not be saved by Zotero.'}
      </span>
      <span class="zotero-acts">
        {unsure && (
          <button
            type="button"
            class="source-button"
            aria-label={`It is there: ${title}`}
            onClick={() => void isThere(order)}
          >
            It is there
          </button>
        )}
        <button
          type="button"
          class="source-button"
          aria-label={`Send again: ${title}`}
          onClick={() => void sendAgain(order)}
        >
          Send again
        </button>
        <button
          type="button"
          class="source-button"
          aria-label={`Leave out: ${title}`}
          onClick={() => void forget([order.id])}
        >
          Leave it out
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
      <p class="lead">
        Manicule can hand papers to the Zotero that runs on this computer, with your tags and notes and a link
        to the PDF. It talks to that program only (127.0.0.1, port 23119), never to a server; your browser
        asks you first.
      </p>
      <div class="switches">
        <Switch
          label="Send papers to Zotero"
          hint="Adds “Send to Zotero” to papers, selections and lists, and marks what is there."
          on={zotero}
          onChange={(on) => void (on ? turnOn() : turnOff())}
        />
        <Switch
          label="Send what I save"
          hint="A few seconds after the save. Saving never waits for Zotero; while it is closed, papers wait here."
          on={zoteroOnSave}
          disabled={!zotero}
          onChange={(on) => void setSettings({ zoteroOnSave: on })}
        />
      </div>
      {refused.value && (
        <div class="refused" role="alert">
          <p>
            Your browser gave no permission to talk to programs on this computer, so the switch stays off and
            nothing was sent.
          </p>
        </div>
      )}
      {zotero && (
        <>
          <Place />
          <Standing />
          <Library />
        </>
      )}
      {!zotero && queued.value > 0 && (
        <p class="hint">{many(queued.value, 'paper')} will wait until this is switched on again.</p>
      )}
      {open.value.length > 0 && (
        <ul class="zotero-open" aria-label="Papers that could not be settled">
          {open.value.map((one) => (
            <Open key={one.order.id} {...one} />
          ))}
        </ul>
      )}
    </section>
  );
}
