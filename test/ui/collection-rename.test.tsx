// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { CollectionNode } from '../../src/core/collections.ts';
import { CollectionsSection } from '../../src/ui/library/collections.tsx';
import type { LibraryState } from '../../src/ui/library/state.ts';

const node: CollectionNode = {
  id: 'c1',
  name: 'Graphs',
  parent: null,
  place: 'a',
  changedAt: '2026-01-01T00:00:00.000Z',
  path: ['Graphs'],
  depth: 0,
  children: [],
} as never;

const rename = vi.fn(async () => undefined);
const state = {
  collections: {
    flat: signal([node]),
    closed: signal(new Set()),
    chosen: signal(undefined),
    counts: signal(undefined),
    node: (id: string | undefined) => (id === 'c1' ? node : undefined),
    rename,
  },
} as unknown as LibraryState;

vi.stubGlobal('CSS', { escape: (id: string) => id }); // jsdom has none
afterEach(() => render(null, document.body));

const frame = () => act(() => new Promise<void>((done) => requestAnimationFrame(() => done())));
const item = () => document.querySelector('[data-collection]') as HTMLElement;

async function renaming(): Promise<HTMLInputElement> {
  const page = (
    <>
      <input id="search" />
      <CollectionsSection state={state} />
    </>
  );
  await act(() => render(page, document.body));
  await act(() => item().focus());
  await act(() => void item().dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true })));
  return document.querySelector('.naming') as HTMLInputElement;
}

test('who leaves a name being typed for the search box keeps the focus there', async () => {
  const name = await renaming();
  expect(document.activeElement).toBe(name);
  const search = document.getElementById('search') as HTMLInputElement;
  await act(() => search.focus());
  await frame();
  expect(document.activeElement).toBe(search); // else what is typed there would be done to the papers
});

test('Esc in the name brings the focus back to its collection', async () => {
  const name = await renaming();
  await act(() => void name.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  await frame();
  expect(document.activeElement).toBe(item());
  expect(rename).not.toHaveBeenCalled();
});
