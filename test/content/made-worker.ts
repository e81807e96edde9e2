/** The extension around a script in a page: a browser that hands messages to `answer` and its answer, or failure, back. */
import { setSpeech } from '../../src/core/say.ts';

export interface Asked {
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was sent
  payload: any;
}

/** Takes the place of the worker. @returns what it was asked, in order */
export function worker(answer: (asked: Asked) => unknown): Asked[] {
  const asked: Asked[] = [];
  setSpeech({ template: (key) => `${key} $1`, language: () => 'en' });
  Object.assign(globalThis, {
    chrome: {
      runtime: {
        id: 'manicule',
        async sendMessage(message: Asked) {
          asked.push(message);
          return answer(message);
        },
      },
    },
  });
  return asked;
}

/** What the worker answers where it could not store something. */
export const refused = { failure: { code: 'storage-full', sentence: 'The disk is full.' } };
