/**
 * Requests to the Zotero that runs on this machine, and every way they can end, told apart
 * (https://www.zotero.org/support/dev/client_coding/connector_http_server, and server.js, server_connector.js, server_localAPI.js of
 * https://github.com/zotero/zotero). Zotero cuts off browsers that do not name the connector's version.
 */
import { type Selection, type Target, type Trouble, ZOTERO_URL } from '../core/zotero.ts';
import { bodyOf } from './net.ts';

/** The form of requests used here; Zotero refuses older forms than its own. */
const API_VERSION = '3';

export interface ZoteroLimits {
  /** Until the last byte, in ms: short questions, and what may take Zotero a while. Workers may wait half a minute at most. */
  short: number;
  long: number;
  /** Bytes of one answer, decoded. */
  size: number;
}

const LIMITS: ZoteroLimits = { short: 6_000, long: 25_000, size: 40_000_000 };

interface Answer {
  status: number;
  text: string;
  headers: Headers;
}

type Ended = Answer | { trouble: Trouble };

const trouble = (kind: Trouble['kind'], status?: number): { trouble: Trouble } => ({
  trouble: status === undefined ? { kind } : { kind, status },
});

/** Whether the browser's own setting keeps requests off programs of this machine; Chrome has had two names for it. */
async function blockedByBrowser(): Promise<boolean> {
  for (const name of ['loopback-network', 'local-network-access']) {
    try {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return state === 'denied';
    } catch {
      // no such setting in this browser
    }
  }
  return false;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The object in `text`; an empty one for anything else. */
function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** What an answer that is no success stands for. */
function refusal({ status, text }: Answer): { trouble: Trouble } {
  const said = objectOf(text);
  if (said['error'] === 'CONNECTOR_VERSION_OUTDATED' || status === 412) return trouble('outdated', status);
  if (said['libraryEditable'] === false) return trouble('read-only', status);
  if (status === 404 || status === 501) return trouble('old', status);
  if (status === 401 || status === 403) return trouble('refused', status);
  return trouble('failed', status);
}

const TARGET = /^[LC]\d{1,15}$/;
const MOST_TARGETS = 5_000;
const name = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

function targetOf(value: unknown): Target[] {
  if (!isObject(value) || typeof value['id'] !== 'string' || !TARGET.test(value['id'])) return [];
  const level = value['level'];
  return [
    {
      id: value['id'],
      name: name(value['name']),
      level: typeof level === 'number' && level > 0 ? Math.min(Math.floor(level), 50) : 0,
    },
  ];
}

/** What `getSelectedCollection` tells; undefined where it is something else. */
function selectionOf({ text, headers }: Answer): Selection | undefined {
  const said = objectOf(text);
  const collection = said['id'];
  const id = typeof collection === 'number' ? `C${collection}` : `L${String(said['libraryID'])}`;
  if (!TARGET.test(id)) return undefined;
  const targets = Array.isArray(said['targets']) ? said['targets'].slice(0, MOST_TARGETS) : [];
  return {
    target: { id, name: name(said['name']), level: typeof collection === 'number' ? 1 : 0 },
    editable: said['editable'] !== false && said['libraryEditable'] !== false,
    targets: targets.flatMap(targetOf),
    version: name(headers.get('x-zotero-version')),
  };
}

/** Most groups that are read. */
const MOST_GROUPS = 100;

/** Ids of the groups in an answer. */
function groupsIn(text: string): number[] {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return [];
  }
  const ids = (Array.isArray(told) ? told : []).map((one: unknown) =>
    isObject(one) ? one['id'] : undefined,
  );
  const sound = ids.filter((id) => Number.isSafeInteger(id) && (id as number) > 0) as number[];
  return [...new Set(sound)].slice(0, MOST_GROUPS);
}

export type Saved = { kind: 'taken' } | { kind: 'known' } | { trouble: Trouble };
export type Moved =
  | { kind: 'done' }
  | { kind: 'unknown-session' }
  | { kind: 'no-target' }
  | { trouble: Trouble };
/** `text`: items as Zotero's API writes them. */
export type Read = { text: string; total: number } | { kind: 'closed' } | { trouble: Trouble };

