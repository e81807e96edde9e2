/**
 * A server in the place of Zotero that enforces its rules: requests of browsers without the connector's header are cut off,
 * POSTs must be JSON, sessions cannot be used twice, whatever became of the first request, read-only libraries take nothing,
 * and the library can be read only where that is switched on. After zotero/zotero: server.js, server_connector.js, saveSession.js,
 * server_localAPI.js.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Kept {
  key: string;
  library: number;
  /** Collection ids. */
  collections: number[];
  /** Tags the reader gave; those of items are automatic. */
  tags: string[];
  data: Record<string, unknown>;
}

export interface Call {
  path: string;
  method: string;
  headers: http.IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was sent
  body: any;
}

/** What goes wrong with one request: cut off before it is read, or after it was done; never answered; another answer. */
export type Fault = 'cut' | 'lost' | 'silent' | { status: number; body?: string; ours?: false };

interface Library {
  id: number;
  name: string;
  editable: boolean;
}

export class FakeZotero {
  readonly calls: Call[] = [];
  readonly items: Kept[] = [];
  libraries: Library[] = [
    { id: 1, name: 'My Library', editable: true },
    { id: 2, name: 'Lantern Group', editable: true },
    { id: 3, name: 'Closed Group', editable: false },
  ];
  collections = [
    { id: 23, name: 'Lanterns', library: 1, level: 1 },
    { id: 24, name: 'Small ones', library: 1, level: 2 },
    { id: 31, name: 'Shared', library: 2, level: 1 },
  ];
  /** What is selected in its window. */
  selected = 'L1';
  /** Whether other programs may read the library. */
  readable = false;
  apiVersion = 3;
  /** False: a version that knows no sessions to update. */
  movesSessions = true;
  /** False: a version that does not go to My Library by itself when a read-only one is selected. */
  switchesToMine = true;
  /** Asked for every request; the first fault given is what happens. */
  fault: (call: Call) => Fault | undefined = () => undefined;
  /** Items whose title holds this cannot be saved: the whole request fails. */
  poison = '';
  #sessions = new Map<string, Kept[]>();
  #server: http.Server | undefined;
  #port = 0;
  #clock = Date.parse('2026-03-01T00:00:00Z');

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts on `port`, by default on the one it had, or any. */
  async start(port = this.#port): Promise<this> {
    this.#sessions.clear(); // they do not outlive the program
    const server = http.createServer((request, response) => this.#take(request, response));
    await new Promise<void>((ready, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', ready);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  }

  paths = (): string[] => this.calls.map(({ path }) => path);

  /** Puts an item into My Library as if the reader had saved it there. */
  add(data: Record<string, unknown>, library = 1): void {
    this.#keep({ itemType: 'preprint', ...data }, library, []);
  }

  #keep(data: Record<string, unknown>, library: number, collections: number[]): Kept {
    this.#clock += 1_000;
    const at = new Date(this.#clock).toISOString().replace('.000', '');
    const key = `ITEM${String(this.items.length + 1).padStart(4, '0')}`;
    const kept = { key, library, collections, tags: [], data: { ...data, dateAdded: at, dateModified: at } };
    this.items.push(kept);
    return kept;
  }

  #take(request: http.IncomingMessage, response: http.ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      let body: unknown = text;
      try {
        body = JSON.parse(text);
      } catch {
        // answered below
      }
      const call = {
        path: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers,
        body,
      };
      this.calls.push(call);
      const fault = this.fault(call);
      if (fault === 'cut') return void request.socket.destroy();
      if (fault === 'silent') return;
      if (typeof fault === 'object') return this.#say(response, fault.status, fault.body ?? '', fault.ours);
      const [status, answer, headers] = this.#answer(call, text);
      if (status === 0 || fault === 'lost') request.socket.destroy();
      else this.#say(response, status, answer ?? '', true, headers);
    });
  }

  #say(response: http.ServerResponse, status: number, body: string, ours = true, headers = {}): void {
    const own = {
      'x-zotero-version': '7.0.15',
      'x-zotero-connector-api-version': String(this.apiVersion),
    };
    response.writeHead(status, { ...(ours ? own : {}), 'content-type': 'application/json', ...headers });
    response.end(body);
  }

