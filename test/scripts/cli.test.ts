/** The command line as a program: spawned, fed through files and pipes, judged by stdout, stderr and exit code. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/exchange/formats.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const FIXTURES = `${ROOT}test/fixtures/`;

interface Outcome {
  out: string;
  err: string;
  code: number | null;
}

const start = (args: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', 'scripts/cli.ts', ...args], { cwd: ROOT });

/** @param slow waits before reading, so that the pipe fills up. */
async function cli(args: string[], input = '', slow = 0): Promise<Outcome> {
  const child = start(args);
  child.stdin.on('error', () => undefined); // a command that fails early closes its input
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow));
  const parts: { out: Buffer[]; err: Buffer[] } = { out: [], err: [] };
  child.stdout.on('data', (part: Buffer) => parts.out.push(part));
  child.stderr.on('data', (part: Buffer) => parts.err.push(part));
  const code = await closed;
  return { out: Buffer.concat(parts.out).toString(), err: Buffer.concat(parts.err).toString(), code };
}

const records = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

let folder = '';
const file = (name: string, text: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'manicule-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('cli extract', () => {
  it('writes one entry a line with the fields of the contract', async () => {
    const page = `${FIXTURES}arxiv/search-simple/page.html`;
    const { out, err, code } = await cli([
      'extract',
      '--url',
      'https://arxiv.org/search/?query=garden',
      page,
    ]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out.endsWith('}\n')).toBe(true);
    const [first, second, ...more] = records(out);
    expect(more).toEqual([]);
    expect(first).toEqual({
      id: 'arxiv:2601.95001',
      site: 'arxiv',
      title: 'The Garden of $k$ Forking Paths',
      authors: ['Anselm Hedge', 'Bettina Rake'],
      abstract:
        'Whoever walks sees that paths fork, and a garden does not wait for $p < 0.05$. Seeds are at https://github.com/hedge/seeds.',
      published: '2026-01-05',
      categories: ['q-bio.QM', 'cs.LG'],
      links: {
        page: 'https://arxiv.org/abs/2601.95001',
        pdf: 'https://arxiv.org/pdf/2601.95001',
        code: ['https://github.com/hedge/seeds'],
        project: [],
      },
      position: 1,
      authorsCut: true,
      comment: '11 pages, accepted at the Journal of Hedges',
      journalRef: 'J. Hedges 8 (2026) 1-11',
      doi: '10.5555/garden.42',
    });
    expect(second?.['position']).toBe(2);
  });

  it('reads stdin, and pages that are not UTF-8', async () => {
    const page = Buffer.from(
      '<meta charset="iso-8859-1"><div id="dlpage"><dl><dt><a href="/abs/2601.00001">arXiv:2601.00001</a></dt><dd><div class="list-title">Title: Caf\xe9</div></dd></dl></div>',
      'latin1',
    );
    const path = file('latin1.html', page);
    const read = await cli(['extract', '--url', 'https://arxiv.org/list/cs/new', path]);
    expect(records(read.out)[0]?.['title']).toBe('Café');
    const piped = await cli(
      ['extract', '--url', 'https://arxiv.org/list/cs/new', '-'],
      page.toString('utf8'),
    );
    expect(records(piped.out)[0]?.['id']).toBe('arxiv:2601.00001');
  });

  it('says so when the layout changed, and reads by the links', async () => {
    const page = `${FIXTURES}arxiv/list-unknown/page.html`;
    const { out, err, code } = await cli(['extract', '--url', 'https://arxiv.org/list/cs.CL/recent', page]);
    expect(records(out).map(({ id }) => id)).toEqual([
      'arxiv:2601.94001',
      'arxiv:2601.94002',
      'arxiv:2601.94003',
    ]);
    expect(code).toBe(0);
    expect(err).toMatch(/layout changed; its entries were read by their links\.\n$/);
  });

  it('says so, with code 3, when fewer entries are found than the page speaks of', async () => {
    const page = file(
      'short.html',
      '<div id="dlpage"><h3>Fri, 2 Jan 2026 (showing 40 of 40 entries )</h3><p>Everything is elsewhere now.</p></div>',
    );
    const { out, err, code } = await cli(['extract', '--url', 'https://arxiv.org/list/cs.CL/recent', page]);
    expect({ out, code }).toEqual({ out: '', code: 3 });
    expect(err).toMatch(/0 of about 40 entries read\.\n$/);
  });

  it('has nothing to write for an empty list, which is no failure', async () => {
    const page = `${FIXTURES}arxiv/no-updates/page.html`;
    const read = await cli(['extract', '--url', 'https://arxiv.org/list/cs/2301', page]);
    expect(read).toEqual({ out: '', err: '', code: 0 });
  });

  it('reads a page of no known site by its links', async () => {
    const page = file(
      'news.html',
      '<h1>Picks</h1><ul><li><a href="https://arxiv.org/abs/2601.00001">Lamps That Know When to Dim</a></li></ul>',
    );
    const { out, err, code } = await cli(['extract', '--url', 'https://example.org/picks', page]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(records(out)).toMatchObject([
      { id: 'arxiv:2601.00001', site: 'example.org', title: 'Lamps That Know When to Dim', position: 1 },
    ]);
  });

  it('reads a plain-text digest', async () => {
    const abstract = (what: string) =>
      `We study ${what} at length, with care, over many pages and several winters. The results show that patience is rewarded, and that the method carries over to other rooms of the house. Code is at https://github.com/lamp/${what}.`;
    const text = `Papers of the day\n\nReading Lamps That Know When to Dim\n\n${abstract('lamps')}\n\nChairs: A Unified Theory of Sitting\n\n${abstract('chairs')}\n`;
    const { out, code } = await cli(['extract', '--text', file('digest.txt', text)]);
    expect(code).toBe(0);
    expect(records(out).map(({ title, abstract: read, position }) => ({ title, read, position }))).toEqual([
      { title: 'Reading Lamps That Know When to Dim', read: abstract('lamps'), position: 1 },
      { title: 'Chairs: A Unified Theory of Sitting', read: abstract('chairs'), position: 2 },
    ]);
  });
});

