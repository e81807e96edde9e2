/** Drives a target Playwright gives no page for (the toolbar popup) through the browser's own CDP session. */
import type { CDPSession } from 'playwright-core';

interface Reply {
  id: number;
  result?: unknown;
  error?: { message: string };
}

export interface Nested {
  send<T>(method: string, params?: object): Promise<T>;
  /** Value of an expression in the target; promises are awaited. @throws Error with the target's own exception. */
  evaluate<T>(expression: string): Promise<T>;
  screenshot(): Promise<Buffer>;
}

export async function nestedSession(browser: CDPSession, targetId: string): Promise<Nested> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { ok(value: unknown): void; failed(error: Error): void }>();
  let last = 0;
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as Reply;
    const one = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.error) one?.failed(new Error(reply.error.message));
    else one?.ok(reply.result);
  });
  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise<T>((ok, failed) => {
      const id = ++last;
      waiting.set(id, { ok: ok as (value: unknown) => void, failed });
      const message = JSON.stringify({ id, method, params });
      browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(failed);
    });
  return {
    send,
    async evaluate<T>(expression: string): Promise<T> {
      const reply = await send<{
        result: { value: T };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      }>('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
      const failed = reply.exceptionDetails;
      if (failed) throw new Error(failed.exception?.description ?? failed.text);
      return reply.result.value;
    },
    async screenshot() {
      const { data } = await send<{ data: string }>('Page.captureScreenshot');
      return Buffer.from(data, 'base64');
    },
  };
}