  #answer(call: Call, text: string): [status: number, body?: string, headers?: Record<string, string>] {
    const { path, method, headers } = call;
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(headers.host ?? ''))
      return [400, 'Invalid host'];
    const { pathname, searchParams } = new URL(path, 'http://127.0.0.1');
    // node's own name is none of a browser's, but what is tested here is to pass as one
    if (!headers['x-zotero-connector-api-version'] && !headers['zotero-allowed-request']) return [0];
    if (pathname.startsWith('/api/')) return method === 'GET' ? this.#read(pathname, searchParams) : [400];
    const endpoint = this.#endpoints[pathname];
    if (!endpoint) return [404, 'No endpoint found\n'];
    if (method !== 'POST') return [400, 'Endpoint does not support method\n'];
    const type = headers['content-type']?.split(/\s*;/)[0];
    if (type !== 'application/json') return [400, 'Endpoint does not support content-type\n'];
    if (typeof call.body === 'string' && text === call.body) return [400, 'Invalid JSON provided\n'];
    return endpoint(call);
  }

  readonly #endpoints: Record<string, (call: Call) => [number, string?]> = {
    '/connector/getSelectedCollection': () => [200, JSON.stringify(this.#selection())],
    '/connector/saveItems': ({ headers, body }) => {
      if (Number(headers['x-zotero-connector-api-version']) < this.apiVersion) {
        return [400, '{"error":"CONNECTOR_VERSION_OUTDATED"}'];
      }
      if (this.#sessions.has(body.sessionID)) return [409, '{"error":"SESSION_EXISTS"}'];
      const session: Kept[] = [];
      this.#sessions.set(body.sessionID, session);
      if (!this.#library(this.selected).editable && this.switchesToMine) this.selected = 'L1';
      const library = this.#library(this.selected);
      if (!library.editable) return [500, '{"libraryEditable":false}'];
      const items = body.items as Record<string, unknown>[];
      if (this.poison && items.some(({ title }) => String(title).includes(this.poison))) return [500];
      const collection = this.selected.startsWith('C') ? [Number(this.selected.slice(1))] : [];
      for (const item of items) session.push(this.#keep(item, library.id, collection));
      return [201];
    },
    '/connector/updateSession': ({ body }) => {
      if (!this.movesSessions) return [404, 'No endpoint found\n'];
      if (!body.sessionID) return [400, '{"error":"SESSION_ID_NOT_PROVIDED"}'];
      const session = this.#sessions.get(body.sessionID);
      if (!session) return [400, '{"error":"SESSION_NOT_FOUND"}'];
      const target = String(body.target);
      const id = Number(target.slice(1));
      if (target.startsWith('C') && !this.collections.some((one) => one.id === id)) {
        return [400, '{"error":"COLLECTION_NOT_FOUND"}'];
      }
      this.selected = target;
      for (const item of session) {
        item.library = this.#library(target).id;
        item.collections = target.startsWith('C') ? [id] : [];
        item.tags = String(body.tags ?? '')
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean);
      }
      return [200, '{}'];
    },
  };

  #library(target: string): Library {
    const id = Number(target.slice(1));
    const of = target.startsWith('L') ? id : this.collections.find((one) => one.id === id)?.library;
    return this.libraries.find((one) => one.id === of) as Library;
  }

  #selection() {
    const library = this.#library(this.selected);
    const collection = this.collections.find(({ id }) => `C${id}` === this.selected);
    return {
      libraryID: library.id,
      libraryName: library.name,
      libraryEditable: library.editable,
      filesEditable: library.editable,
      editable: library.editable,
      id: collection?.id ?? null,
      name: collection?.name ?? library.name,
      targets: this.libraries
        .filter(({ editable }) => editable)
        .flatMap(({ id, name }) => [
          { id: `L${id}`, name, filesEditable: true, level: 0 },
          ...this.collections
            .filter((one) => one.library === id)
            .map((one) => ({ id: `C${one.id}`, name: one.name, filesEditable: true, level: one.level })),
        ]),
    };
  }

  #read(pathname: string, query: URLSearchParams): [number, string, Record<string, string>?] {
    if (!this.readable) return [403, 'Local API is not enabled'];
    if (pathname === '/api/users/0/groups') {
      const groups = this.libraries.filter(({ id }) => id > 1);
      return [200, JSON.stringify(groups.map(({ id, name }) => ({ id, data: { id, name } })))];
    }
    const group = Number(/^\/api\/groups\/(\d+)\/items\/top$/.exec(pathname)?.[1] ?? 1);
    if (pathname !== '/api/users/0/items/top' && !this.libraries.some(({ id }) => id > 1 && id === group))
      return [404, 'Not found'];
    const sort = query.get('sort') ?? 'dateModified';
    const way = (query.get('direction') ?? 'desc') === 'asc' ? 1 : -1;
    const all = this.items
      .filter(({ library }) => library === group)
      .sort((a, b) => (String(a.data[sort]) < String(b.data[sort]) ? -way : way));
    const start = Number(query.get('start') ?? 0);
    const some = all.slice(start, start + Number(query.get('limit') ?? all.length));
    const body = JSON.stringify(some.map(({ key, data }) => ({ key, version: 0, data: { key, ...data } })));
    return [200, body, { 'total-results': String(all.length), 'zotero-api-version': '3' }];
  }
}
