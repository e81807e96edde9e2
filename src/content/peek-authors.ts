/** The authors in the abstract card: of a long list the first, and the others at a click. */
import { namedAtOnce } from '../core/authors.ts';
import { sayMany } from '../core/say.ts';
import { el } from './dom.ts';

/**
 * A paragraph of names.
 * @param whole all of them, however many
 * @param onWhole called when the reader asked for all
 */
export function authorLine(authors: readonly string[], whole: boolean, onWhole: () => void): HTMLElement {
  const line = el('p', { class: 'authors', dir: 'auto', tabindex: '-1' });
  const named = whole ? authors.length : namedAtOnce(authors.length);
  line.append(authors.slice(0, named).join(', '));
  if (named === authors.length) return line;
  const more = el(
    'button',
    { type: 'button', class: 'less' },
    sayMany('authorsMore', authors.length - named),
  );
  more.addEventListener('click', () => {
    line.replaceChildren(authors.join(', '));
    line.focus({ preventScroll: true }); // the button that had it is gone
    onWhole();
  });
  line.append(' ', more);
  return line;
}
