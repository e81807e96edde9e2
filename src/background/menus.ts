/** The browser's menus over links and selected text. */
import { say } from '../core/say.ts';
import { flashBadge } from '../platform/badge.ts';
import { type MenuChoice, onMenu, setMenus } from '../platform/menus.ts';
import { sendToTab } from '../platform/rpc.ts';
import { openTab, ownPage } from '../platform/tabs.ts';
import { listRules, putRule } from '../storage/index.ts';
import { logUnexpected } from './failed.ts';
import { handlers } from './handlers.ts';
import { entryOfLink, PAPER_LINKS, ruleOfSelection } from './menu-choices.ts';

const SAVE = 'save';
const WATCH = 'watch';

/** Said on the button for a moment: done, or not. */
const DONE = '✓';
const NOT = '–';

/** Saves the paper a link leads to; what is not known of it yet is looked up where that is on, or told by a listing. */
async function save({ link = '', page, tab }: MenuChoice): Promise<string> {
  const found = entryOfLink(link, page, new Date().toISOString());
  if (!found) return NOT;
  const { id } = found.entry;
  await handlers['mark.change']({ id, change: { saved: true }, ...found }, { tab: { id: tab } } as never);
  if (tab !== undefined) await sendToTab(tab, 'tab.refresh', { ids: [id] });
  return DONE;
}

/** Makes a rule of the words, and shows it where it can be changed. */
async function watch({ selection = '' }: MenuChoice): Promise<string> {
  const now = new Date();
  const made = ruleOfSelection(selection, await listRules(), now);
  if (!made) return NOT;
  if (made.isNew) await putRule(made.rule);
  await openTab(`${ownPage('options')}#rules`);
  return DONE;
}

async function chosen(choice: MenuChoice): Promise<void> {
  let said = NOT;
  try {
    if (choice.id === SAVE) said = await save(choice);
    else if (choice.id === WATCH) said = await watch(choice);
  } catch (error) {
    await logUnexpected('background/menus', error);
  }
  if (choice.tab !== undefined) await flashBadge(choice.tab, said);
}

/** Registers the listener, at once. */
export function startMenus(): void {
  onMenu((choice) => void chosen(choice).catch((error) => logUnexpected('background/menus', error)));
}

/** Puts the items into the menus; the browser keeps them until the next version. Failures are logged, never thrown. */
export async function putMenus(): Promise<void> {
  try {
    await setMenus([
      { id: SAVE, title: say('contextSave'), over: 'link', links: PAPER_LINKS },
      { id: WATCH, title: say('contextWatch'), over: 'selection' },
    ]);
  } catch (error) {
    await logUnexpected('background/menus', error);
  }
}
