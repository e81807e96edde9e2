/** Failures of a page go to the local log: where, what, host and path. Never text of the page. */
import { send } from '../platform/rpc.ts';

export function logProblem(where: string, message: string, url: URL): void {
  const page = `${url.host}${url.pathname}`.slice(0, 500);
  const line = { at: new Date().toISOString(), where, message: message.slice(0, 1_000), page };
  send('log.add', { line }).catch(() => undefined); // a log that cannot be written has no reader either
}
