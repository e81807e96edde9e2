import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SOURCES, sourceOf } from '../../src/core/sources.ts';
import {
  countLookups,
  getRows,
  loadIndex,
  noteSource,
  openDb,
  sightingsOf,
  sourceStates,
} from '../../src/storage/index.ts';
import * as made from '../exchange/api-answers.ts';
import { freshDatabase, NOW } from '../storage/setup.ts';
import { Lab } from './lookup-lab.ts';
import './setup.ts';

const { LANTERN, TIDE } = made;
const ARXIV = 'export.arxiv.org';
const S2 = 'api.semanticscholar.org';
const lantern = 'arxiv:2511.04242';
const tide = 'arxiv:2510.00017';
const asMet = ({ title, authors }: made.MadeWork) => ({ title, authors });

let lab: Lab;
beforeEach(async () => {
  await freshDatabase();
  lab = await Lab.open();
  // nobody knows anything, unless a test says so
  lab.server.say(ARXIV, { body: made.atom([]) });
  lab.server.say('huggingface.co', { status: 404 });
  lab.server.say('api2.openreview.net', { body: '{"notes":[]}' });
  lab.server.say('api.crossref.org', { body: made.crossrefList([]) });
  lab.server.say('api.openalex.org', { body: '{"results":[]}' });
  lab.server.say(S2, { status: 400, body: '{"error":"No valid paper ids given"}' });
  lab.server.say('dblp.org', { body: made.dblpAnswer([]) });
});
afterEach(async () => {
  expect(lab.failures).toEqual([]);
  expect(lab.unheld).toEqual([]);
  await lab.server.close();
});

const answers = async () => (await openDb()).getAll('answers');
const save = async (...ids: string[]) => (await lab.worker()).saved(ids, 5);

describe('a saved paper without an abstract', () => {
  it('gets it, and the tab that saved it is told', async () => {
    await lab.meet(lantern, asMet(LANTERN));
    lab.server.say(ARXIV, { body: made.atom([LANTERN]) });
    await save(lantern);
    await lab.untilQuiet();
    const paper = await lab.paper(lantern);
    expect(paper).toMatchObject({ abstract: LANTERN.abstract, published: '2025-11-06', id: lantern });
    expect(lab.told[0]).toEqual({ tab: 5, ids: [lantern] });
    expect(await countLookups()).toBe(0);
    expect(lab.alarm).toBeUndefined();
  });

  it('is met no more often by that, keeps its mark, is tagged anew and found by the new words', async () => {
    await lab.meet(lantern, asMet(LANTERN));
    const [before] = (await getRows([lantern])).rows;
    lab.server.say(ARXIV, { body: made.atom([LANTERN]) });
    await save(lantern);
    await lab.untilQuiet();
    const [after] = (await getRows([lantern])).rows;
    expect(after?.paper.seen).toEqual(before?.paper.seen);
    expect(await sightingsOf(lantern)).toHaveLength(1);
    expect(after?.mark).toEqual(before?.mark);
    expect(after?.paper.topics).not.toEqual(before?.paper.topics); // the lab's tagger knows one topic only
    expect(after?.paper.topicsVersion).toBeGreaterThan(0);
    const index = await loadIndex();
    expect((await index.search('"lantern that dims"')).ids).toEqual([lantern]);
    index.close();
  });

  it('is asked about once: answers, also that there is none, are kept', async () => {
    await lab.meet(lantern, asMet(LANTERN));
    await save(lantern);
    await lab.untilQuiet();
    const count = lab.requests.length;
    expect(count).toBeGreaterThan(3);
    await save(lantern);
    await lab.untilQuiet();
    expect(lab.requests).toHaveLength(count);
    lab.pass(15 * 24 * 3_600_000); // "none" is forgotten
    await save(lantern);
    await lab.untilQuiet();
    expect(lab.requests).toHaveLength(2 * count);
  });
});

