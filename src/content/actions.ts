/** What the reader does to papers of the page: shown at once, stored by the worker, taken back by `u`. */
import { sentenceOf } from '../core/errors.ts';
import { BY_HAND, type MarkChange } from '../core/mark.ts';
import type { EntryState, Visit } from '../core/messages.ts';
import { say } from '../core/say.ts';
import { send } from '../platform/rpc.ts';
import type { PageModel, Row } from './model.ts';

interface Step {
  row: Row;
  undo: MarkChange;
  words: string;
}

export type Say = (words: string, undo?: () => void) => void;

/** The state as it will be once the worker has stored `change`: drawn before it has. */
export function foresee(state: EntryState, change: MarkChange): EntryState {
  const out = { ...state };
  if (change.saved !== undefined) {
    out.saved = change.saved;
    if (change.saved) {
      out.dismissed = false;
      out.savedAt = new Date().toISOString();
    }
  }
  if (change.dismissed !== undefined) {
    out.dismissed = change.dismissed;
    if (change.dismissed) out.saved = false;
  }
  if (change.flagged !== undefined) {
    out.flagged = change.flagged;
    out.reasons = change.flagged ? (change.reasons ?? [BY_HAND]) : [];
  }
  if (change.note !== undefined) out.hasNote = change.note !== '';
  if (change.tags) {
    const tags = new Set(out.tags);
    for (const [tag, on] of Object.entries(change.tags)) on ? tags.add(tag) : tags.delete(tag);
    out.tags = [...tags].sort((a, b) => a.localeCompare(b));
  }
  if (change.less) out.less = true;
  else if (change.less === false) delete out.less;
  if (change.topics) out.topics = out.topics.filter(({ id }) => change.topics?.[id] !== false);
  return out;
}

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
    const undo = undoFrom(row.state, change);
    this.#steps.push({ row, undo, words });
    this.#apply(row, change);
    this.#say(words, () => this.undo());
  }

  undo(): void {
    const step = this.#steps.pop();
    if (!step) {
      this.#say(say('pageNoUndo'));
      return;
    }
    this.#apply(step.row, step.undo);
    this.#say(say('pageUndone', step.words));
  }

  #apply(row: Row, change: MarkChange): void {
    const id = row.state?.id ?? row.entry.id;
    const before = row.state;
    if (before) this.#draw(this.#model.put(id, foresee(before, change)));
    this.#model.changed();
    const turn = (this.#queues.get(id) ?? Promise.resolve()).then(async () => {
      try {
        const { state } = await send('mark.change', {
          id: row.entry.id,
          change,
          entry: row.entry,
          visit: this.#visit,
        });
        this.#draw(this.#model.put(row.entry.id, state));
      } catch (error) {
        if (before) this.#draw(this.#model.put(id, before));
        this.#say(sentenceOf(error));
      }
      this.#model.changed();
    });
    this.#queues.set(id, turn);
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
  const each = <T>(given: object, before: (key: string) => T) =>
    Object.fromEntries(Object.keys(given).map((key) => [key, before(key)]));
  if (change.tags) undo.tags = each(change.tags, (tag) => state?.tags.includes(tag) === true);
  if (change.topics) undo.topics = each(change.topics, () => null);
  return undo;
}
