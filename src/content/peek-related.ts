/** In the card: what of the reader's library is related to the paper, asked for when they ask. */
import { sentenceOf } from '../core/errors.ts';
import type { RelatedNote } from '../core/messages.ts';
import { say } from '../core/say.ts';
import { send } from '../platform/rpc.ts';
import { el } from './dom.ts';
import type { Row } from './model.ts';

const reasonsOf = ({ words, authors, topics }: RelatedNote): string =>
  [
    ...(words.length > 0 ? [say('relatedWords', words.join(', '))] : []),
    ...(authors.length > 0 ? [say('relatedAuthors', authors.slice(0, 3).join(', '))] : []),
    ...(topics.length > 0 ? [say('relatedTopics', topics.slice(0, 3).join(', '))] : []),
  ].join(' · ');

function listed(related: readonly RelatedNote[]): HTMLElement {
  if (related.length === 0) return el('p', { class: 'small' }, say('peekRelatedNone'));
  const items = related.map((one) =>
    el(
      'li',
      {},
      el('a', { href: one.page, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, one.title),
      el('div', { class: 'small', dir: 'auto' }, reasonsOf(one)),
    ),
  );
  return el('ul', { class: 'related' }, ...items);
}

export interface Related {
  button: HTMLElement;
  /** Where what was found stands once the button was pressed, which is gone then. */
  place: HTMLElement;
}

export function relatedTo(row: Row): Related {
  const button = el('button', { type: 'button', class: 'less' }, say('peekRelated'));
  const place = el('div', { 'aria-live': 'polite' });
  const show = (...found: Node[]) => {
    place.replaceChildren(...found);
    place.scrollIntoView({ block: 'nearest' });
    button.hidden = true;
  };
  button.addEventListener('click', () => {
    button.disabled = true;
    send('related.of', { id: row.state?.id ?? row.entry.id }).then(
      ({ related }) => show(el('h3', {}, say('peekRelated')), listed(related)),
      (error: unknown) => show(el('p', { class: 'small' }, sentenceOf(error))),
    );
  });
  return { button, place };
}