describe('a paper saved by a link to its DOI, of which nothing else is known', () => {
  const id = `doi:${TIDE.doi}`;
  it.each([
    ['crossref', 'api.crossref.org', () => made.crossrefList([made.crossrefWork(TIDE)])],
    ['semanticscholar', S2, () => JSON.stringify([made.s2Paper(TIDE)])],
  ] as const)('gets title, authors and abstract from %s', async (source, host, body) => {
    lab.allowed = [source];
    await lab.meet(id, { title: id, authors: [] });
    lab.server.say(host, { body: body() });
    await save(id);
    const { title, authors, abstract } = (await lab.paper(id)) ?? {};
    expect({ title, authors }).toEqual(asMet(TIDE));
    expect(abstract).toContain(TIDE.abstract);
  });
});

describe('switches', () => {
  it('off, nothing is queued and not one request leaves', async () => {
    lab.settings = { ...lab.settings, lookUpSaved: false, lookUpInView: false };
    await lab.meet(lantern, asMet(LANTERN));
    await save(lantern);
    await (await lab.worker()).inView([lantern], 5);
    await (await lab.worker()).library();
    await lab.untilQuiet();
    expect([lab.requests, await countLookups()]).toEqual([[], 0]);
  });

  it('switched off meanwhile, what waits is dropped', async () => {
    await lab.meet(lantern, asMet(LANTERN));
    lab.server.say(ARXIV, () => {
      lab.settings = { ...lab.settings, lookUpSaved: false };
      return { body: made.atom([LANTERN]) };
    });
    await save(lantern);
    await lab.untilQuiet();
    expect(lab.requests.map(({ source }) => source)).toEqual(['arxiv']);
    expect(await countLookups()).toBe(0);
  });

  it('in view, only abstract and authors are asked for', async () => {
    await lab.meet(lantern, asMet(LANTERN), false);
    lab.server.say(ARXIV, { body: made.atom([LANTERN]) });
    await (await lab.worker()).inView([lantern], 9);
    await lab.untilQuiet();
    expect(lab.requests.map(({ source }) => source)).toEqual(['arxiv']);
    expect(lab.told).toEqual([{ tab: 9, ids: [lantern] }]);
  });

  it('papers that are not saved are not taken for saved', async () => {
    await lab.meet(lantern, asMet(LANTERN), false);
    await save(lantern, 'arxiv:2511.77777');
    await lab.untilQuiet();
    expect(lab.requests).toEqual([]);
  });

  it('a source that may not be asked is passed over', async () => {
    lab.allowed = ['dblp'];
    await lab.meet(lantern, asMet(LANTERN));
    await save(lantern);
    await lab.untilQuiet();
    expect(lab.requests.map(({ source }) => source)).toEqual(['dblp']);
  });
});

describe('pace', () => {
  it('many papers go out in batches, no two requests of a source closer than it asks', async () => {
    lab.allowed = ['arxiv', 'semanticscholar', 'huggingface'];
    const ids = Array.from({ length: 230 }, (_, n) => `arxiv:2509.${String(n).padStart(5, '0')}`);
    for (const id of ids) await lab.meet(id, { title: `Paper ${id} on tides and the storage below them` });
    await (await lab.worker()).library();
    await lab.untilQuiet();
    for (const { id, pace } of SOURCES) {
      const times = lab.asked(id).map(({ at }) => at);
      for (const [n, at] of times.entries())
        if (n > 0) expect(at - (times[n - 1] ?? 0)).toBeGreaterThanOrEqual(pace);
    }
    expect(lab.asked('arxiv').map(({ url }) => new URL(url).searchParams.get('max_results'))).toEqual([
      '100',
      '100',
      '30',
    ]);
    expect(lab.asked('semanticscholar')).toHaveLength(3);
    expect(lab.asked('huggingface')).toHaveLength(230);
  });

  it('holds across a worker that was stopped', async () => {
    lab.allowed = ['arxiv'];
    await lab.meet(lantern, asMet(LANTERN));
    lab.killAt = 7; // with its request under way
    await save(lantern);
    expect(lab.requests).toHaveLength(1);
    lab.killAt = Number.POSITIVE_INFINITY;
    await lab.untilQuiet();
    const [first, second] = lab.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(sourceOf('arxiv').pace);
  });

  it('a paper saved is asked about before all that are merely in view', async () => {
    lab.allowed = ['openreview'];
    const view = ['openreview:viewed01', 'openreview:viewed02', 'openreview:viewed03'];
    for (const id of view) await lab.meet(id, {}, false);
    await lab.meet('openreview:savedone');
    let saving: Promise<void> | undefined;
    lab.server.say('api2.openreview.net', () => {
      saving ??= save('openreview:savedone'); // while the first of those in view is asked about
      return { body: '{"notes":[]}' };
    });
    await (await lab.worker()).inView(view);
    await saving;
    await lab.untilQuiet();
    expect(lab.requests[1]?.url).toContain('savedone');
  });
});

