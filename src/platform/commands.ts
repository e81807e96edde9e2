/** Keys of the browser's shortcut page. */
import { browser } from './browser.ts';

interface Front {
  id?: number | undefined;
  windowId?: number | undefined;
}

/** Calls `listener` with the name of the command and the tab in front. Registers at once. */
export function onCommand(listener: (name: string, tab: Front | undefined) => void): void {
  // the polyfill's types know the name only
  const { onCommand: event } = browser.commands as unknown as {
    onCommand: { addListener(run: typeof listener): void };
  };
  event.addListener(listener);
}
