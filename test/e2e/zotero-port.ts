/** Zotero's own port, the only one the extension may talk to: for one file of tests at a time. */
import { createServer } from 'node:net';
import { FakeZotero } from '../platform/zotero-server.ts';

export const ZOTERO_PORT = 23119;
/** Held as long as the port is in use, also while the server on it is stopped; it is free again when its process ends. */
const TURN = ZOTERO_PORT - 1;

export interface OnPort {
  zotero: FakeZotero;
  close(): Promise<void>;
}

/** A server that keeps Zotero's rules, on its port, once no other test needs that. */
export async function zoteroOnPort(): Promise<OnPort> {
  const turn = createServer();
  const mine = () =>
    new Promise<boolean>((done) => {
      turn.once('error', () => done(false));
      turn.listen(TURN, '127.0.0.1', () => done(true));
    });
  while (!(await mine())) await new Promise((tick) => setTimeout(tick, 200));
  const zotero = await new FakeZotero().start(ZOTERO_PORT);
  return {
    zotero,
    async close() {
      await zotero.stop();
      await new Promise((done) => turn.close(done));
    },
  };
}
