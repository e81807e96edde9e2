/** The browser as far as the worker asks it: ids, listeners, tabs, settings. */
import { vi } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };

const words: Readonly<Record<string, { message: string }>> = english;

export const SELF = { id: 'manicule@example', origin: 'chrome-extension://abc/' };

type Reply = (answer: unknown) => void;
export type Listener = (message: unknown, sender: unknown, reply: Reply) => true | undefined;

export const opened: string[] = [];
export const badges: unknown[] = [];
export const stored: Record<string, unknown> = {};
export const listeners: Listener[] = [];
/** Origins the reader allowed. */
export const granted: string[] = [];

const fake = vi.hoisted(() => ({}) as Record<string, unknown>);
Object.assign(fake, {
  runtime: {
    id: SELF.id,
    getURL: (path: string) => SELF.origin + path,
    onMessage: {
      addListener: (listener: Listener) => listeners.push(listener),
      removeListener: () => undefined,
    },
    onInstalled: { addListener: () => undefined },
    onStartup: { addListener: () => undefined },
  },
  i18n: { getMessage: (key: string) => words[key]?.message ?? '' },
  commands: { onCommand: { addListener: () => undefined } },
  contextMenus: { onClicked: { addListener: () => undefined } },
  omnibox: {
    onInputStarted: { addListener: () => undefined },
    onInputChanged: { addListener: () => undefined },
    onInputEntered: { addListener: () => undefined },
  },
  alarms: {
    create: async () => undefined,
    clear: async () => true,
    onAlarm: { addListener: () => undefined },
  },
  permissions: {
    getAll: async () => ({ origins: granted }),
    onAdded: { addListener: () => undefined },
    onRemoved: { addListener: () => undefined },
  },
  tabs: { create: async ({ url }: { url: string }) => opened.push(url) },
  action: {
    setBadgeText: async (badge: unknown) => badges.push(badge),
    setBadgeBackgroundColor: async () => undefined,
  },
  storage: { local: { get: async () => stored } },
});
Object.assign(globalThis, { chrome: fake });
vi.mock('webextension-polyfill', () => ({ default: fake }));

/** What the worker answers; undefined when it leaves the message to others. */
export function deliver(message: unknown, sender: unknown): Promise<unknown> | undefined {
  let reply: Reply = () => undefined;
  const answer = new Promise((resolve) => {
    reply = resolve;
  });
  return listeners[0]?.(message, sender, reply) === true ? answer : undefined;
}

export const fromTab = { id: SELF.id, url: 'https://arxiv.org/list/cs.CL/new', tab: { id: 5 } };
export const fromPage = { id: SELF.id, url: `${SELF.origin}src/ui/popup/index.html` };
