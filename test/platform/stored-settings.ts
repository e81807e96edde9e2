/** The browser's store of settings in memory, empty at the beginning of each test, and a clock that stands still. */
import { beforeEach, vi } from 'vitest';

/** What is stored, by key. To be called once in a file. */
export function storedSettings(): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  beforeEach(() => {
    for (const key of Object.keys(stored)) delete stored[key];
    vi.stubGlobal('chrome', {
      storage: {
        local: {
          get: async (key: string) => structuredClone({ [key]: stored[key] }),
          set: async (items: object) => void Object.assign(stored, structuredClone(items)),
        },
      },
    });
    vi.useFakeTimers({ now: new Date('2026-03-17T09:00:00.000Z') });
    return () => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    };
  });
  return stored;
}
