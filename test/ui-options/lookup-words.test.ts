import { expect, it, vi } from 'vitest';
import '../background/setup.ts';

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
const { stateWords } = await import('../../src/ui/options/lookup-state.ts');

const NOW = new Date('2026-03-17T09:00:00.000Z');
const failed = (kind: string, wait: number, status?: number) => ({
  nextAt: new Date(NOW.getTime() + wait).toISOString(),
  failures: 1,
  error: { kind, at: NOW.toISOString(), ...(status ? { status } : {}) },
});

it('says how things stand with a source', () => {
  const words = (allowed: boolean, state?: ReturnType<typeof failed>) =>
    stateWords('arxiv', allowed, state, NOW);
  expect(words(false)).toBe('not allowed');
  expect(words(false, failed('limited', 60_000))).toBe('not allowed');
  expect(words(true)).toBe('allowed');
  expect(words(true, failed('limited', 120_000))).toMatch(
    /^waiting until 17 Mar 2026, \d\d:02: it asks for fewer requests$/,
  );
  expect(words(true, failed('server', 1_000, 502))).toMatch(
    /^allowed; last failure .*: its server failed \(502\)$/,
  );
  expect(words(true, failed('gremlins', 1_000))).toMatch(/it failed$/);
});
