/** What the page bar's buttons do. */
import { savePageSettings } from '../platform/page-settings.ts';
import type { Commands } from './commands.ts';
import type { BarActions } from './page-bar.ts';

export interface BarParts {
  /** Filter or order changed. */
  arranged(): void;
  /** What the page is made of, without its text. */
  outline(): Promise<string>;
}

export function barActions(commands: Commands, { arranged, outline }: BarParts): BarActions {
  const menus = {
    changed: arranged,
    say: (words: string) => commands.say(words),
    report: outline,
    library: (search: string) => commands.openOwn('library', search),
    learned: () => commands.openOwn('options', 'relevance'),
  };
  return {
    filterChanged: arranged,
    open: (which, anchor, name) => commands.menu(which, anchor, name, menus),
    closeMenu: () => commands.closeMenu(),
    help: () => commands.help(),
    review: () => commands.openOwn('review'),
    remember: (change) => void savePageSettings(change).catch(() => undefined), // a setting lost is no loss of work
  };
}
