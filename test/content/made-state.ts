/** What the worker may say of a paper. */
import type { EntryState } from '../../src/core/messages.ts';

/** Met twice, and nothing decided about it. */
export const state = (id: string, more: Partial<EntryState> = {}): EntryState => ({
  id,
  isNew: false,
  seen: {
    count: 2,
    first: { at: '2026-03-17T08:00:00.000Z', site: 'huggingface' },
    last: { at: '2026-03-18T08:00:00.000Z', site: 'arxiv' },
  },
  saved: false,
  flagged: false,
  reasons: [],
  dismissed: false,
  tags: [],
  topics: [],
  highlight: [],
  dim: [],
  ...more,
});
