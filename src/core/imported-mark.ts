/**
 * Marks of another program, merged into the reader's own. Such a file says what was decided there, not when; so nothing
 * of it overrides a decision made here: what is missing is filled in, notes are put together, and a paper that is saved
 * there is saved here, since that is what the reader asks for by importing it. Doing it again changes nothing.
 */
import { canonical } from './canonical.ts';
import { joinNotes } from './join-notes.ts';
import { changeTime, isDismissed, isSaved, type Mark, type Timed } from './mark.ts';
import type { PaperId } from './paper.ts';
import { type MessageKey, say } from './say.ts';
import { isDeleted } from './trash.ts';

/** A field that both sides say differently, and which of them stays. */
export interface Disagreement {
  field: string;
  yours: unknown;
  theirs: unknown;
  kept: 'yours' | 'theirs' | 'both';
}

/** Fields that hold many labels, each decided by itself, and what one of them is called; '': where it stands is told to nobody. */
const LABELS = [
  ['tags', (tag: string) => `tag ${tag}`],
  ['topics', (topic: string) => `topic ${topic}`],
  ['collections', () => 'collection'],
  ['places', () => ''],
] as const;

const FIELD_KEYS: Readonly<Record<string, MessageKey>> = {
  saved: 'fieldSaved',
  flagged: 'fieldFlagged',
  dismissed: 'fieldDismissed',
  status: 'fieldStatus',
  rating: 'fieldRating',
  priority: 'fieldPriority',
  note: 'fieldNote',
  citeKey: 'fieldCiteKey',
  collection: 'fieldCollection',
};

/** What the field of a disagreement is called in the reader's language. */
export function fieldWords(field: string): string {
  const [, kind, label = ''] = /^(tag|topic) (.*)$/s.exec(field) ?? [];
  if (kind) return say(kind === 'tag' ? 'fieldTag' : 'fieldTopic', label);
  const key = FIELD_KEYS[field];
  return key ? say(key) : field;
}

/** Fields of which the reader's own stays as it is. */
const KEPT = ['flagged', 'status', 'rating', 'priority', 'citeKey'] as const;

/**
 * `known` with what `given` adds, and where they disagree.
 * @param now ISO time of what changes.
 */
export function mergeImported(
  known: Mark | undefined,
  given: Mark,
  id: PaperId,
  now: string,
): { mark: Mark; disagreements: Disagreement[] } {
  if (!known) return { mark: { ...given, id }, disagreements: [] };
  const at = changeTime(known, now);
  const mark: Mark = { ...known, id };
  const disagreements: Disagreement[] = [];
  const note = (field: string, yours: unknown, theirs: unknown, kept: Disagreement['kept']) =>
    void (canonical(yours) !== canonical(theirs) && disagreements.push({ field, yours, theirs, kept }));
  if (given.saved?.value && !isSaved(known)) {
    if (known.saved) note('saved', false, true, 'theirs');
    mark.saved = known.saved || isDismissed(known) ? { value: true, at } : given.saved;
    if (isDismissed(known)) {
      note('dismissed', true, false, 'theirs');
      mark.dismissed = { value: false, at };
    }
  } else if (given.saved && !known.saved) mark.saved = given.saved;
  if (given.saved?.value && isDeleted(known)) mark.trashed = { value: false, at };
  if (given.dismissed && !known.dismissed && !isSaved(mark)) mark.dismissed = given.dismissed;
  for (const field of KEPT) {
    const [mine, theirs] = [known[field], given[field]];
    if (theirs && !mine) Object.assign(mark, { [field]: theirs });
    else if (theirs && mine) note(field, mine.value, theirs.value, 'yours');
  }
  const [mine, theirs] = [known.note?.value ?? '', given.note?.value ?? ''];
  const joined = joinNotes(mine, theirs);
  if (given.note && !known.note) mark.note = given.note;
  else if (joined !== mine) {
    if (mine.trim() !== '') note('note', mine, theirs, 'both');
    mark.note = { value: joined, at };
  }
  for (const [kind, what] of LABELS) {
    const labels = new Map<string, Timed<unknown>>(Object.entries(known[kind] ?? {}));
    for (const [label, timed] of Object.entries(given[kind] ?? {})) {
      const own = labels.get(label);
      if (!own) labels.set(label, timed);
      else if (what(label)) note(what(label), own.value, timed.value, 'yours');
    }
    if (labels.size > 0) Object.assign(mark, { [kind]: Object.fromEntries(labels) });
  }
  return { mark, disagreements };
}

/** Where two copies of the reader's own decisions differ; the later of each is kept, as `mergeMarks` does. */
export function disagreementsOf(known: Mark, given: Mark, merged: Mark): Disagreement[] {
  const out: Disagreement[] = [];
  const look = (field: string, mine: unknown, theirs: unknown, kept: unknown) => {
    if (mine === undefined || theirs === undefined || canonical(mine) === canonical(theirs)) return;
    const own = canonical(kept) === canonical(mine);
    out.push({ field, yours: mine, theirs, kept: own ? 'yours' : 'theirs' });
  };
  for (const field of [
    'saved',
    'flagged',
    'dismissed',
    'status',
    'rating',
    'priority',
    'note',
    'citeKey',
  ] as const)
    look(field, known[field]?.value, given[field]?.value, merged[field]?.value);
  for (const [kind, what] of LABELS) {
    const kept = new Map(Object.entries(merged[kind] ?? {}));
    const other = new Map(Object.entries(given[kind] ?? {}));
    for (const [label, { value }] of Object.entries(known[kind] ?? {}))
      if (what(label)) look(what(label), value, other.get(label)?.value, kept.get(label)?.value);
  }
  return out;
}
