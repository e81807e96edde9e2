/** The first page, opened once: when the extension is installed. */
import { openTab, ownPage } from '../platform/tabs.ts';
import { logUnexpected } from './failed.ts';

export interface Installed {
  /** 'install', 'update', 'browser_update' (Firefox) or 'chrome_update'. */
  reason: string;
  /** Firefox: loaded until the browser closes, by whoever works on it. */
  temporary?: boolean | undefined;
}

/** Whether this is the beginning of somebody's use, which only then is worth a tab. */
export const isFirst = ({ reason, temporary }: Installed): boolean =>
  reason === 'install' && temporary !== true;

/** Opens the first page where it is due. */
export function welcome(installed: Installed): void {
  if (!isFirst(installed)) return;
  // without a window there is nobody to greet
  openTab(ownPage('welcome')).catch((error: unknown) => logUnexpected('background/welcome', error));
}
