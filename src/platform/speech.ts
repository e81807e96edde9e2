/** Takes the reader's words from the browser. Imported first by every script and page that shows any. */
import { api } from './api.ts';
import { speak } from './words.ts';

speak({});

/** Where lines begin. A browser whose language there are no messages in shows English, which begins on the left. */
export function direction(): 'ltr' | 'rtl' {
  const said = api.i18n.getMessage('language').split('-')[0];
  const own = api.i18n.getUILanguage().split('-')[0] === said;
  return own && api.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
