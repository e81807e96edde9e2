/** What every page of the extension starts with: the reader's words, and the document's language. Imported first. */
import '../../platform/speech.ts';
import { language } from '../../core/say.ts';

document.documentElement.lang = language();
