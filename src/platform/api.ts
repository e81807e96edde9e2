/**
 * The browser's own promise API, for what content scripts and the popup need: messages, settings, lifetime, permissions.
 * Manifest V3 gives it in both browsers, as `chrome` and as `browser`; the polyfill would cost every page 3 KB and several
 * milliseconds. Everything else goes through browser.ts.
 */
import type { Browser } from 'webextension-polyfill';

const scope = globalThis as unknown as { browser?: Browser; chrome?: Browser };
const own = (): Browser => (scope.browser ?? scope.chrome) as Browser;

/**
 * Asked for only when used: the browser sets these objects up at the first touch, which takes longer than all a page without
 * papers may cost. Members can be undefined after an update or removal: see lifetime.ts.
 */
export const api: Pick<
  Browser,
  | 'runtime'
  | 'storage'
  | 'tabs'
  | 'extension'
  | 'i18n'
  | 'permissions'
  | 'scripting'
  | 'windows'
  | 'sidebarAction'
> = {
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
  get permissions() {
    return own().permissions;
  },
  get scripting() {
    return own().scripting;
  },
  get windows() {
    return own().windows;
  },
  get sidebarAction() {
    return own().sidebarAction;
  },
};
export type { Runtime } from 'webextension-polyfill';
