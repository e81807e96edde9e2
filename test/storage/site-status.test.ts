import { beforeEach, expect, test } from 'vitest';
import { noteSite, siteStatus } from '../../src/storage/index.ts';
import { freshDatabase } from './setup.ts';

beforeEach(freshDatabase);

test('the latest outcome of a site is kept, and when it last worked', async () => {
  await noteSite(
    { site: 'pmlr', read: 50, expected: 50, via: 'site', worked: true },
    '2026-03-01T08:00:00.000Z',
  );
  await noteSite({ site: 'cvf', read: 9, via: 'site', worked: true }, '2026-03-02T08:00:00.000Z');
  await noteSite(
    { site: 'pmlr', read: 12, expected: 50, via: 'links', worked: false },
    '2026-03-05T08:00:00.000Z',
  );
  const all = await siteStatus();
  expect(all['pmlr']).toEqual({
    read: 12,
    expected: 50,
    via: 'links',
    worked: false,
    at: '2026-03-05T08:00:00.000Z',
    workedAt: '2026-03-01T08:00:00.000Z',
  });
  expect(all['cvf']?.workedAt).toBe('2026-03-02T08:00:00.000Z');
});
