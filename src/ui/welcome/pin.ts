/** Where each browser keeps the button of an extension, and how it stays in sight. */
import type { MessageKey } from '../../core/say.ts';

export const PIN = {
  chrome: 'welcomePinChrome',
  firefox: 'welcomePinFirefox',
} as const satisfies Record<string, MessageKey>;
