/** All pairs of papers that may be one, and what the reader made one. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { say, sayMany } from '../../core/say.ts';
import { listJoined } from '../shared/data.ts';
import type { MaybeOne } from '../shared/search-messages.ts';
import { texToText } from '../shared/tex.ts';
import { Pair } from './duplicates.tsx';
import { separate } from './one-paper.ts';
import type { LibraryState } from './state.ts';

type Joined = Awaited<ReturnType<typeof listJoined>>[number];

/** Pairs drawn at once. */
const SHOWN = 30;
function Looking({ done, total }: { done: number; total: number }) {
  return (
    <div role="status">
      <p class="muted">{say('duplicatesLooking', done, total)}</p>
      <progress max={Math.max(1, total)} value={done} aria-label={say('duplicatesTitle')} />
    </div>
  );
}

function MadeOne({
  state,
  all,
  changed,
}: {
  state: LibraryState;
  all: readonly Joined[];
  changed: () => void;
}) {
  if (all.length === 0) return null;
  return (
    <>
      <h3>{say('duplicatesDone')}</h3>
      <ul class="joined">
        {all.map(({ at, titles, ids }) => {
          const title = texToText(titles[0]);
          return (
            <li key={at}>
              <span dir="auto">
                {title} <span class="muted">{say('duplicatesInto', ids[0], ids[1])}</span>
              </span>
              <button
                type="button"
                class="link"
                aria-label={say('duplicatesApartNamed', title)}
                onClick={() => void separate(state, at, titles[0]).then(changed)}
              >
                {say('duplicatesApart')}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Content({ state }: { state: LibraryState }) {
  const [found, setFound] = useState<readonly MaybeOne[]>();
  const [at, setAt] = useState({ done: 0, total: 0 });
  const [joined, setJoined] = useState<readonly Joined[]>([]);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const here = () => !leaving.signal.aborted;
    const failed = (error: unknown) => here() && state.steps.fail(error);
    setFound(undefined);
    listJoined().then((all) => here() && setJoined(all), failed);
    state.finder
      .duplicates((done, total) => here() && setAt({ done, total }), leaving.signal)
      .then((pairs) => {
        if (!here()) return;
        state.papers.want(pairs.slice(0, SHOWN).flatMap(({ a, b }) => [a, b]));
        setFound(pairs);
      }, failed);
    return () => leaving.abort();
  }, [state, turn]);
  const decided = (pair: MaybeOne) => {
    setFound((all) => {
      const rest = all?.filter((one) => one !== pair);
      state.papers.want((rest ?? []).slice(0, SHOWN).flatMap(({ a, b }) => [a, b]));
      return rest;
    });
    listJoined().then(setJoined, state.steps.fail);
  };
  return (
    <>
      {found === undefined ? (
        <Looking {...at} />
      ) : (
        <p role="status">
          {found.length === 0 ? say('duplicatesNone') : sayMany('duplicatesFound', found.length)}
        </p>
      )}
      {found?.slice(0, SHOWN).map((pair) => (
        <Pair
          key={`${pair.a} ${pair.b}`}
          state={state}
          a={pair.a}
          b={pair.b}
          why={pair.why}
          decided={() => decided(pair)}
        />
      ))}
      <MadeOne state={state} all={joined} changed={() => setTurn(turn + 1)} />
      {found !== undefined && (
        <button type="button" class="link" onClick={() => setTurn(turn + 1)}>
          {say('duplicatesAgain')}
        </button>
      )}
    </>
  );
}

export function DuplicatesDialog({ state, close }: { state: LibraryState; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="duplicates" aria-label={say('duplicatesTitle')} onClose={close}>
      <h2>{say('duplicatesTitle')}</h2>
      <p class="muted">{say('duplicatesLead')}</p>
      <Content state={state} />
      <p class="foot">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {say('commonClose')}
        </button>
      </p>
    </dialog>
  );
}
