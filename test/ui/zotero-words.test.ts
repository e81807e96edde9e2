import { describe, expect, it } from 'vitest';
import type { TroubleKind, ZoteroReport } from '../../src/core/zotero.ts';
import { reportWords, troubleWords } from '../../src/ui/shared/zotero-words.ts';

const report = (change: Partial<ZoteroReport>): ZoteroReport => ({
  sent: 0,
  there: 0,
  waiting: 0,
  open: 0,
  ...change,
});

describe('what became of papers', () => {
  it.each<[Partial<ZoteroReport>, string]>([
    [{ sent: 1 }, '1 paper sent to Zotero.'],
    [{ sent: 2, there: 1 }, '2 papers sent to Zotero. One was there already.'],
    [
      { there: 1 },
      'It is in Zotero already. Zotero takes no changes from here: change notes and tags in Zotero itself.',
    ],
    [{ there: 3 }, '3 papers were there already.'],
    [{ waiting: 1 }, 'One paper waits for Zotero, which is still busy.'],
    [{ sent: 25, waiting: 35 }, '25 papers sent to Zotero. 35 papers wait for Zotero, which is still busy.'],
    [{ open: 1 }, '1 paper could not be settled: see Zotero in the options.'],
    [{}, 'There is nothing to send.'],
  ])('%j', (change, words) => expect(reportWords(report(change))).toBe(words));

  it('says what went wrong, and that nothing is lost', () => {
    expect(reportWords(report({ waiting: 2, trouble: { kind: 'absent' } }))).toMatch(
      /^Zotero does not answer\. Is it running\?.* 2 papers wait here and will be tried again\.$/,
    );
  });
});

it('every trouble has its own words, and the status where it says something', () => {
  const kinds: TroubleKind[] = ['permission', 'absent', 'blocked', 'slow', 'stranger', 'refused'];
  kinds.push('old', 'outdated', 'read-only', 'target-gone', 'failed');
  const words = kinds.map((kind) => troubleWords({ kind }));
  expect(new Set(words).size).toBe(kinds.length);
  for (const one of words) expect(one).toMatch(/^[A-Z].{20,}\.$/);
  expect(troubleWords({ kind: 'refused', status: 403 })).toBe(
    'Zotero refused the request. (It answered 403.)',
  );
  expect(troubleWords({ kind: 'read-only', status: 500 })).not.toContain('500');
});
