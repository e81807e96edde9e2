// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { PaperId } from '../../src/core/paper.ts';
import type { LibraryView } from '../../src/core/saved-searches.ts';
import { HandOrder } from '../../src/ui/library/hand-order.ts';
import { type Filter, NO_FILTER } from '../../src/ui/shared/filters.ts';
import { Papers } from '../../src/ui/shared/papers.ts';
import { Steps } from '../../src/ui/shared/steps.ts';

/** What storage is asked for, answered when the test says so. */
const asked = vi.hoisted(() => new Map<string, (ids: string[]) => void>());
vi.mock('../../src/ui/shared/data.ts', async (original) => ({
  ...(await original<object>()),
  listByHand: (list: string) => new Promise<string[]>((answer) => void asked.set(list, answer)),
}));

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

function handOf(filter: Filter) {
  const papers = new Papers((error) => expect.fail(String(error)));
  const shown = {
    view: signal<LibraryView>('all'),
    filter: signal<Filter>(filter),
    query: signal(''),
    papers,
    steps: new Steps(papers, () => undefined),
  };
  return { shown, hand: new HandOrder(shown) };
}

test('the papers of a collection that was left do not take the place of those of the one that is open', async () => {
  const { shown, hand } = handOf({ ...NO_FILTER, collections: ['large'] });
  shown.filter.value = { ...NO_FILTER, collections: ['small'] };
  asked.get('small')?.(['arxiv:1' as PaperId]);
  await turn();
  expect(hand.inCollection.value).toEqual(['arxiv:1']);
  asked.get('large')?.(['arxiv:2', 'arxiv:3']);
  await turn();
  expect(hand.inCollection.value).toEqual(['arxiv:1']);
});

test('a paper moved beside one that is no longer in the list stays where it is', async () => {
  const { hand } = handOf({ ...NO_FILTER, collections: ['thesis'] });
  asked.get('thesis')?.(['arxiv:1', 'arxiv:2', 'arxiv:3']);
  await turn();
  hand.move(['arxiv:3'], { at: 'arxiv:9', after: false });
  expect(hand.inCollection.value).toEqual(['arxiv:1', 'arxiv:2', 'arxiv:3']);
  hand.move(['arxiv:3'], { at: 'arxiv:2', after: false });
  expect(hand.inCollection.value).toEqual(['arxiv:1', 'arxiv:3', 'arxiv:2']);
});
