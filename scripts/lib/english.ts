/** The English words, for programs without a browser: the command line and the tests. Imported for its effect. */

import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { setSpeech } from '../../src/core/say.ts';

const words: Readonly<Record<string, { message: string }>> = messages;

setSpeech({ template: (key) => words[key]?.message ?? '', language: () => 'en' });
