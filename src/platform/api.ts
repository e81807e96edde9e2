/**
 * The browser's own promise API, for what content scripts need too: messages, settings, lifetime. Manifest V3 gives it
 * in both browsers, as `chrome` and as `browser`; the polyfill would cost every page 3 KB and several milliseconds.
 * Everything else goes through browser.ts.
 */
import type { Browser } from 'webextension-polyfill';

const scope = globalThis as unknown as { browser?: Browser; chrome?: Browser };

/** Undefined members are possible after an update or removal: see lifetime.ts. */
export const api = (scope.browser ?? scope.chrome) as Browser;
export type { Runtime } from 'webextension-polyfill';
