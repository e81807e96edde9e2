/**
 * The extension's keyword in the address bar.
 * https://developer.chrome.com/docs/extensions/reference/api/omnibox (descriptions are XML there, plain text in Firefox)
 */
import { api } from './api.ts';
import { browser } from './browser.ts';

export interface Suggestion {
  /** Address it leads to. */
  url: string;
  /** Plain text. */
  text: string;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** `text` for an XML parser: what XML 1.0 has no place for is dropped, or Chrome would refuse every suggestion. */
export const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

/** The form in which this browser shows a description. */
const shown = (text: string): string =>
  api.runtime.getURL('').startsWith('moz-') ? text : xmlText(text) || ' ';

/** Opens what was chosen where the reader asked for it. */
async function go(url: string, where: string): Promise<void> {
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}

/**
 * Answers what is typed after the keyword. Registers at once.
 * @param find what to suggest; a later call overtakes an earlier one.
 * @param entered the address to go to for what was typed or chosen.
 */
export function onKeyword(
  hint: () => string,
  find: (typed: string) => Promise<Suggestion[]>,
  entered: (typed: string) => string,
): void {
  let turn = 0;
  browser.omnibox.onInputStarted.addListener(() => {
    browser.omnibox.setDefaultSuggestion({ description: shown(hint()) });
  });
  browser.omnibox.onInputChanged.addListener((typed, suggest) => {
    const mine = ++turn;
    void find(typed).then((found) => {
      if (mine !== turn) return;
      suggest(found.map(({ url, text }) => ({ content: url, description: shown(text) })));
    });
  });
  browser.omnibox.onInputEntered.addListener((typed, where) => void go(entered(typed), where));
}
