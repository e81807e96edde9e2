// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { TopicChoices } from '../../src/core/topics.ts';
import { NoticeLine } from '../../src/ui/options/notice.tsx';
import { OwnTopics } from '../../src/ui/options/own-topics.tsx';
import { settings } from '../../src/ui/options/state.ts';

interface Shown {
  topicChoices: TopicChoices;
}

/** What is stored; the page hears of it a moment later. */
const stored = vi.hoisted(() => ({ value: undefined as Shown | undefined }));
vi.mock('../../src/ui/options/state.ts', () => {
  const now = signal<Shown>({ topicChoices: {} });
  const setSettings = async (change: Partial<Shown> | ((now: Shown) => Partial<Shown>)) => {
    const before = stored.value ?? now.value;
    now.value = { ...before, ...(typeof change === 'function' ? change(before) : change) };
    stored.value = undefined;
  };
  return { settings: now, setSettings };
});
vi.mock('../../src/ui/options/looks.tsx', () => ({ LearnFromTag: () => null }));

afterEach(() => render(null, document.body));

const choices = () => settings.value.topicChoices;
const elsewhere = (topicChoices: TopicChoices) =>
  act(() => {
    settings.value = { ...settings.value, topicChoices };
  });
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => one.ariaLabel === name || one.getAttribute('aria-label') === name || one.textContent === name,
  ) as HTMLButtonElement;

async function shown(topicChoices: TopicChoices): Promise<void> {
  await elsewhere(topicChoices);
  const page = (
    <>
      <OwnTopics />
      <NoticeLine />
    </>
  );
  await act(() => render(page, document.body));
}

test('a deleted topic comes back without what was changed since being lost', async () => {
  await shown({ 'own:tar': { name: 'Tar', words: ['tar'] } });
  await act(() => button('Delete Tar').click());
  expect(choices()).toEqual({});
  // learned in the library, say
  await elsewhere({ 'own:worms': { name: 'Worms', words: ['worm'] } });
  await act(() => button('Undo').click());
  expect(choices()).toEqual({
    'own:tar': { name: 'Tar', words: ['tar'] },
    'own:worms': { name: 'Worms', words: ['worm'] },
  });
});

test('words being typed stay when a setting changes elsewhere', async () => {
  await shown({ 'own:tar': { name: 'Tar', words: ['tar'] } });
  const field = document.querySelector('.own-topic input') as HTMLInputElement;
  field.focus();
  field.value = 'tar, pit';
  await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await elsewhere({ ...choices(), 'own:worms': { name: 'Worms', words: ['worm'] } });
  expect(field.value).toBe('tar, pit');
  await act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
  expect(choices()['own:tar']?.words).toEqual(['tar', 'pit']);
  await act(() => field.blur());
  await elsewhere({ 'own:tar': { name: 'Tar', words: ['pitch'] } });
  expect(field.value).toBe('pitch');
});

test('what another page stored in the same moment is kept', async () => {
  await shown({ 'own:tar': { name: 'Tar', words: ['tar'] } });
  stored.value = {
    topicChoices: {
      'own:tar': { name: 'Tar', words: ['tar'], colour: 'red' },
      'own:worms': { name: 'Worms', words: ['worm'] },
    },
  } as Shown;
  const field = document.querySelector('.own-topic input') as HTMLInputElement;
  field.value = 'tar, pit';
  await act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
  expect(choices()).toEqual({
    'own:tar': { name: 'Tar', words: ['tar', 'pit'], colour: 'red' },
    'own:worms': { name: 'Worms', words: ['worm'] },
  });
});
