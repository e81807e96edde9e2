/**
 * One local https server in the place of the sites: real pages of the corpus where it is present, the project's own
 * fixtures, and pages a test adds. Both browsers are told to find the sites' hosts here and nothing anywhere else.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusPages, fixturePages, type Page } from './pages.ts';

export const HOSTS = [
  'huggingface.co',
  'arxiv.org',
  'www.arxiv.org',
  'export.arxiv.org',
  'elsewhere.test',
  'proceedings.mlr.press',
  'papers.cool',
  'openreview.net',
  'news.example.org',
  'scholar.google.com',
  'openaccess.thecvf.com',
  'proceedings.neurips.cc',
  'proceedings.icml.cc',
].concat(
  // what may be asked once lookups are on: no test ever reaches the real ones
  ['api2.openreview.net', 'api.crossref.org', 'api.openalex.org', 'api.semanticscholar.org', 'dblp.org'],
);

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface Server {
  port: number;
  /** Every request so far, as host and path. */
  log: string[];
  /** Serves `html` at `url` from now on. */
  add(url: string, html: string): void;
  /** The same, but only its beginning is sent at once, and the rest when that is there. */
  addSlowly(url: string, beginning: string, rest: Promise<string>): void;
  /** Answers every request to `host` that no page stands for; the reply may take its time. */
  answer(host: string, reply: (path: string) => Reply | Promise<Reply>): void;
  /** Whether a page is served at `url`. */
  has(url: string): boolean;
  chromiumArgs: string[];
  firefoxPrefs: Record<string, unknown>;
  close(): Promise<void>;
}

function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'manicule-cert-'));
  const names = HOSTS.map((host) => `DNS:${host}`).join(',');
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
        .concat(['-subj', '/CN=manicule test', '-addext', `subjectAltName=${names}`])
        .concat(['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]),
      { stdio: 'ignore' },
    );
    return { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const key = (url: string): string => {
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname}${search}`;
};

/** Starts the server on a free port. `look`: the corpus pages get their stand-in style sheets. */
export async function serve(options: { look?: boolean } = {}): Promise<Server> {
  const pages = new Map<string, Page>();
  for (const page of [...corpusPages(options.look ?? false), ...fixturePages()])
    pages.set(key(page.url), page);
  const log: string[] = [];
  const slow = new Map<string, { beginning: string; rest: Promise<string> }>();
  const services = new Map<string, (path: string) => Reply | Promise<Reply>>();
  const server = https.createServer(certificate(), (request, response) => {
    const at = `${request.headers.host}${request.url}`;
    log.push(at);
    const coming = slow.get(at);
    if (coming) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(coming.beginning);
      void coming.rest.then((html) => response.end(html));
      return;
    }
    const page = pages.get(at);
    const service = page ? undefined : services.get(request.headers.host ?? '');
    if (service) {
      void Promise.resolve(service(request.url ?? '')).then(({ status = 200, headers, body = '' }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(body);
      });
      return;
    }
    if (!page) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('no such page');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page.html());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const rules = HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(',');
  return {
    port,
    log,
    addSlowly: (url, beginning, rest) => void slow.set(key(url), { beginning, rest }),
    add: (url, html) => void pages.set(key(url), { url, html: () => html }),
    answer: (host, reply) => void services.set(host, reply),
    has: (url) => pages.has(key(url)),
    chromiumArgs: [`--host-resolver-rules=${rules},MAP * ~NOTFOUND`, '--ignore-certificate-errors'],
    firefoxPrefs: {
      'network.dns.localDomains': HOSTS.join(','),
      'network.socket.forcePort': `443=${port}`,
      'network.dns.disableIPv6': true,
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
