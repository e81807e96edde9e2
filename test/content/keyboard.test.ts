// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { listenToKeys } from '../../src/content/keyboard.ts';

let page = new AbortController();
afterEach(() => {
  page.abort();
  page = new AbortController();
});

/** A key pressed at this moment, told when the page has time for it. Returns whether the site gets it. */
function press(key: string, at: number, repeat = false): boolean {
  const event = new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  return document.body.dispatchEvent(event);
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
