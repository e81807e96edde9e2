import { describe, expect, it } from 'vitest';
import { foresee } from '../../src/content/decisions.ts';
import { type Filter, PageModel, passes, type Row } from '../../src/content/model.ts';
import type { EntryState } from '../../src/core/messages.ts';
import type { Entry } from '../../src/core/paper.ts';
import { state } from './made-state.ts';

const entry = (id: string): Entry => ({
  id,
  site: 'arxiv',
  title: `Title of ${id}`,
  authors: [],
  categories: [],
  links: { page: 'https://arxiv.org/', code: [], project: [] },
  position: 1,
});

const model = (...rows: Row[]): PageModel => {
  const made = new PageModel();
  for (const row of rows) made.add(row);
  made.order(rows);
  return made;
};
const row = (id: string, known?: EntryState): Row => ({
  item: {} as Element,
  listing: {} as Row['listing'],
  entry: entry(id),
  hidden: false,
  ...(known ? { state: known } : {}),
});

describe('the page in front of the reader', () => {
  it('counts a paper listed twice once', () => {
    const made = model(row('arxiv:1'), row('arxiv:1'), row('arxiv:2'));
    made.put('arxiv:1', state('arxiv:1', { isNew: true, flagged: true }));
    made.put('arxiv:2', state('arxiv:2', { saved: true, flagged: true, dismissed: true }));
    expect(made.counts()).toEqual({
      entries: 3,
      fresh: 1,
      flagged: 1,
      saved: 1,
      dismissed: 1,
      freshFlagged: 1,
    });
  });

  it('finds rows by the id they were read with and by the canonical one', () => {
    const made = model(row('title:a-paper|doe'));
    expect(made.put('title:a-paper|doe', state('arxiv:2403.00001'))).toHaveLength(1);
    expect(made.rowsOf('arxiv:2403.00001')).toHaveLength(1);
    expect(made.put('arxiv:2403.00001', state('arxiv:2403.00001', { saved: true }))).toHaveLength(1);
    expect(made.counts().saved).toBe(1);
    expect(made.ids()).toEqual(['arxiv:2403.00001']);
  });

  it('forgets rows that left the page', () => {
    const gone = row('arxiv:1');
    const made = model(gone);
    made.current = gone;
    made.remove(gone);
    expect(made.rowsOf('arxiv:1')).toEqual([]);
    expect(made.current).toBeUndefined();
  });

  it('lists topics by the number of their entries', () => {
    const made = model(row('arxiv:1'), row('arxiv:2'));
    made.put(
      'arxiv:1',
      state('arxiv:1', {
        topics: [
          { id: 'b', label: 'B' },
          { id: 'a', label: 'A' },
        ],
      }),
    );
    made.put('arxiv:2', state('arxiv:2', { topics: [{ id: 'b', label: 'B' }] }));
    expect(made.topics()).toEqual([
      { id: 'b', label: 'B', count: 2 },
      { id: 'a', label: 'A', count: 1 },
    ]);
  });
});

describe('filters', () => {
  const all: Filter = { show: 'all', hideDismissed: false, topics: new Set(), least: 0, top: 0 };
  const shows = (known: EntryState | undefined, filter: Partial<Filter>) =>
    passes(row('arxiv:1', known), { ...all, ...filter }, undefined);

  it('leave entries the worker has not answered for, unless the filter narrows', () => {
    expect(shows(undefined, {})).toBe(true);
    expect(shows(undefined, { hideDismissed: true })).toBe(true);
    expect(shows(undefined, { show: 'new' })).toBe(false);
    expect(shows(undefined, { topics: new Set(['a']) })).toBe(false);
  });

  it('never show a dismissed paper as flagged', () => {
    expect(shows(state('arxiv:1', { flagged: true }), { show: 'flagged' })).toBe(true);
    expect(shows(state('arxiv:1', { flagged: true, dismissed: true }), { show: 'flagged' })).toBe(false);
  });

  it('narrow by any of the chosen topics', () => {
    const known = state('arxiv:1', { topics: [{ id: 'a', label: 'A' }] });
    expect(shows(known, { topics: new Set(['a', 'b']) })).toBe(true);
    expect(shows(known, { topics: new Set(['b']) })).toBe(false);
  });
});

describe('what a step will show before it is stored', () => {
  it('saving takes a dismissal back, dismissing a save', () => {
    expect(foresee(state('arxiv:1', { dismissed: true }), { saved: true })).toMatchObject({
      saved: true,
      dismissed: false,
    });
    expect(foresee(state('arxiv:1', { saved: true }), { dismissed: true })).toMatchObject({
      saved: false,
      dismissed: true,
    });
  });

  it('a flag by hand has its reason, and none when taken off', () => {
    expect(foresee(state('arxiv:1'), { flagged: true }).reasons).toEqual([
      { by: 'hand', text: 'flagged by you' },
    ]);
    expect(
      foresee(state('arxiv:1', { flagged: true, reasons: [{ by: 'rule', text: 'x' }] }), { flagged: false })
        .reasons,
    ).toEqual([]);
  });

  it('show exactly so many of the best, equals in page order, and nothing below what was asked', () => {
    const rows = [40, 90, 40, undefined, 10].map((score, i) => ({
      ...row(`arxiv:${i}`),
      ...(score === undefined ? {} : { fit: { score, why: [] } }),
    }));
    const made = model(...rows);
    const shown = (least: number, top: number) => {
      Object.assign(made.filter, { least, top });
      const fitting = made.fitting();
      return rows.flatMap((one, i) => (passes(one, made.filter, fitting) ? i : []));
    };
    expect(shown(0, 2)).toEqual([0, 1]);
    expect(shown(0, 4)).toEqual([0, 1, 2, 4]);
    expect(shown(40, 0)).toEqual([0, 1, 2]);
    expect(shown(50, 3)).toEqual([1]);
    expect(shown(0, 0)).toEqual([0, 1, 2, 3, 4]);
  });
});