describe('failures', () => {
  const failing: [string, Parameters<Lab['server']['say']>[1], number][] = [
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '120' } }, 120_000],
    ['429 without', { status: 429 }, 30_000],
    ['“Rate exceeded.” as an answer', { body: 'Rate exceeded.' }, 30_000],
    ['500', { status: 500, body: 'oops' }, 10_000],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '40' } }, 40_000],
    ['silence', { hangs: 'before' }, 3_100],
  ];
  it.each(failing)('%s is no absence: it is asked again, later', async (_, said, wait) => {
    lab.allowed = ['arxiv'];
    if ('hangs' in said) lab.limits = { timeout: 50 }; // the others answer, however slow the machine is
    await lab.meet(lantern, asMet(LANTERN));
    lab.server.say(ARXIV, [said as never, { body: made.atom([LANTERN]) }]);
    await save(lantern);
    if (wait > 20_000) {
      expect(await answers()).toEqual([]);
      expect((await sourceStates()).arxiv).toMatchObject({ failures: 1, error: { at: expect.any(String) } });
    }
    await lab.untilQuiet();
    expect((await answers()).map(({ state }) => state)).toEqual(['found']);
    const [first, second, ...more] = lab.requests;
    expect(more).toEqual([]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(wait);
    expect((await lab.paper(lantern))?.abstract).toBe(LANTERN.abstract);
    expect((await sourceStates()).arxiv).toMatchObject({ failures: 0 });
    expect((await sourceStates()).arxiv?.error).toBeUndefined();
  });

  it.each([
    ['a cut answer', { body: made.atom([LANTERN]), cutAt: 400 }],
    ['a page in its place', { body: '<!doctype html><title>Log in to the network</title>' }],
    ['a refusal', { status: 403, body: 'no' }],
    ['another address', { status: 302, headers: { location: 'https://elsewhere.example/' } }],
  ])('%s is no absence either', async (_, said) => {
    lab.allowed = ['arxiv'];
    await lab.meet(lantern, asMet(LANTERN));
    lab.server.say(ARXIV, [said, { body: made.atom([LANTERN]) }]);
    await save(lantern);
    await lab.untilQuiet();
    expect((await answers()).map(({ state }) => state)).toEqual(['found']);
    expect((await lab.paper(lantern))?.abstract).toBe(LANTERN.abstract);
  });

  it('pauses grow, to an hour at most', async () => {
    lab.allowed = ['arxiv'];
    await lab.meet(lantern, asMet(LANTERN));
    lab.server.say(ARXIV, { status: 500 });
    await save(lantern);
    for (let n = 0; n < 14; n++) {
      lab.pass(Math.max(0, (lab.alarm ?? 0) - lab.since()));
      await (await lab.worker()).wake();
    }
    const waits = lab.requests.slice(1).map(({ at }, n) => at - (lab.requests[n]?.at ?? 0));
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(3_700_000);
    expect(waits.length).toBeGreaterThan(10);
    expect(await countLookups()).toBe(1);
  });

  it('one id that spoils its batch is put off, the others are answered', async () => {
    lab.allowed = ['arxiv'];
    const others = ['arxiv:2509.00001', 'arxiv:2509.00002', 'arxiv:2509.00003'];
    for (const id of [lantern, ...others]) await lab.meet(id, { title: `Of ${id} and the tides it follows` });
    lab.server.say(ARXIV, ({ url }) =>
      url.includes('2511.04242')
        ? { status: 400, body: 'bad id' }
        : {
            body: made.atom(
              others
                .map((id) => id.slice(6))
                .filter((id) => url.includes(id))
                .map((arxiv) => ({ ...TIDE, arxiv })),
            ),
          },
    );
    await (await lab.worker()).library();
    for (let n = 0; n < 12; n++) {
      await (await lab.worker()).wake();
      lab.pass(20_000);
    }
    for (const id of others) expect((await lab.paper(id))?.abstract).toBe(TIDE.abstract);
    expect(await answers()).toContainEqual(
      expect.objectContaining({ state: 'failed', key: `arxiv ${lantern}` }),
    );
    expect(await countLookups()).toBe(1);
    await lab.untilQuiet(); // it is given up after some days, never called absent
    expect((await answers()).filter(({ state }) => state === 'absent')).toEqual([]);
  });

  it('a server that says “again at once” each time is left alone longer and longer', async () => {
    lab.allowed = ['arxiv'];
    await lab.meet(lantern, asMet(LANTERN));
    const refused = { status: 429, headers: { 'retry-after': '0' } };
    lab.server.say(ARXIV, [refused, refused, refused, { body: made.atom([LANTERN]) }]);
    await save(lantern);
    await lab.untilQuiet();
    const waits = lab.requests.slice(1).map(({ at }, n) => at - (lab.requests[n]?.at ?? 0));
    // what it asks for is done the first time; then as if it had asked for nothing
    expect(waits[0]).toBeLessThan(30_000);
    expect(waits.slice(1, 3).map((wait) => wait >= 60_000)).toEqual([true, true]);
    expect((await lab.paper(lantern))?.abstract).toBe(LANTERN.abstract);
  });

  it.each([
    ['fails', { status: 500, body: 'oops' }],
    ['is silent', { hangs: 'before' as const }],
  ])('one paper over which a server always %s does not keep the others waiting', async (_, said) => {
    lab.limits = { timeout: 200 };
    lab.allowed = ['arxiv', 'huggingface'];
    const others = ['arxiv:2509.00001', 'arxiv:2509.00002'];
    for (const id of [lantern, ...others]) await lab.meet(id, { title: `Of ${id} and the tides it follows` });
    const works = others.map((id) => ({ ...TIDE, arxiv: id.slice(6) }));
    const spoilt = (url: string) => url.includes('2511.04242');
    lab.server.say(ARXIV, ({ url }) => (spoilt(url) ? said : { body: made.atom(works) }));
    lab.server.say('huggingface.co', ({ url }) => (spoilt(url) ? said : { status: 404 }));
    await save(lantern, ...others);
    for (let n = 0; n < 12; n++) {
      lab.pass(60_000);
      await (await lab.worker()).wake();
    }
    for (const id of others) expect((await lab.paper(id))?.abstract).toBe(TIDE.abstract);
    const absent = (await answers()).filter(({ state }) => state === 'absent').map(({ key }) => key);
    expect(absent.sort()).toEqual(others.map((id) => `huggingface ${id}`));
    expect(await countLookups()).toBe(1);
  });

  it('a pause that was noted before the clock was set back ends', async () => {
    lab.allowed = ['arxiv'];
    await lab.meet(lantern, asMet(LANTERN));
    lab.server.say(ARXIV, { body: made.atom([LANTERN]) });
    await noteSource('arxiv', { nextAt: '2030-01-01T00:00:00.000Z', failures: 0 });
    await save(lantern);
    expect((await lab.paper(lantern))?.abstract).toBe(LANTERN.abstract);
    expect((await sourceStates()).arxiv?.nextAt).toBe(
      new Date(lab.requests[0]!.at + Date.parse(NOW) + 3_100).toISOString(),
    );
  });

  it('while one source is away, the next one is asked', async () => {
    lab.allowed = ['arxiv', 'semanticscholar'];
    await lab.meet(lantern, asMet(LANTERN));
    lab.server.say(ARXIV, { status: 429, headers: { 'retry-after': '3600' } });
    lab.server.say(S2, { body: JSON.stringify([made.s2Paper(LANTERN)]) });
    await save(lantern);
    expect((await lab.paper(lantern))?.abstract).toBe(LANTERN.abstract);
    expect(lab.since()).toBeLessThan(60_000);
  });

  it('wrong ids in an answer touch no paper', async () => {
    lab.allowed = ['arxiv'];
    await lab.meet(lantern, asMet(LANTERN));
    await lab.meet(tide, asMet(TIDE));
    lab.server.say(ARXIV, { body: made.atom([TIDE]) });
    await save(lantern);
    await lab.untilQuiet();
    expect([(await lab.paper(lantern))?.abstract, (await lab.paper(tide))?.abstract]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('the worker stopped between any two steps', () => {
  const later = { ...TIDE, arxiv: '2510.00018', title: 'Harbour Walls for Caches That Follow the Tide' };
  async function story(killAt: number): Promise<unknown> {
    await freshDatabase();
    await lab.meet(lantern, asMet(LANTERN));
    await lab.meet(tide, asMet(TIDE));
    await lab.meet('arxiv:2510.00018', asMet(later));
    lab.points = 0;
    lab.killAt = killAt;
    await save(lantern, tide, 'arxiv:2510.00018');
    const stopped = lab.points >= killAt;
    lab.killAt = Number.POSITIVE_INFINITY;
    if (stopped) {
      // the reader's next step wakes a worker; an order that never reached the queue is given with it
      await save(lantern, tide, 'arxiv:2510.00018');
    }
    await lab.untilQuiet();
    expect(await countLookups()).toBe(0);
    const { rows } = await getRows([lantern, tide, 'arxiv:2510.00018']);
    const kept = (await answers()).map(({ key, state, told }) => [key, state, told]);
    return {
      rows: rows.map(({ paper: { seen: _, ...paper }, mark }) => ({ paper, saved: mark?.saved?.value })),
      kept,
    };
  }

  it('loses nothing and asks for nothing twice that was answered', async () => {
    lab.allowed = ['arxiv', 'semanticscholar', 'dblp'];
    lab.server.say(ARXIV, [{ status: 500 }, { body: made.atom([LANTERN, TIDE, later]) }]);
    lab.server.say(S2, ({ body }) => ({
      body: JSON.stringify(
        (JSON.parse(body) as { ids: string[] }).ids.map((id) =>
          id.endsWith('00017') ? made.s2Paper(TIDE) : null,
        ),
      ),
    }));
    const whole = await story(Number.POSITIVE_INFINITY);
    expect(JSON.stringify(whole)).toContain(TIDE.venue);
    const points = lab.points;
    expect(points).toBeGreaterThan(15);
    for (let at = 1; at <= points; at++) {
      lab.server.say(ARXIV, [{ status: 500 }, { body: made.atom([LANTERN, TIDE, later]) }]);
      const before = lab.requests.length;
      expect(await story(at), `stopped at ${at}`).toEqual(whole);
      // one request may have been under way
      expect(lab.requests.length - before).toBeLessThanOrEqual(7);
    }
  });
});