describe('cli tag', () => {
  it('passes every record on with its topics, and names the lines it could not use', async () => {
    const lines = [
      '{"title":"Speculative decoding for faster large language model inference","mine":[1,2],"abstract":"We speed up LLM inference with speculative decoding."}',
      '{"title":',
      '',
      '{"abstract":"no title"}',
      '["a list"]',
      '{"id":"arxiv:2601.00002","title":"Zq","topics":["old"]}',
    ];
    const path = file('papers.jsonl', lines.join('\n'));
    const { out, err, code } = await cli(['tag', path]);
    expect(code).toBe(1);
    expect(err).toBe(
      `${path}:2: The line is broken or cut off.\n${path}:4: The record has no title.\n${path}:5: The line holds no record.\n`,
    );
    const [first, last, ...more] = records(out);
    expect(more).toEqual([]);
    const topics = first?.['topics'] as { id: string; score: number }[];
    expect(first?.['mine']).toEqual([1, 2]);
    expect(topics.length).toBeGreaterThan(0);
    const scores = topics.map((topic) => topic.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(last).toEqual({ id: 'arxiv:2601.00002', title: 'Zq', topics: [] });
  });

  it('gets everything through a pipe whose reader is slow', async () => {
    const line = (i: number) => JSON.stringify({ title: `Paper ${i}`, filler: 'x'.repeat(4000) });
    const input = Array.from({ length: 500 }, (_, i) => line(i)).join('\n');
    const { out, code } = await cli(['tag'], input, 2500);
    expect(code).toBe(0);
    const read = records(out);
    expect(read.length).toBe(500);
    expect(read.at(-1)?.['title']).toBe('Paper 499');
  });

  it('ends quietly when its reader has had enough', async () => {
    const child = start(['tag']);
    const err: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${JSON.stringify({ title: 'Paper', filler: 'x'.repeat(4000) })}\n`.repeat(500));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(Buffer.concat(err).toString()).toBe('');
    expect(code).toBe(0);
  });
});

describe('cli export', () => {
  const paper = (id: string, title: string) =>
    JSON.stringify({
      id,
      title,
      authors: ['Ada Lovelace'],
      published: '2026-01-05',
      tags: ['lamps'],
      note: 'n',
    });

  it('writes the good papers and names the broken lines', async () => {
    const path = file('mixed.jsonl', `${paper('arxiv:2601.00001', 'Lamps & Shades')}\nnot json\n`);
    const { out, err, code } = await cli(['export', '--to', 'bibtex', path]);
    expect(code).toBe(1);
    expect(err).toBe(`${path}:2: The line is not JSON.\n`);
    expect(out).toMatch(/^@misc\{/);
    expect(out).toContain('Lamps \\& Shades');
    expect(out).toContain('2601.00001');
  });

  // a process each, so not all of them; their texts are tested elsewhere
  it.each(['biblatex', 'csl-json', 'endnote', 'papermemory', 'jsonl'])('knows %s', async (format) => {
    const { out, err, code } = await cli(['export', '--to', format], paper('arxiv:2601.00001', 'Lamps'));
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toContain(format === 'papermemory' ? 'https://arxiv.org/abs/2601.00001' : 'Lamps');
    expect(out.endsWith('\n')).toBe(true);
  });

  it('names the formats when asked for another', async () => {
    const { out, err, code } = await cli(['export', '--to', 'docx'], paper('arxiv:2601.00001', 'Lamps'));
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toBe(
      `There is no export format “docx”. There are: ${FORMATS.map(({ id }) => id).join(', ')}.\n`,
    );
  });

  it('writes Obsidian notes as a ZIP, byte for byte', async () => {
    const path = file('one.jsonl', paper('arxiv:2601.00001', 'Lamps'));
    const child = start(['export', '--to', 'obsidian', path]);
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    const files = unzipSync(Buffer.concat(parts));
    expect(Object.keys(files)).toEqual(['Papers/lovelace2026lamps.md']);
    expect(strFromU8(files['Papers/lovelace2026lamps.md'] as Uint8Array)).toContain('\n# Lamps\n');
  });

  it('a feed holds the flagged papers, where there are any, and says how many are not', async () => {
    const flagged = JSON.stringify({ ...JSON.parse(paper('arxiv:2601.00002', 'Lights')), flagged: true });
    const { out, err, code } = await cli(
      ['export', '--to', 'atom'],
      `${paper('arxiv:2601.00001', 'Lamps')}\n${flagged}\n`,
    );
    expect({ err, code }).toEqual({ err: '1 not flagged: a feed holds flagged papers only.\n', code: 0 });
    expect(out).toContain('Lights');
    expect(out).not.toContain('Lamps');
  });
});

describe('cli, used wrongly', () => {
  it.each([
    [['rank'], /Say which papers are liked/],
    [['import', 'x.bib'], /x\.bib cannot be read: there is no such file/],
    [['fly'], /There is no command “fly”/],
    [['tag', '/no/such/file.jsonl'], /\/no\/such\/file\.jsonl cannot be read: there is no such file\./],
    [['extract', 'page.html'], /--url URL/],
    [['extract', '--url', 'not an address', 'page.html'], /is no web address/],
    [['tag', '--url', 'https://arxiv.org/'], /“tag” takes no --url/],
    [['tag', 'a', 'b'], /one file at a time/],
    [['tag', '--what'], /--what/],
    [[], /^Usage: /],
  ])('%j', async (args, said) => {
    const { out, err, code } = await cli(args);
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(said);
  });

  it('--help tells of every command and exit code', async () => {
    const { out, err, code } = await cli(['--help']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    for (const word of ['extract', '--text', 'tag', 'export', 'bibtex', 'Exit codes'])
      expect(out).toContain(word);
  });
});
