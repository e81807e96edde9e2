/** The worker's beginning: registers listeners, synchronously, and nothing else. */
import '../platform/speech.ts';
import type { WorkerMessages } from '../core/messages.ts';
import { browser } from '../platform/browser.ts';
import { keepPageWords } from '../platform/page-words.ts';
import { onPermissions } from '../platform/permissions.ts';
import { answer } from '../platform/rpc.ts';
import { keepBackups, startBackups } from './backups.ts';
import { checkMessage } from './check.ts';
import { startCommands } from './commands.ts';
import { failureOf, logUnexpected } from './failed.ts';
import { handlers } from './handlers.ts';
import { startKeyword } from './keyword.ts';
import { startLookups } from './lookup-world.ts';
import { putMenus, startMenus } from './menus.ts';
import { keepScripts, leavePages } from './registration.ts';
import { tidy } from './tidy.ts';
import { welcome } from './welcome.ts';
import { startZotero } from './zotero-world.ts';

answer<WorkerMessages>(
  handlers,
  (type, payload, sender) =>
    checkMessage(type, payload, sender, { id: browser.runtime.id, origin: browser.runtime.getURL('') }),
  failureOf,
);
startLookups();
startBackups();
startCommands();
startKeyword();
startMenus();
startZotero();

// a new version may bring a new database version: the first look migrates it
function freshen(): void {
  void tidy();
  void keepBackups();
  void putMenus();
  void keepPageWords().catch((error) => logUnexpected('background/words', error));
  void keepScripts(false); // an update takes registered scripts away
}
browser.runtime.onInstalled.addListener((installed) => {
  welcome(installed);
  freshen();
});
browser.runtime.onStartup.addListener(freshen);
onPermissions((change, origins) => {
  void keepScripts(change === 'added');
  if (change === 'removed') void leavePages(origins);
});
