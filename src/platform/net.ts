/**
 * One request to another server, and every way it can end, told apart: only `ok`, `not-found` and what a source itself
 * says count as answers. No cookies, no referrer, nothing kept by the browser's cache, no redirect followed: it goes to the
 * host the reader agreed to and to no other.
 */

import { api } from './api.ts';

export interface NetRequest {
  url: string;
  /** JSON to post; missing: GET. */
  body?: string;
  accept: string;
}

export type Outcome =
  | { kind: 'ok'; text: string }
  | { kind: 'not-found' }
  /** Too many requests. `retryAfter`: ms the server asks to wait. */
  | { kind: 'limited'; retryAfter?: number }
  | { kind: 'server'; status: number; retryAfter?: number }
  /** Any other refusal, with the beginning of what was said. */
  | { kind: 'refused'; status: number; text: string }
  | { kind: 'timeout' }
  /** No connection: offline, no such host, blocked. */
  | { kind: 'network' }
  /** Too large, cut short, no text, sent elsewhere. */
  | { kind: 'unreadable'; why: string };

export interface NetLimits {
  /** Until the last byte, in ms. */
  timeout: number;
  /** Bytes, decoded. */
  size: number;
}

export const NET_LIMITS: NetLimits = { timeout: 25_000, size: 8_000_000 };

const DAY_MS = 24 * 60 * 60 * 1000;

/** `Retry-After` in ms: seconds or a date (RFC 9110, section 10.2.3); at most a day. */
export function retryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? '';
  // `Date.parse` alone makes a date of nearly anything
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) - now : Number.NaN;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : date;
  return !Number.isFinite(ms) ? undefined : Math.min(Math.max(ms, 0), DAY_MS);
}

/** The body as text; undefined when it is larger than `size`. Throws when it ends early or is no UTF-8. */
export async function bodyOf(response: Response, size: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let read = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    read += value.byteLength;
    if (read > size) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

async function outcomeOf(response: Response, { size }: NetLimits): Promise<Outcome> {
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return { kind: 'unreadable', why: 'it sends elsewhere' };
  const wait = retryAfter(response.headers.get('retry-after'), Date.now());
  const waiting = wait === undefined ? {} : { retryAfter: wait };
  const drop = () => response.body?.cancel().catch(() => undefined);
  if (status === 429) {
    await drop();
    return { kind: 'limited', ...waiting };
  }
  if (status >= 500) {
    await drop();
    return { kind: 'server', status, ...waiting };
  }
  if (status === 404 || status === 410) {
    await drop();
    return { kind: 'not-found' };
  }
  if (status >= 400) {
    const said = await bodyOf(response, 20_000).catch(() => '');
    return { kind: 'refused', status, text: (said ?? '').slice(0, 2_000) };
  }
  if (status !== 200) return { kind: 'unreadable', why: `status ${status}` };
  const text = await bodyOf(response, size);
  return text === undefined ? { kind: 'unreadable', why: 'it is too large' } : { kind: 'ok', text };
}

/** Asks once. Never throws: every failure is an outcome. */
export async function ask(request: NetRequest, limits: NetLimits = NET_LIMITS): Promise<Outcome> {
  const controller = new AbortController();
  let answered = false;
  const timer = setTimeout(() => controller.abort(), limits.timeout);
  try {
    const response = await fetch(request.url, {
      method: request.body === undefined ? 'GET' : 'POST',
      headers: {
        accept: request.accept,
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal: controller.signal,
    });
    answered = true;
    return await outcomeOf(response, limits);
  } catch {
    if (controller.signal.aborted) return { kind: 'timeout' };
    return answered ? { kind: 'unreadable', why: 'it is cut short' } : { kind: 'network' };
  } finally {
    clearTimeout(timer);
  }
}

/** A file of the extension itself, by its path: nothing leaves the machine. @throws Error when it is not there. */
export async function ownFile(path: string): Promise<ArrayBuffer> {
  const response = await fetch(api.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path}: status ${response.status}`);
  return response.arrayBuffer();
}
