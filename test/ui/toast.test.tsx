// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Papers } from '../../src/ui/shared/papers.ts';
import { Steps } from '../../src/ui/shared/steps.ts';
import { Toast } from '../../src/ui/shared/toast.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

const shown = () => document.querySelector('.toast')?.textContent;
const click = (name: string) => act(() => document.querySelector<HTMLButtonElement>(`.${name}`)?.click());

function stepsOf(): Steps {
  const papers = new Papers((error) => expect.fail(String(error)));
  return new Steps(papers, () => undefined);
}

test('a message that was closed under the pointer does not keep those after it', async () => {
  const steps = stepsOf();
  await act(() => render(<Toast steps={steps} />, document.body));
  await act(() => steps.say('Saved', true));
  await act(() => void document.querySelector('.toast')?.dispatchEvent(new MouseEvent('mouseenter')));
  await act(() => void vi.advanceTimersByTime(20_000));
  expect(shown()).toContain('Saved'); // pointed at
  await click('toast-close');
  expect(shown()).toBeUndefined();
  await act(() => steps.say('Flagged'));
  await act(() => void vi.advanceTimersByTime(8_001));
  expect(shown()).toBeUndefined();
});

test('Undo does what the page says, by default what the steps do', async () => {
  const steps = stepsOf();
  const undo = vi.fn();
  const own = vi.spyOn(steps, 'undo').mockResolvedValue(true);
  await act(() => render(<Toast steps={steps} undo={undo} />, document.body));
  await act(() => steps.say('Saved', true));
  await click('toast-act');
  expect([undo.mock.calls.length, own.mock.calls.length]).toEqual([1, 0]);
  await act(() => render(<Toast steps={steps} />, document.body));
  await click('toast-act');
  expect([undo.mock.calls.length, own.mock.calls.length]).toEqual([1, 1]);
});
