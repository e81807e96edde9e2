// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { listenToKeys } from '../../src/content/keyboard.ts';

let page = new AbortController();
afterEach(() => {
  page.abort();
  page = new AbortController();
});

/** A key pressed at this moment, told when the page has time for it. Returns whether the site gets it. */
function press(key: string, at: number, repeat = false, on: Element = document.body): boolean {
  const event = new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  return on.dispatchEvent(event);
}

it('two keys belong together by when they were pressed, however late a busy page hears of them', () => {
  const done: string[] = [];
  const note = (what: string) => () => {
    done.push(what);
    return true;
  };
  listenToKeys({ s: note('s'), 'g s': note('g s') }, () => true, page.signal);
  expect([press('g', 1_000), press('s', 2_199)]).toEqual([false, false]);
  expect([press('g', 9_000), press('s', 10_200)]).toEqual([false, false]);
  expect(done).toEqual(['g s', 's']);
});

it('a key that has nothing to do, and every key once switched off, is the site’s', () => {
  let on = true;
  listenToKeys({ j: () => false, k: () => true }, () => on, page.signal);
  expect([press('j', 1), press('k', 2), press('q', 3)]).toEqual([true, false, true]);
  on = false;
  expect(press('k', 4)).toBe(true);
});

it('a key that is held decides once and moves on and on; the site gets none of it', () => {
  const done: string[] = [];
  const note = (what: string) => () => done.push(what) > 0;
  listenToKeys({ s: note('s'), j: note('j') }, () => true, page.signal);
  for (const key of ['s', 'j'])
    expect([press(key, 1), press(key, 2, true), press(key, 3, true)]).toEqual([false, false, false]);
  expect(done).toEqual(['s', 'j', 'j', 'j']);
});

it('Enter is the site’s wherever the focus is on something that may do something with it', () => {
  listenToKeys({ Enter: () => true, s: () => true }, () => true, page.signal);
  const theirs = ['<a href="/x">x</a>', '<button>x</button>', '<input type=submit>', '<input type=checkbox>']
    .concat([
      '<summary>x</summary>',
      '<div role=tab tabindex=-1>x</div>',
      '<div role=link tabindex=0>x</div>',
    ])
    .concat(['<div tabindex=0>x</div>', '<a tabindex=-1>x</a>', '<div data-manicule></div>']);
  const ours = [
    '<main tabindex=-1>x</main>',
    '<div role=main tabindex=-1>x</div>',
    '<div tabindex=-1>x</div>',
  ];
  const site = (html: string, key: string) => {
    document.body.innerHTML = html;
    return press(key, 1, false, document.body.firstElementChild as Element);
  };
  expect(theirs.filter((html) => !site(html, 'Enter'))).toEqual([]);
  expect(ours.filter((html) => site(html, 'Enter'))).toEqual([]);
  expect(press('Enter', 1)).toBe(false);
  // other keys do nothing on them
  expect(theirs.filter((html) => site(html, 's'))).toEqual([]);
});
