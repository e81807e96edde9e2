/** What the reader does to papers of the page: shown at once, stored by the worker, taken back by `u`. */
import { sentenceOf } from '../core/errors.ts';
import type { MarkChange } from '../core/mark.ts';
import type { EntryState, Visit } from '../core/messages.ts';
import { say } from '../core/say.ts';
import { send } from '../platform/rpc.ts';
import type { PageModel, Row } from './model.ts';

interface Step {
  row: Row;
  change: MarkChange;
  /** As far as the page knows, until the worker says what was really before it. */
  undo: MarkChange;
  /** The worker said before what was there. */
  known: boolean;
  words: string;
}

export type Say = (words: string, undo?: () => void) => void;

export class Actions {
  readonly #steps: Step[] = [];
  readonly #model: PageModel;
  readonly #visit: Visit;
  readonly #say: Say;
  readonly #draw: (rows: Row[]) => void;
  /** One change after another for each paper: two quick keys must not overtake one another. */
  readonly #queues = new Map<string, Promise<void>>();

  constructor(model: PageModel, visit: Visit, say: Say, draw: (rows: Row[]) => void) {
    this.#model = model;
    this.#visit = visit;
    this.#say = say;
    this.#draw = draw;
  }

  toggle(row: Row, what: 'saved' | 'flagged' | 'dismissed'): void {
    const on = !(row.state?.[what] ?? false);
    const title = row.entry.title;
    const words = {
      saved: on ? 'pageSaved' : 'pageUnsaved',
      flagged: on ? 'pageFlagged' : 'pageUnflagged',
      dismissed: on ? 'pageDismissed' : 'pageUndismissed',
    } as const;
    this.change(row, { [what]: on }, say(words[what], title));
  }

  /** Does one step, remembers how to take it back. */
  change(row: Row, change: MarkChange, words: string): void {
    const step = { row, change, undo: undoFrom(row.state, change), known: Boolean(row.state), words };
    this.#steps.push(step);
    this.#apply(step, 'change');
    this.#say(words, () => this.undo());
  }

  undo(): void {
    const step = this.#steps.pop();
    if (!step) {
      this.#say(say('pageNoUndo'));
      return;
    }
    this.#apply(step, 'undo');
    this.#say(say('pageUndone', step.words));
  }

  #apply(step: Step, what: 'change' | 'undo'): void {
    const { row, [what]: change } = step;
    const id = row.state?.id ?? row.entry.id;
    this.#draw(this.#model.decide(id, change));
    this.#model.changed();
    const turn = (this.#queues.get(id) ?? Promise.resolve()).then(async () => {
      let again = false;
      try {
        const { state, undo } = await send(
          'mark.change',
          {
            id: row.entry.id,
            change: step[what], // by now it may be known better than what is shown
            entry: row.entry,
            visit: this.#visit,
          },
          () => {
            again = true;
          },
        );
        // a worker that was lost may have stored it already: what was there before the second time is the change itself
        if (what === 'change' && !(again && step.known)) step.undo = undo;
        this.#draw(this.#model.decided(id, change, state));
      } catch (error) {
        this.#draw(this.#model.decided(id, change));
        this.#failed(step, what);
        this.#say(sentenceOf(error));
      }
      this.#model.changed();
    });
    this.#queues.set(id, turn);
  }

  /** What was not stored is not there to be taken back; what was not taken back can be once more. */
  #failed(step: Step, what: 'change' | 'undo'): void {
    if (what === 'undo') this.#steps.push(step);
    else if (this.#steps.includes(step)) this.#steps.splice(this.#steps.indexOf(step), 1);
  }
}

/** The change that restores what `state` shows: what a page knows of a mark, and can change. */
function undoFrom(state: EntryState | undefined, change: MarkChange): MarkChange {
  const undo: MarkChange = {};
  if (change.saved !== undefined || change.dismissed !== undefined) {
    undo.saved = state?.saved === true;
    undo.dismissed = state?.dismissed === true;
  }
  if (change.flagged !== undefined) {
    undo.flagged = state?.flagged === true;
    if (state?.flagged) undo.reasons = state.reasons;
  }
  if (change.less !== undefined) undo.less = state?.less === true;
  if (change.topics)
    undo.topics = Object.fromEntries(Object.keys(change.topics).map((topic) => [topic, null]));
  return undo;
}
