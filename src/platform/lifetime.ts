/** Whether this script still belongs to a running extension: content scripts outlive updates and removals. */
import { browser } from './browser.ts';

export function alive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false; // Firefox throws "can't access dead object"
  }
}
