/** What the page bar offers to do with how well papers fit: sort, the best only, nothing below. Part of the cards script. */

import type { MenuActions } from './bar-menus.ts';
import { el } from './dom.ts';
import type { PageModel } from './model.ts';
import { Sorting } from './sorting.ts';

const TOPS = [0, 10, 20, 50] as const;

const papers = (n: number): string => (n === 1 ? '1 paper' : `${n} papers`);

/** The rows of the menu. */
export function fitRows(model: PageModel, actions: MenuActions): Node[] {
  const about = model.relevance;
  if (!about) return [el('p', {}, 'Papers of this page are still being compared with what you saved.')];
  if (!about.enough) {
    const more = Math.max(1, about.needed - about.saved);
    return [el('p', {}, `Not enough yet: save ${papers(more)} more, and papers like them come first.`)];
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
  rows.push(el('label', {}, sort, sorter.possible ? 'Best first' : 'Best first: not with this layout'));
  rows.push(el('h2', {}, 'Show'));
  for (const top of TOPS) {
    const one = el('input', { type: 'radio', name: 'manicule-top' });
    one.checked = model.filter.top === top;
    one.addEventListener('change', () => {
      model.filter.top = top;
      actions.changed();
    });
    rows.push(el('label', {}, one, top === 0 ? 'all' : `the best ${top}`));
  }
  const least = el('input', { type: 'range', min: '0', max: '100', step: '5' });
  least.value = String(model.filter.least);
  const said = el('span', { class: 'n' });
  const say = () => {
    said.textContent = least.value === '0' ? 'off' : least.value;
    least.setAttribute('aria-valuetext', said.textContent);
  };
  say();
  least.addEventListener('input', () => {
    model.filter.least = Number(least.value);
    say();
    actions.changed();
  });
  rows.push(el('label', {}, 'Hide below', least, said));
  const learned = el('button', { type: 'button' }, 'What was learned…');
  learned.addEventListener('click', () => actions.learned());
  rows.push(learned);
  return rows;
}
