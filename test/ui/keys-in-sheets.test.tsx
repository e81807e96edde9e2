// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { HelpSheet } from '../../src/ui/shared/help-sheet.tsx';
import { type KeyAction, keyListener } from '../../src/ui/shared/keys.ts';

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});

const stop = new AbortController();
afterEach(() => stop.abort());

test('while a sheet lies over the page, no key is done to the papers under it, nor is Esc taken from it', async () => {
  const done: KeyAction[] = [];
  addEventListener(
    'keydown',
    keyListener((action) => done.push(action) > 0),
    { signal: stop.signal },
  );
  const press = (key: string, on: Element) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  await act(() => render(<HelpSheet onClose={() => undefined} />, document.body));
  const sheet = document.querySelector('dialog') as HTMLDialogElement;
  const button = sheet.querySelector('button') as HTMLButtonElement;
  expect(['x', 's', '#', 'Delete', 'Escape'].map((key) => press(key, button))).toEqual(Array(5).fill(true));
  expect(press('x', document.body)).toBe(true);
  expect(done).toEqual([]);

  await act(() => render(null, document.body));
  expect(press('x', document.body)).toBe(false);
  expect(done).toEqual(['dismiss']);
});
