// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { TopicChoices } from '../../src/core/topics.ts';
import { NoticeLine } from '../../src/ui/options/notice.tsx';
import { OwnTopics } from '../../src/ui/options/own-topics.tsx';
import { settings } from '../../src/ui/options/state.ts';

vi.mock('../../src/ui/options/state.ts', () => {
  const now = signal({ topicChoices: {} as TopicChoices });
  const setSettings = async (change: object) => {
    now.value = { ...now.value, ...change };
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
