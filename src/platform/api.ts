/**
 * The browser's own promise API, for what content scripts need too: messages, settings, lifetime. Manifest V3 gives it
 * in both browsers, as `chrome` and as `browser`; the polyfill would cost every page 3 KB and several milliseconds.
 * Everything else goes through browser.ts.
 */
import type { Browser } from 'webextension-polyfill';

const scope = globalThis as unknown as { browser?: Browser; chrome?: Browser };
const own = (): Browser => (scope.browser ?? scope.chrome) as Browser;

/**
 * Asked for only when used: the browser sets these objects up at the first touch, which takes longer than all a page without
 * papers may cost. Members can be undefined after an update or removal: see lifetime.ts.
 */
export const api: Pick<Browser, 'runtime' | 'storage' | 'tabs' | 'extension' | 'i18n'> = {
  get runtime() {
    return own().runtime;
  },
  get extension() {
    return own().extension;
  },
  get i18n() {
    return own().i18n;
  },
  get storage() {
    return own().storage;
  },
  get tabs() {
    return own().tabs;
  },
};
export type { Runtime } from 'webextension-polyfill';
