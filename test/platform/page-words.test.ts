/** The words that pages say, kept beside the settings so that no page waits for the browser's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';
import { isSaidInPages, stampOf } from '../../src/core/page-words.ts';
import { language, say } from '../../src/core/say.ts';
import { loadPageSettings } from '../../src/platform/page-settings.ts';
import { keepPageWords } from '../../src/platform/page-words.ts';
import { speak } from '../../src/platform/words.ts';
import { said, storedSettings } from './stored-settings.ts';

const stored = storedSettings();
const file = readFileSync(join(ROOT, 'public/_locales/en/messages.json'), 'utf8');
const keys = Object.keys(JSON.parse(file) as object);

beforeEach(() => {
  speak({});
  vi.stubGlobal('fetch', async (address: string) => {
    expect(address).toMatch(/\/_locales\/en\/messages\.json$/);
    return new Response(file);
  });
});
afterAll(() => import('../../scripts/lib/english.ts'));

it('are said without a word from the browser', async () => {
  await keepPageWords();
  said.mockClear();
  await loadPageSettings();
  expect([say('barAll'), say('chipNew'), language()]).toEqual(['BARALL', 'CHIPNEW', 'LANGUAGE']);
  expect(said).not.toHaveBeenCalled();
  // the others are asked for
  expect(say('optionsAndMore' as 'barAll')).toBe('OPTIONSANDMORE');
  expect(said).toHaveBeenCalledOnce();
});

it.each([
  ['none are kept', undefined],
  ['the record is broken', 'odd'],
  ['it has no words', { of: stampOf('0.1.0', 'de') }],
  ['they are of an earlier version', { of: stampOf('0.0.9', 'de'), words: { barAll: 'Alt' } }],
  ['they are of another language', { of: stampOf('0.1.0', 'fr'), words: { barAll: 'Tous' } }],
])('are those of the browser where %s', async (_what, kept) => {
  stored['pageWords'] = kept;
  await loadPageSettings();
  expect(say('barAll')).toBe('BARALL');
});

it('are all that is said by the scripts of pages', () => {
  const written = new Set<string>();
  for (const entry of readdirSync(join(ROOT, 'src/content'), { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.ts')) continue;
    const text = readFileSync(join(ROOT, 'src/content', entry), 'utf8');
    for (const [, key] of text.matchAll(/'([a-z][A-Za-z]+)'/g)) written.add(key as string);
  }
  const missing = keys.filter(
    (key) => written.has(key.replace(/_(?:one|other)$/, '')) && !isSaidInPages(key),
  );
  expect(missing).toEqual([]);
});
