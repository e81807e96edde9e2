// @vitest-environment jsdom
/** Entries left out, dimmed and sorted, and the site's styles as they were afterwards. */
import { beforeEach, expect, it } from 'vitest';
import { Arranging } from '../../src/content/arranging.ts';
import type { PageModel, Row } from '../../src/content/model.ts';
import { Sorting } from '../../src/content/sorting.ts';
import { madeModel, madeRow } from './made-row.ts';
import { state } from './made-state.ts';

let model: PageModel;
let arranging: Arranging;
let visit: AbortController;
let rows: Row[];

const items = () => [...document.querySelectorAll<HTMLElement>('li')];
const displays = () => items().map(({ style }) => style.display);

beforeEach(() => {
  document.body.innerHTML = '<ul style="color: red"><li>a</li><li style="margin:0">b</li><li>c</li></ul>';
  rows = items().map((item) => madeRow(item.textContent ?? '', item));
  model = madeModel(rows);
  visit = new AbortController();
  arranging = new Arranging(model, visit.signal);
  for (const { entry } of rows) model.put(entry.id, state(entry.id, { saved: entry.id !== 'b' }));
});

/** The site uses the element of the second entry for another paper. */
function reuse(): Row {
  const [first, old, last] = rows as [Row, Row, Row];
  model.remove(old);
  const other = madeRow('d', old.item);
  model.add(other);
  model.order([first, other, last]);
  return other;
}

it('an element that a site uses for another entry looks as that entry is to look', () => {
  model.filter.show = 'saved';
  arranging.all();
  expect(displays()).toEqual(['', 'none', '']);
  model.filter.show = 'all';
  const other = reuse();
  arranging.some([other]);
  expect(displays()).toEqual(['', '', '']);
  expect(document.querySelectorAll('li')[1]?.getAttribute('style')).toBe('margin:0');
});

it('nor stays dimmed', () => {
  model.put('b', state('b', { dismissed: true }));
  arranging.all();
  expect(items().map(({ style }) => style.opacity)).toEqual(['', '0.45', '']);
  arranging.some([reuse()]);
  expect(items().map(({ style }) => style.opacity)).toEqual(['', '', '']);
});

it('what is left out stays so when entries come to a sorted list', () => {
  model.sorter = new Sorting(model);
  model.sorted = true;
  model.filter.show = 'saved';
  arranging.all();
  expect(displays()).toEqual(['', 'none', '']);
  document.querySelector('ul')?.insertAdjacentHTML('beforeend', '<li>e</li>');
  const added = madeRow('e', items()[3]);
  model.add(added);
  model.order([...rows, added]);
  expect(displays()).toEqual(['', 'none', '', '']);
  visit.abort();
  expect(document.body.innerHTML).toBe(
    '<ul style="color: red;"><li>a</li><li style="margin: 0px;">b</li><li>c</li><li>e</li></ul>',
  );
});
