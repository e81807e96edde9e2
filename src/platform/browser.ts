/** The one door to browser APIs: everything else goes through this folder. */
export { default as browser, type Runtime } from 'webextension-polyfill';
