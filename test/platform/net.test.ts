import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, type Outcome, retryAfter } from '../../src/platform/net.ts';
import { type Said, type SourceServer, sourceServer } from './source-server.ts';

let server: SourceServer;
beforeAll(async () => {
  server = await sourceServer();
});
afterAll(() => server.close());
beforeEach(() => void server.heard.splice(0));

const url = 'https://api.example/works';

async function outcome(said: Said, limits = {}): Promise<Outcome> {
  server.say('api.example', said);
  return server.ask({ url, accept: 'application/json' }, limits);
}

describe('how a request ends', () => {
  it.each<[string, Said, Outcome, object?]>([
    ['an answer', { body: '{"é":1}' }, { kind: 'ok', text: '{"é":1}' }],
    ['an empty answer', { body: '' }, { kind: 'ok', text: '' }],
    ['not found', { status: 404, body: 'no' }, { kind: 'not-found' }],
    ['gone', { status: 410 }, { kind: 'not-found' }],
    ['too many, without a time', { status: 429 }, { kind: 'limited' }],
    [
      'too many, with seconds',
      { status: 429, headers: { 'retry-after': '17' } },
      { kind: 'limited', retryAfter: 17_000 },
    ],
    ['too many, with nonsense', { status: 429, headers: { 'retry-after': 'soon' } }, { kind: 'limited' }],
    ['a broken server', { status: 500, body: '<h1>Oops' }, { kind: 'server', status: 500 }],
    [
      'a server at rest',
      { status: 503, headers: { 'retry-after': '5' } },
      { kind: 'server', status: 503, retryAfter: 5_000 },
    ],
    ['a refusal', { status: 403, body: 'forbidden' }, { kind: 'refused', status: 403, text: 'forbidden' }],
    [
      'another address',
      { status: 302, headers: { location: 'https://elsewhere.example/' } },
      { kind: 'unreadable', why: 'it sends elsewhere' },
    ],
    ['no content', { status: 204 }, { kind: 'unreadable', why: 'status 204' }],
    ['a cut answer', { body: '{"a": 12345}', cutAt: 5 }, { kind: 'unreadable', why: 'it is cut short' }],
    [
      'bytes that are no text',
      { body: new Uint8Array([0x7b, 0xff, 0xfe]) },
      { kind: 'unreadable', why: 'it is cut short' },
    ],
    ['silence', { hangs: 'before' }, { kind: 'timeout' }, { timeout: 80 }],
    ['silence within', { body: '{"a": 1}', hangs: 'within' }, { kind: 'timeout' }, { timeout: 80 }],
    [
      'more than it may be',
      { body: 'x'.repeat(2_000) },
      { kind: 'unreadable', why: 'it is too large' },
      { size: 1_000 },
    ],
  ])('%s', async (_, said, expected, limits) => {
    expect(await outcome(said, limits)).toEqual(expected);
    expect(server.heard).toHaveLength(1); // no second try, no redirect followed
  });

  it('no server', async () => {
    expect(await ask({ url: 'http://127.0.0.1:9/', accept: '*/*' })).toEqual({ kind: 'network' });
  });
});

it('sends nothing about the reader', async () => {
  await outcome({ body: '[]', headers: { 'set-cookie': 'a=b' } });
  await outcome({ body: '[]' });
  server.say('api.example', { body: '[]' });
  await server.ask({ url, accept: 'application/json', body: '{"ids":[]}' });
  for (const { headers } of server.heard) {
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['cookie']));
    expect(headers['referer']).toBeUndefined();
    expect(headers['authorization']).toBeUndefined();
  }
  expect(server.heard[2]).toMatchObject({
    method: 'POST',
    body: '{"ids":[]}',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  });
});

it.each([
  ['3', 3_000],
  ['0', 0],
  [new Date(60_000).toUTCString(), 50_000],
  [new Date(1_000).toUTCString(), 0],
  ['99999999', 86_400_000],
  ['-5', undefined],
  ['5', 5_000],
  ['', undefined],
  [null, undefined],
  ['later', undefined],
])('waits for Retry-After %j', (value, expected) => {
  expect(retryAfter(value, 10_000)).toBe(expected);
});
