/** What the page bar offers to do with how well papers fit: sort, the best only, nothing below. Part of the cards script. */

import { say, sayMany } from '../core/say.ts';
import type { RowActions } from './bar-menus.ts';
import { el } from './dom.ts';
import type { PageModel } from './model.ts';
import { Sorting } from './sorting.ts';

const TOPS = [0, 10, 20, 50] as const;

/** The rows of the menu. */
export function fitRows(model: PageModel, actions: RowActions): Node[] {
  const about = model.relevance;
  if (!about) return [el('p', {}, say('fitWaiting'))];
  if (!about.enough) {
    const more = Math.max(1, about.needed - about.saved);
    return [el('p', {}, sayMany('fitNotEnough', more))];
  }
  const sorter = model.sorter ?? new Sorting(model);
  model.sorter = sorter;
  const rows: Node[] = [];
  const sort = el('input', { type: 'checkbox' });
  sort.checked = model.sorted;
  sort.disabled = !sorter.possible;
  sort.addEventListener('change', () => {
    model.sorted = sort.checked;
    actions.changed();
  });
  rows.push(el('label', {}, sort, sorter.possible ? say('fitSort') : say('fitNoSort')));
  rows.push(el('h2', {}, say('fitShow')));
  for (const top of TOPS) {
    const one = el('input', { type: 'radio', name: 'manicule-top' });
    one.checked = model.filter.top === top;
    one.addEventListener('change', () => {
      model.filter.top = top;
      actions.changed();
    });
    rows.push(el('label', {}, one, top === 0 ? say('fitAll') : say('fitBest', top)));
  }
  const least = el('input', { type: 'range', min: '0', max: '100', step: '5' });
  least.value = String(model.filter.least);
  const said = el('span', { class: 'n' });
  const tell = () => {
    said.textContent = least.value === '0' ? say('fitOff') : least.value;
    least.setAttribute('aria-valuetext', said.textContent);
  };
  tell();
  least.addEventListener('input', () => {
    model.filter.least = Number(least.value);
    tell();
    actions.changed();
  });
  rows.push(el('label', {}, say('fitHideBelow'), least, said));
  const learned = el('button', { type: 'button' }, say('fitLearned'));
  learned.addEventListener('click', () => actions.learned());
  rows.push(learned);
  return rows;
}