export interface ZoteroClient {
  /** What is selected in Zotero and what else there is: also tells whether it runs. */
  selected(): Promise<Selection | { trouble: Trouble }>;
  /**
   * Puts items into what is selected in Zotero. 'known': a request of this session came before; Zotero says so whatever
   * became of it. Troubles told apart by `isUnknown` leave open whether the items arrived.
   */
  save(session: string, items: readonly unknown[]): Promise<Saved>;
  /** Moves what a session saved to `target` and gives it `tags`, parted by commas. */
  move(session: string, target: string, tags: string): Promise<Moved>;
  /**
   * Items of the reader's own library, or of a group's, from `start` on; 'closed': Zotero does not let programs read it,
   * or there is no such group.
   */
  read(
    start: number,
    limit: number,
    order: 'as added' | 'latest change first',
    group?: number,
  ): Promise<Read>;
  /** The groups whose libraries are here; none where that cannot be told. */
  groups(): Promise<number[]>;
}

/** A client of the Zotero at `base`. Nothing it does throws: every failure is an outcome. */
export function zoteroClient(base: string = ZOTERO_URL, some: Partial<ZoteroLimits> = {}): ZoteroClient {
  const limits = { ...LIMITS, ...some };

  async function request(path: string, timeout: number, body?: unknown): Promise<Ended> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), timeout);
    let answered = false;
    try {
      const response = await fetch(base + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'X-Zotero-Connector-API-Version': API_VERSION,
          ...(body === undefined ? { 'Zotero-API-Version': '3' } : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'manual',
        signal: controller.signal,
      });
      answered = true;
      const { status, headers } = response;
      if (!headers.has('x-zotero-version') && !headers.has('x-zotero-connector-api-version')) {
        await response.body?.cancel().catch(() => undefined);
        return trouble('stranger', status);
      }
      const text = await bodyOf(response, limits.size);
      return text === undefined ? trouble('stranger', status) : { status, text, headers };
    } catch {
      if (controller.signal.aborted) return trouble('slow');
      if (answered) return trouble('absent'); // cut off within its answer
      return trouble((await blockedByBrowser()) ? 'blocked' : 'absent');
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async selected() {
      const answer = await request('/connector/getSelectedCollection', limits.short, {});
      if ('trouble' in answer) return answer;
      if (answer.status !== 200) return refusal(answer);
      return selectionOf(answer) ?? trouble('stranger', answer.status);
    },

    async save(session, items) {
      const answer = await request('/connector/saveItems', limits.long, { sessionID: session, items });
      if ('trouble' in answer) return answer;
      if (answer.status >= 200 && answer.status < 300) return { kind: 'taken' };
      return answer.status === 409 ? { kind: 'known' } : refusal(answer);
    },

    async move(session, target, tags) {
      const body = { sessionID: session, target, tags };
      const answer = await request('/connector/updateSession', limits.long, body);
      if ('trouble' in answer) return answer;
      if (answer.status >= 200 && answer.status < 300) return { kind: 'done' };
      const { error } = objectOf(answer.text);
      if (error === 'SESSION_NOT_FOUND') return { kind: 'unknown-session' };
      return error === 'COLLECTION_NOT_FOUND' ? { kind: 'no-target' } : refusal(answer);
    },

    async groups() {
      const answer = await request('/api/users/0/groups', limits.short);
      return 'trouble' in answer || answer.status !== 200 ? [] : groupsIn(answer.text);
    },

    async read(start, limit, order, group) {
      const sort = order === 'as added' ? 'dateAdded&direction=asc' : 'dateModified&direction=desc';
      const query = `start=${start}&limit=${limit}&sort=${sort}`;
      const library = group === undefined ? 'users/0' : `groups/${group}`;
      const answer = await request(`/api/${library}/items/top?${query}`, limits.long);
      if ('trouble' in answer) return answer;
      // versions without the API know no such address
      if (answer.status === 403 || answer.status === 404) return { kind: 'closed' };
      if (answer.status !== 200) return refusal(answer);
      return { text: answer.text, total: Number(answer.headers.get('total-results')) || 0 };
    },
  };
}
