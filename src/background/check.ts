/** Who may ask for what: every payload passes its schema, every sender is our own. */
import * as v from 'valibot';
import { ManiculeError } from '../core/errors.ts';
import { MESSAGE_SCHEMAS } from '../core/message-schemas.ts';
import type { WorkerType } from '../core/messages.ts';
import { say } from '../core/say.ts';
import { clip } from '../core/text.ts';

export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

export interface Self {
  /** Id of this extension. */
  id: string;
  /** Address all its pages begin with. */
  origin: string;
}

/** What pages of the extension alone ask for; a script in a site's page shares a process with that site. */
const OWN_PAGES: ReadonlySet<string> = new Set<WorkerType>([
  'lookups.wake',
  'topics.learn',
  'zotero.send',
  'zotero.wake',
]);

/** A content script of ours runs in a tab; a page of ours has our address. Nobody else is answered. */
const isOurs = (type: string, sender: Sender, self: Self): boolean =>
  sender.id === self.id &&
  (sender.url?.startsWith(self.origin) === true || (sender.tab?.id !== undefined && !OWN_PAGES.has(type)));

/**
 * The payload, unknown keys dropped.
 * @throws ManiculeError 'forbidden-message' for a sender who may not ask for it, or an unknown type, 'bad-message' for a wrong payload.
 */
export function checkMessage(type: string, payload: unknown, sender: Sender, self: Self): unknown {
  if (!isOurs(type, sender, self)) {
    throw new ManiculeError('forbidden-message', say('checkForeign'));
  }
  if (!Object.hasOwn(MESSAGE_SCHEMAS, type)) {
    throw new ManiculeError('forbidden-message', say('checkUnknown', clip(type, 40)));
  }
  const result = v.safeParse(MESSAGE_SCHEMAS[type as WorkerType] as v.GenericSchema, payload);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new ManiculeError(
    'bad-message',
    clip(say('checkPayload', v.getDotPath(issue) ?? 'message', issue.message), 300),
  );
}
