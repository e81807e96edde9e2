/** The browser's store of settings in memory, empty at the beginning of each test, and a clock that stands still. */
import { beforeEach, vi } from 'vitest';

/** What the browser was asked for: it says every key in capitals. */
export const said = vi.fn((key: string) => key.toUpperCase());

/** What is stored, by key. To be called once in a file. */
export function storedSettings(): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  beforeEach(() => {
    for (const key of Object.keys(stored)) delete stored[key];
    vi.stubGlobal('chrome', {
      runtime: {
        getManifest: () => ({ version: '0.1.0' }),
        getURL: (path: string) => new URL(`../../public/${path}`, import.meta.url).href,
      },
      i18n: { getUILanguage: () => 'de', getMessage: said },
      storage: {
        local: {
          get: async (keys: string | string[]) =>
            structuredClone(Object.fromEntries([keys].flat().map((key) => [key, stored[key]]))),
          set: async (items: object) => void Object.assign(stored, structuredClone(items)),
        },
      },
    });
    said.mockClear();
    vi.useFakeTimers({ now: new Date('2026-03-17T09:00:00.000Z') });
    return () => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    };
  });
  return stored;
}
