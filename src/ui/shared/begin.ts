/** What every page of the extension starts with: the reader's words, and the document's language and direction. Imported first. */
import { language } from '../../core/say.ts';
import { direction } from '../../platform/speech.ts';

document.documentElement.lang = language();
document.documentElement.dir = direction();
