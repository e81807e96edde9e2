/** What a mark says beside its hand, in the order of what matters: why it is flagged, what is new or decided, topics. */
import type { Status } from '../core/mark.ts';
import type { EntryState } from '../core/messages.ts';
import { type MessageKey, say } from '../core/say.ts';
import { clip } from '../core/text.ts';
import type { TopicColour } from '../core/topics.ts';
import { day, reasonWords, seenWords } from '../core/words.ts';
import { el } from './dom.ts';

const MOST_TOPICS = 2;
/** Longest text of a chip, in UTF-16 units: cut here, since a clip of its own for every chip makes painting slow. */
const LONGEST = 36;

/** @param title the whole of it, for the tooltip and for screen readers. */
const chip = (kind: string, text: string, title: string): HTMLElement => {
  const made = el(
    'span',
    { class: `chip ${kind}`, dir: 'auto', role: 'note', 'aria-label': title },
    clip(text, LONGEST),
  );
  made.title = title;
  return made;
};

/** A chip with a dot in the colour that the reader gave its topic. */
export function dotted(made: HTMLElement, colour: TopicColour | undefined): HTMLElement {
  if (colour) made.prepend(el('span', { class: `dot ${colour}` }));
  return made;
}

const STATUS_KEYS: Record<Status, MessageKey> = {
  'to-read': 'chipToRead',
  reading: 'chipReading',
  read: 'chipRead',
};

const because = (reasons: readonly string[]): string => reasons.map(reasonWords).join('; ');

/** The chips of one paper; each has a tooltip that says it in full. */
export function chipsOf(state: EntryState): HTMLElement[] {
  const chips: HTMLElement[] = [];
  if (state.flagged) {
    const why = state.reasons.filter((reason) => reason.by === 'rule').map((reason) => reason.text);
    const first = why[0];
    if (first) {
      const words = reasonWords(first);
      chips.push(
        chip(
          'why',
          why.length > 1 ? `${words} +${why.length - 1}` : words,
          say('chipFlaggedBy', because(why)),
        ),
      );
    } else chips.push(chip('why', say('chipFlagged'), say('chipFlaggedByHand')));
  }
  const [watched] = state.highlight;
  if (watched !== undefined)
    chips.push(chip('why', reasonWords(watched), say('chipWatched', because(state.highlight))));
  const [dimmed] = state.dim;
  if (dimmed !== undefined) chips.push(chip('', reasonWords(dimmed), say('chipDimmed', because(state.dim))));
  if (state.saved) {
    const when = state.savedAt ? day(state.savedAt) : '';
    chips.push(
      chip(
        'on',
        when && when !== say('dayToday') ? say('chipSavedOn', when) : say('chipSaved'),
        when ? say('chipSavedOnTitle', when) : say('chipSavedTitle'),
      ),
    );
  } else if (state.dismissed) chips.push(chip('on', say('chipDismissed'), say('chipDismissedTitle')));
  const seen = seenWords(state.seen);
  if (state.isNew) chips.push(chip('new', say('chipNew'), say('chipNewTitle')));
  else
    chips.push(
      chip(
        '',
        state.seen.count > 1 ? seen.short : say('seenOn', day(state.seen.first.at)),
        seen.short + seen.rest,
      ),
    );
  if (state.status) {
    const status = say(STATUS_KEYS[state.status]);
    chips.push(chip('on', status, say('chipStatus', status)));
  }
  if (state.note) chips.push(chip('on', say('chipNote'), say('chipNoteIs', state.note)));
  if (state.inZotero) chips.push(chip('', say('chipZotero'), say('chipZoteroTitle')));
  for (const tag of state.tags.slice(0, 1))
    chips.push(chip('on', tag, say('chipTags', state.tags.join(', '))));
  for (const topic of state.topics.slice(0, MOST_TOPICS))
    chips.push(dotted(chip('', topic.label, say('chipTopic', topic.label)), topic.colour));
  const rest = state.topics.slice(MOST_TOPICS);
  if (rest.length > 0) {
    const more = chip('', `+${rest.length}`, say('chipTopics', rest.map((topic) => topic.label).join(', ')));
    // on cards these two share what is left of a line
    chips.push(el('span', { class: 'last' }, chips.pop() as HTMLElement, more));
  }
  return chips;
}
