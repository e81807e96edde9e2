// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Acts } from '../../src/ui/shared/acts.ts';
import type { Row } from '../../src/ui/shared/data.ts';
import { TagEditor } from '../../src/ui/shared/tag-editor.tsx';

vi.mock('../../src/ui/shared/data.ts', () => ({ allTags: async () => [] }));

afterEach(() => render(null, document.body));

const seen = { at: '2026-01-01T00:00:00.000Z', site: 'arxiv' };
const rowOf = (id: string): Row => ({
  paper: {
    id,
    title: id,
    authors: [],
    categories: [],
    links: { page: 'https://arxiv.org/', code: [], project: [] },
    aliases: [],
    topics: [],
    topicsVersion: 0,
    seen: { count: 1, first: seen, last: seen, bySite: { arxiv: seen.at } },
  },
});

async function typed(onDone?: () => void) {
  const tag = vi.fn();
  const acts = { tag, failed: (error: unknown) => expect.fail(String(error)) } as unknown as Acts;
  const editor = (id: string) => (
    <TagEditor key={id} row={rowOf(id)} title={id} acts={acts} {...(onDone ? { onDone } : {})} />
  );
  await act(() => render(editor('arxiv:1'), document.body));
  (document.querySelector('input') as HTMLInputElement).value = 'to cite, graphs';
  return { tag, show: (id: string) => act(() => render(editor(id), document.body)) };
}

test('Done keeps a tag that was typed, as Esc does', async () => {
  const onDone = vi.fn();
  const { tag } = await typed(onDone);
  const done = [...document.querySelectorAll('button')].find((one) => one.className === 'link');
  await act(() => done?.click());
  expect(tag.mock.calls).toEqual([[['arxiv:1'], ['to cite', 'graphs'], true]]);
  expect(onDone).toHaveBeenCalledOnce();
});

test('a tag that was typed goes to its own paper when another one is shown', async () => {
  const { tag, show } = await typed();
  await show('arxiv:2');
  expect(tag.mock.calls).toEqual([[['arxiv:1'], ['to cite', 'graphs'], true]]);
  expect(document.querySelector('input')?.value).toBe('');
});
