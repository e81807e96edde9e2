/** What a mark says beside its hand, in the order of what matters: why it is flagged, what is new or decided, topics. */
import type { EntryState } from '../core/messages.ts';
import { clip } from '../core/text.ts';
import type { TopicColour } from '../core/topics.ts';
import { day, seenWords } from '../core/words.ts';
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

/** The chips of one paper; each has a tooltip that says it in full. */
export function chipsOf(state: EntryState): HTMLElement[] {
  const chips: HTMLElement[] = [];
  if (state.flagged) {
    const why = state.reasons.filter((reason) => reason.by === 'rule');
    const first = why[0];
    if (first) {
      const all = why.map((reason) => reason.text).join('; ');
      chips.push(
        chip('why', why.length > 1 ? `${first.text} +${why.length - 1}` : first.text, `Flagged: ${all}`),
      );
    } else chips.push(chip('why', 'flagged', 'Flagged by you'));
  }
  if (state.highlight.length > 0)
    chips.push(chip('why', state.highlight[0] ?? '', `Watched: ${state.highlight.join('; ')}`));
  if (state.dim.length > 0)
    chips.push(chip('', state.dim[0] ?? '', `Dimmed by a rule: ${state.dim.join('; ')}`));
  if (state.saved) {
    const when = state.savedAt ? day(state.savedAt) : '';
    chips.push(
      chip('on', when && when !== 'today' ? `saved ${when}` : 'saved', `Saved${when ? ` ${when}` : ''}`),
    );
  } else if (state.dismissed) chips.push(chip('on', 'dismissed', 'Dismissed'));
  const seen = seenWords(state.seen);
  if (state.isNew) chips.push(chip('new', 'new', 'Not met before this visit'));
  else if (state.seen.count > 1) chips.push(chip('', seen.short, seen.short + seen.rest));
  else chips.push(chip('', `seen ${day(state.seen.first.at)}`, seen.short + seen.rest));
  if (state.status)
    chips.push(chip('on', state.status.replace('-', ' '), `Status: ${state.status.replace('-', ' ')}`));
  if (state.inZotero) chips.push(chip('', 'in Zotero', 'In Zotero'));
  for (const tag of state.tags.slice(0, 1)) chips.push(chip('on', tag, `Tags: ${state.tags.join(', ')}`));
  for (const topic of state.topics.slice(0, MOST_TOPICS))
    chips.push(dotted(chip('', topic.label, `Topic: ${topic.label}`), topic.colour));
  const rest = state.topics.slice(MOST_TOPICS);
  if (rest.length > 0)
    chips.push(chip('', `+${rest.length}`, `More topics: ${rest.map((topic) => topic.label).join(', ')}`));
  return chips;
}
