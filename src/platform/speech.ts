/** Takes the reader's words from the browser. Imported first by every script and page that shows any. */
import { setSpeech } from '../core/say.ts';
import { api } from './api.ts';

/** Each slot is filled in with itself: the browser would empty those it is given nothing for. */
const SLOTS = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];

setSpeech({
  template: (key) => api.i18n.getMessage(key, SLOTS),
  // the language of the messages, which may not be that of the browser: there are five
  language: () => api.i18n.getMessage('language') || 'en',
});

/** Where lines begin. A browser whose language there are no messages in shows English, which begins on the left. */
export function direction(): 'ltr' | 'rtl' {
  const said = api.i18n.getMessage('language').split('-')[0];
  const own = api.i18n.getUILanguage().split('-')[0] === said;
  return own && api.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
