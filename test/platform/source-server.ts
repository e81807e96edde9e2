/** One local http server in the place of every source: says what a test tells it to, and remembers what it was asked. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask, NET_LIMITS, type NetLimits, type NetRequest, type Outcome } from '../../src/platform/net.ts';

export interface Said {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Ends the connection after so many bytes of the body. */
  cutAt?: number;
  /** Never ends. */
  hangs?: 'before' | 'within';
}

export interface Heard {
  /** Host it was meant for, with path and query. */
  url: string;
  method: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface SourceServer {
  heard: Heard[];
  /** What the host answers from now on; a list is said one after the other, its last for ever. */
  say(host: string, said: Said | readonly Said[] | ((heard: Heard) => Said)): void;
  /** Asks as the extension does, but here. */
  ask(request: NetRequest, limits?: Partial<NetLimits>): Promise<Outcome>;
  close(): Promise<void>;
}

function answer(response: http.ServerResponse, said: Said): void {
  const body = Buffer.from(said.body ?? '');
  if (said.hangs === 'before') return;
  response.writeHead(said.status ?? 200, {
    'content-type': 'application/json',
    'content-length': body.length,
    ...said.headers,
  });
  if (said.hangs === 'within') {
    response.write(body.subarray(0, 1));
    return;
  }
  if (said.cutAt === undefined) response.end(body);
  else response.write(body.subarray(0, said.cutAt), () => response.destroy());
}

export async function sourceServer(): Promise<SourceServer> {
  const heard: Heard[] = [];
  const says = new Map<string, (heard: Heard) => Said>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = (request.url ?? '').slice(1);
      const one = {
        url,
        method: request.method ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      heard.push(one);
      answer(response, says.get(url.slice(0, url.indexOf('/')))?.(one) ?? { status: 503 });
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    say(host, said) {
      if (typeof said === 'function') {
        says.set(host, said);
        return;
      }
      const all = Array.isArray(said) ? [...(said as readonly Said[])] : [said as Said];
      says.set(host, () => (all.length > 1 ? all.shift() : all[0]) ?? {});
    },
    ask: (request, limits) =>
      ask(
        { ...request, url: request.url.replace('https://', `http://127.0.0.1:${port}/`) },
        { ...NET_LIMITS, ...limits },
      ),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
