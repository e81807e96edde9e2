/** The commands of the browser's shortcut page. */
import { onCommand } from '../platform/commands.ts';
import { openPanel } from '../platform/panel.ts';
import { openTab, ownPage, reviewPage } from '../platform/tabs.ts';
import { logUnexpected } from './failed.ts';

/** Registers the listener, at once. */
export function startCommands(): void {
  onCommand((name, tab) => {
    let work: Promise<void> | undefined;
    if (name === 'panel')
      work = openPanel(tab?.windowId); // first: browsers open it only while the key is being answered
    else if (name === 'review') work = openTab(reviewPage(tab?.id));
    else if (name === 'library') work = openTab(ownPage('library'));
    work?.catch((error: unknown) => logUnexpected('background/commands', error));
  });
}
