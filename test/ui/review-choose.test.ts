// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { ReviewState } from '../../src/ui/review/state.ts';

interface Queue {
  flagged: string[];
  fresh: string[];
  older: string[];
}

/** What waits, by days: answered when the test says so. */
const asked = vi.hoisted(
  () =>
    new Map<
      number,
      { answer: (queue: Queue) => void; part: (queue: Queue) => void; fail: (e: Error) => void }
    >(),
);
vi.mock('../../src/ui/review/data.ts', () => ({
  queueOf: ({ days }: { days: number }, _ids: unknown, _now: Date, part: (queue: Queue) => void) =>
    new Promise<Queue>((answer, fail) => void asked.set(days, { answer, part, fail })),
  noteReviewed: async () => undefined,
}));
/** What a tab's page holds. */
const page = vi.hoisted(() => ({}) as { answer?: (report: { ids: string[] }) => void });
vi.mock('../../src/ui/review/page.ts', () => ({
  reportOf: () =>
    new Promise((answer) => {
      page.answer = answer;
    }),
  sourceOf: () => ({ kind: 'page', url: 'https://arxiv.example/list', name: 'arXiv' }),
}));
vi.mock('../../src/ui/review/relevance.ts', () => ({ fitsOf: async () => new Map() }));

const queue = (fresh: string[], older: string[] = []): Queue => ({ flagged: [], fresh, older });
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  asked.clear();
  localStorage.clear();
});

test('what was chosen last is reviewed, whichever answer comes last', async () => {
  const state = new ReviewState(undefined);
  vi.spyOn(state.papers, 'want').mockImplementation(() => undefined);
  const slow = state.choose({ kind: 'days', days: 30 });
  const quick = state.choose({ kind: 'days', days: 1 });
  asked.get(30)?.part(queue(['arxiv:3']));
  expect(state.session.value).toBeUndefined();
  asked.get(1)?.answer(queue(['arxiv:1'], ['arxiv:2']));
  await quick;
  expect(state.session.value).toMatchObject({ source: { kind: 'days', days: 1 }, ids: ['arxiv:1'] });
  asked.get(30)?.answer(queue(['arxiv:3', 'arxiv:4'], ['arxiv:5']));
  await slow;
  await turn();
  expect(state.session.value).toMatchObject({ source: { kind: 'days', days: 1 }, ids: ['arxiv:1'] });
  expect(state.supply.older.value).toEqual(['arxiv:2']);
  expect(state.asking.value).toBe(false);
});

test('the wait lasts until the last choice is answered, and a failure of one before is not told', async () => {
  const state = new ReviewState(undefined);
  vi.spyOn(state.papers, 'want').mockImplementation(() => undefined);
  const slow = state.choose({ kind: 'days', days: 30 });
  const quick = state.choose({ kind: 'days', days: 1 });
  asked.get(30)?.fail(new Error('cannot be read'));
  await slow;
  expect(state.asking.value).toBe(true);
  expect(state.steps.saying.value).toBeUndefined();
  asked.get(1)?.answer(queue(['arxiv:1']));
  await quick;
  expect(state.asking.value).toBe(false);
  expect(state.session.value?.ids).toEqual(['arxiv:1']);
});

test('a page that answers late does not take the place of what was chosen meanwhile', async () => {
  const state = new ReviewState(7);
  vi.spyOn(state.papers, 'want').mockImplementation(() => undefined);
  void state.begin();
  const chosen = state.choose({ kind: 'days', days: 1 });
  asked.get(1)?.answer(queue(['arxiv:1']));
  await chosen;
  page.answer?.({ ids: ['arxiv:8'] });
  await turn();
  expect(state.session.value?.ids).toEqual(['arxiv:1']);
  expect(state.supply.page.value).toMatchObject({ name: 'arXiv' }); // it can be chosen
});
