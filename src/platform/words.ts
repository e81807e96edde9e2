/** Words as the browser has them, or as they were kept: see speech.ts and page-words.ts. */
import { setSpeech } from '../core/say.ts';
import { api } from './api.ts';

/** Each slot is filled in with itself: the browser would empty those it is given nothing for. */
const SLOTS = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];

/** The message of a key as it stands in the file; '' where there is none. */
export const messageOf = (key: string): string => api.i18n.getMessage(key, SLOTS);

/** From now on words come from `words`, and from the browser where they are not among them. */
export function speak(words: Readonly<Record<string, string>>): void {
  const template = (key: string): string => words[key] ?? messageOf(key);
  // the language of the messages, which may not be that of the browser: there are five
  setSpeech({ template, language: () => template('language') || 'en' });
}
