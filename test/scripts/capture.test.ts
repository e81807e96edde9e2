/** Capturing: files and a local server in, fixtures in a folder of their own out. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { capture as run } from '../../scripts/lib/capture.ts';
import { cleanPage } from '../../scripts/lib/capture-clean.ts';
import { cleanJson } from '../../scripts/lib/capture-json.ts';
import { readCaptured, shapeDifferences } from '../../scripts/lib/capture-reading.ts';
import { shapePage } from '../../scripts/lib/capture-shape.ts';
import { pageFrom } from '../../scripts/lib/capture-source.ts';
import { inventor, isKept } from '../../scripts/lib/capture-words.ts';
import { ROOT } from '../../scripts/lib/root.ts';

const FIXTURE = join(ROOT, 'test/fixtures/arxiv/list-recent');
const LIST = 'https://arxiv.org/list/cs.LG/recent?skip=25&show=25';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'manicule-capture-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let into = '';
let runs = 0;
beforeEach(() => {
  into = join(folder, `into-${runs++}`);
});

interface Outcome {
  out: string;
  err: string;
  code: number | null;
}

async function capture(...args: string[]): Promise<Outcome> {
  const text = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((part) => {
      text[name] += String(part);
      return true;
    }),
  );
  try {
    const code = await run([...args, '--into', into]);
    return { out: text.stdout, err: text.stderr, code };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const written = (path: string): string => readFileSync(join(into, path), 'utf8');
const data = (path: string): unknown => JSON.parse(written(path));
const page = (name: string, html: string): string => {
  const path = join(folder, name);
  writeFileSync(path, html);
  return path;
};

/** arXiv's list of the fixture, with all that a saved page carries beside it. */
const saved = (head = '', foot = ''): string =>
  readFileSync(join(FIXTURE, 'page.html'), 'utf8')
    .replace('</head>', `${head}</head>`)
    .replace('</body>', `${foot}</body>`);

describe('npm run capture', () => {
  it('makes a fixture of a saved page, which reads as the page did, and says what was read', async () => {
    const path = page('list.html', saved('<script>track()</script><style>p{}</style>', '<!-- a note -->'));
    const { out, err, code } = await capture('arxiv', 'made', path, '--url', LIST, '--about', 'A list.');
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(data('arxiv/made/meta.json')).toEqual({ url: LIST, about: 'A list.' });
    expect(data('arxiv/made/expected.json')).toEqual(
      JSON.parse(readFileSync(join(FIXTURE, 'expected.json'), 'utf8')),
    );
    const html = written('arxiv/made/page.html');
    expect(html).toMatch(/^<!DOCTYPE html>\n<html/);
    expect(html).toContain('<span class="descriptor">Title:</span>\n  Gradient\n  Descent on\n  a Bicycle\n');
    expect(html).not.toMatch(/track|<style|a note/);
    expect(out).toContain('3 entries of arXiv, read as its site file says; 3 expected.');
    expect(out).toMatch(/ 1 {2}arxiv:2601\.91001 +Gradient Descent on a Bicycle — Rosa Spoke, N\. Wheel\n/);
    expect(out).toContain('arxiv lacks nothing.');
  });

  it('overwrites nothing unless told to', async () => {
    const path = page('twice.html', saved());
    expect((await capture('arxiv', 'twice', path, '--url', LIST)).code).toBe(0);
    const again = await capture('arxiv', 'twice', page('empty.html', '<p>'), '--url', LIST);
    expect(again.code).toBe(1);
    expect(again.err).toMatch(/twice\/page\.html is there already; --force overwrites it\.\n$/);
    expect(written('arxiv/twice/page.html')).toContain('Bicycle');
    expect((await capture('arxiv', 'twice', path, '--url', LIST, '--force')).code).toBe(0);
  });

  it('reads a fixture again once its site file knows the page', async () => {
    const path = page('again.html', saved());
    expect((await capture('arxiv', 'again', path, '--url', LIST)).code).toBe(0);
    const refused = await capture('arxiv', 'again');
    expect(refused.err).toMatch(/again\/expected\.json is there already; --force overwrites it\.\n$/);
    rmSync(join(into, 'arxiv/again/expected.json'));
    expect((await capture('arxiv', 'again')).code).toBe(0);
    expect(data('arxiv/again/expected.json')).toMatchObject({ expected: 3, recognised: true });
    const none = await capture('arxiv', 'nothing');
    expect(none.code).toBe(1);
    expect(none.err).toMatch(/^Give the page: a file or an address\. There is no page in .+nothing yet\.\n$/);
  });

  it('keeps the page of a site that has no file yet, and says every step', async () => {
    const path = page('weft.html', '<link rel="canonical" href="https://weft.example/papers"><p>A page.');
    const { out, err, code } = await capture('weft', 'list', path);
    expect(code).toBe(3);
    expect(err).toBe(
      'No site knows this address: listing() of src/sites/weft.ts must; no expected.json was written.\n',
    );
    expect(data('weft/list/meta.json')).toEqual({ url: 'https://weft.example/papers', about: '' });
    expect(existsSync(join(into, 'weft/list/expected.json'))).toBe(false);
    expect(out).toContain('weft still lacks:\n- src/sites/weft.ts is missing');
    expect(out).toContain('\n- src/core/catalog.ts: add ');
  });

  it('says that a layout is not recognised', async () => {
    const path = page('unknown.html', '<title>Redesigned</title><p>Nothing here.');
    const { err, code } = await capture(
      'huggingface',
      'unknown',
      path,
      '--url',
      'https://huggingface.co/papers',
    );
    expect(code).toBe(3);
    expect(err).toBe(
      'The layout is not recognised by src/sites/huggingface.ts; no expected.json was written.\n',
    );
  });

  it('says when cleaning changes what is read', async () => {
    const html = saved().replace('Rosa Spoke', 'Rosa Spoke rosa@spoke.example');
    const { err, code } = await capture('arxiv', 'changed', page('changed.html', html), '--url', LIST);
    expect(err).toBe('Cleaned, the page reads otherwise: a text differs.\n');
    expect(code).toBe(1);
    expect(written('arxiv/changed/page.html')).not.toContain('spoke.example');
  });

  it('writes invented words that read as many entries', async () => {
    const { err, code } = await capture(
      'arxiv',
      'shape',
      page('shape.html', saved()),
      '--url',
      LIST,
      '--shape',
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const html = written('arxiv/shape/page.html');
    expect(html).not.toMatch(/Gradient|Bicycle|Spoke|Watercolour|91001/);
    expect(data('arxiv/shape/expected.json')).toMatchObject({ expected: 3, recognised: true });
  });

  it.each([
    [[], /^Usage: npm run capture -- SITE CASE FILE\|URL/],
    [['arxiv', 'x', 'a', 'b'], /^One page makes one fixture; “b” is one too many\.\n$/],
    [['arXiv', 'x', 'a'], /^“arXiv” is no id of a site: /],
    [['arxiv', '../x', 'a'], /^“\.\.\/x” is no name of a case: /],
    [
      ['arxiv', 'x', '/no/such/page.html'],
      /^\/no\/such\/page\.html cannot be read: there is no such file\.\n$/,
    ],
    [['arxiv', 'x', 'PAGE'], /does not say which address it was saved from; give it with --url URL\.\n$/],
    [['arxiv', 'x', 'PAGE', '--url', 'arxiv.org'], /^“arxiv\.org” is no web address/],
    [['pubmed', 'x', 'PAGE', '--url', LIST], /is read by the site “arxiv”, not by “pubmed”\.\n$/],
    [['arxiv', 'x', 'PAGE', '--shap'], /^Unknown option '--shap'.*See --help\.\n$/],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const path = page('plain.html', '<p>A page.');
    const { out, err, code } = await capture(...args.map((arg) => (arg === 'PAGE' ? path : arg)));
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(sentence);
    expect(existsSync(into)).toBe(false);
  });

  it('is a program that explains itself and fails with a code', () => {
    const program = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'scripts/capture.ts', ...args], {
        cwd: ROOT,
        encoding: 'utf8',
      });
    const help = program('--help');
    expect(help.status).toBe(0);
    expect(help.stdout).toContain('--shape');
    expect(program('arxiv').status).toBe(1);
  });
});

describe('a page from an address', () => {
  let server: Server;
  let home = '';
  const agents: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      agents.push(request.headers['user-agent'] ?? '');
      const { url } = request;
      if (url === '/moved') response.writeHead(302, { location: '/list' }).end();
      else if (url === '/list')
        response
          .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
          .end(Buffer.from('<p>Caf\xe9', 'latin1'));
      else if (url === '/data') response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      else if (url === '/refused') response.writeHead(403).end();
      else if (url !== '/silent') response.writeHead(404).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is asked for once, by name, and keeps where it was led to', async () => {
    const { dom, url, bytes } = await pageFrom(`${home}/moved`, undefined);
    expect(url.href).toBe(`${home}/list`);
    expect(dom.window.document.URL).toBe(`${home}/list`);
    expect(dom.window.document.body.textContent).toBe('Café');
    expect(bytes).toBe(7);
    expect(agents).toHaveLength(2);
    expect(agents[0]).toMatch(/^Manicule-capture /);
    expect((await pageFrom(`${home}/list`, LIST)).url.href).toBe(LIST);
  });

  const HINT = ' Save the page in a browser instead and give the file, with --url.';
  it('that cannot be had says why', async () => {
    await expect(pageFrom(`${home}/refused`, undefined)).rejects.toThrow(
      `${home}/refused could not be fetched: its server answered 403.${HINT}`,
    );
    await expect(pageFrom(`${home}/data`, undefined)).rejects.toThrow(
      `${home}/data is no web page but application/json.`,
    );
    await expect(pageFrom(`${home}/silent`, undefined, 200)).rejects.toThrow(
      /could not be fetched: no answer within/,
    );
    await expect(pageFrom('http://127.0.0.1:9/', undefined)).rejects.toThrow(
      /^http:\/\/127\.0\.0\.1:9\/ could not be fetched: /,
    );
  });

  it('is a fixture too', async () => {
    const { err, code } = await capture('weft', 'fetched', `${home}/list`);
    expect(err).toMatch(/^No site knows this address/);
    expect(code).toBe(3);
    expect(written('weft/fetched/page.html')).toContain('<p>Café</p>');
  });
});

describe('the address of a saved page', () => {
  it.each([
    [
      '<!-- saved from url=(0027)https://weft.example/a?b=c -->\n<link rel="canonical" href="https://weft.example/a">',
      'https://weft.example/a?b=c',
    ],
    [
      '<!--\n Page saved with SingleFile \n url: https://weft.example/single \n saved date: today\n--><p>',
      'https://weft.example/single',
    ],
    [
      '<link rel="canonical" href="/a"><meta property="og:url" content="https://weft.example/og">',
      'https://weft.example/og',
    ],
  ])('is told by %s', async (html, address) => {
    expect((await pageFrom(page('told.html', html), undefined)).url.href).toBe(address);
  });
});

const cleaned = (html: string): string => {
  const { document } = new JSDOM(html, { url: 'https://weft.example/' }).window;
  cleanPage(document);
  return document.documentElement.innerHTML;
};
const body = (html: string): string => /<body>([\s\S]*)<\/body>/.exec(cleaned(html))?.[1] ?? '';

describe('cleaning', () => {
  it.each([
    ['<script>a()</script><script src="a.js"></script><p>x', '<p>x</p>'],
    [
      '<p><script type="application/ld+json">{"name":"x"}</script></p>',
      '<p><script type="application/ld+json">{"name":"x"}</script></p>',
    ],
    ['<p><script type="math/tex">x^2</script></p>', '<p><script type="math/tex">x^2</script></p>'],
    ['<p onclick="a()" style="color:red" class="b">x</p>', '<p class="b">x</p>'],
    ['<p style="color:red;display:none">x</p>', '<p style="display:none">x</p>'],
    ['<p><!-- a note -->x<!--[--><!--]--><!----></p>', '<p>x<!--[--><!--]--><!----></p>'],
    [
      '<img src="data:image/png;base64,AAAA" alt="A chart"><img src="/p.gif" width="1" height="1">',
      '<img alt="A chart">',
    ],
    [`<p data-state="${'x'.repeat(3_000)}" data-id="7">x</p>`, '<p data-id="7">x</p>'],
    ['<a href="javascript:open(1)">x</a>', '<a href="javascript:;">x</a>'],
    ['<a href="/p?id=1&utm_source=x&gclid=y#z">x</a>', '<a href="/p?id=1#z">x</a>'],
    ['<a href="/p;jsessionid=ABC?id=1">x</a>', '<a href="/p?id=1">x</a>'],
    [
      '<a href="mailto:ada@weft.example">ada@weft.example</a>',
      '<a href="mailto:someone@example.org">someone@example.org</a>',
    ],
    ['<p>19.1% Acc@0.5 is no address</p>', '<p>19.1% Acc@0.5 is no address</p>'],
    ['<p title="worth it?">x</p>', '<p title="worth it?">x</p>'],
    [
      '<input type="hidden" name="csrf_token" value="s3cret">',
      '<input type="hidden" name="csrf_token" value="">',
    ],
    [
      '<header><span class="UserName">ada</span> Signed in as Ada Lovelace.</header>',
      '<header><span class="UserName">someone</span> Signed in as someone.</header>',
    ],
    ['<ul><li class="username">Ada</li></ul>', '<ul><li class="username">Ada</li></ul>'],
    ['<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', '<svg viewBox="0 0 1 1"></svg>'],
    ['<p>a  b\n\n  c</p>', '<p>a  b\n\n  c</p>'],
  ])('makes of %s', (html, clean) => {
    expect(body(html)).toBe(clean);
  });

  it('keeps what a head says of papers alone', () => {
    const head = cleaned(
      '<meta charset="iso-8859-1"><meta name="csrf-token" content="s"><meta name="user-login" content="ada"><meta name="citation_title" content="A Title">' +
        '<link rel="stylesheet" href="a.css"><link rel="canonical" href="https://weft.example/"><title>x</title>',
    );
    expect(head).toBe(
      '<head><meta charset="utf-8"><meta name="citation_title" content="A Title"><link rel="canonical" href="https://weft.example/"><title>x</title></head><body></body>',
    );
  });

  it('takes secrets and people of the site out of data', () => {
    const clean = cleanJson(
      '{"papers":[{"title":"</b>","submittedBy":{"fullname":"Ada"},"note":"ada@weft.example"}],"user":{"email":"a@b.example","n":3},"csrfToken":"s"}',
    );
    expect(JSON.parse(clean)).toEqual({
      papers: [{ title: '</b>', submittedBy: { fullname: 'someone' }, note: 'someone@example.org' }],
      user: { email: 'someone', n: 3 },
      csrfToken: '',
    });
    expect(clean).not.toContain('</');
    expect(cleanJson('{ "a" :  1 }')).toBe('{ "a" :  1 }');
    expect(cleanJson('{broken')).toBe('{broken');
  });
});

describe('invented words', () => {
  it('keep length, case and accents, are the same for the same and never the word itself', () => {
    const invent = inventor();
    const words = ['Gradient', 'BERT', 'naïve', 'gradient', 'Gröbner', 'Grobner', 'MoMa'];
    const made = words.map(invent);
    made.forEach((one, i) => {
      const word = words[i] as string;
      expect(one).toHaveLength(word.length);
      expect(one.toLowerCase()).not.toBe(word.toLowerCase());
      expect(one.replace(/\p{Lu}/gu, 'A').replace(/\p{Ll}/gu, 'a')).toBe(
        word.replace(/\p{Lu}/gu, 'A').replace(/\p{Ll}/gu, 'a'),
      );
    });
    expect(made[0]?.toLowerCase()).toBe(made[3]);
    expect(made[4]?.normalize('NFD').replace(/\p{M}/gu, '')).toBe(made[5]);
    expect(inventor()('Gradient')).toBe(made[0]);
    expect(invent('J')).toBe('J');
    expect(invent('Ωμέγα')).toHaveLength(5);
  });

  it('never run into one another or into words that are kept', () => {
    const invent = inventor();
    const words = Array.from(
      { length: 2_000 },
      (_, i) =>
        `word${'abcdefghij'.repeat(3).slice(i % 10, (i % 10) + 3)}${i.toString(26).replace(/\d/g, 'x')}`,
    );
    const made = new Map([...new Set(words)].map((word) => [word, invent(word)]));
    expect(new Set(made.values()).size).toBe(made.size);
    expect([...made.values()].filter(isKept)).toEqual([]);
  });
});

describe('shaping', () => {
  const shaped = (html: string, address: string) => {
    const { document } = new JSDOM(html, { url: address }).window;
    const url = new URL(address);
    const before = readCaptured(document, url).reading;
    const next = shapePage(document, before, url);
    return { document, next, before, after: readCaptured(document, next).reading };
  };

  it.each([
    'arxiv/list-new',
    'arxiv/list-perl',
    'arxiv/list-after-mathjax',
    'arxiv/search-simple',
    'arxiv/abs',
    'huggingface/daily-2026',
    'huggingface/trending',
  ])('%s reads as it did, in other words', (name) => {
    const path = join(ROOT, 'test/fixtures', name);
    const meta = JSON.parse(readFileSync(join(path, 'meta.json'), 'utf8')) as { url: string };
    const { before, after } = shaped(readFileSync(join(path, 'page.html'), 'utf8'), meta.url);
    expect(shapeDifferences(before, after).filter((one) => !/(?:code|project|html)/.test(one))).toEqual([]);
    expect(before.entries.length).toBeGreaterThan(0);
    const ids = new Set(before.entries.map((entry) => entry.id));
    expect(after.entries.filter((entry) => ids.has(entry.id))).toEqual([]);
    for (const [i, entry] of after.entries.entries()) expect(entry.title).not.toBe(before.entries[i]?.title);
  });

  it('changes ids, links and names together', () => {
    const { document, next } = shaped(
      '<title>Ada Lovelace</title><p id="a-2403.06504"><a href="https://arxiv.org/abs/2403.06504v2">arXiv:2403.06504v2</a> of 2024-03-11, 12345 pages, hep-th/9901001</p>' +
        '<a href="/search?q=Ada+Lovelace&amp;page=2">Ada Lovelace</a>',
      'https://weft.example/item/2403.06504',
    );
    expect(next.href).toBe('https://weft.example/item/2403.02801');
    const [first, second] = document.querySelectorAll('a');
    expect(first?.getAttribute('href')).toBe('https://arxiv.org/abs/2403.02801v2');
    expect(first?.textContent).toBe('arXiv:2403.02801v2');
    expect(document.querySelector('p')?.id).toBe('a-2403.02801');
    expect(document.querySelector('p')?.textContent).toMatch(
      / of 2024-03-11, 12345 pages, hep-th\/9901\d{3}$/,
    );
    expect(second?.getAttribute('href')).toBe(`/search?q=${second?.textContent?.replace(' ', '+')}&page=2`);
    expect(document.title).toBe(second?.textContent);
    expect(document.title).not.toMatch(/Ada|Lovelace/);
  });

  it('keeps labels, structure and formulas', () => {
    const { document } = shaped(
      '<div class="loom"><p>Warp: red</p><p>Warp: blue</p><p>Authors: $\\alpha$ (cs.CL), Mar 2024</p></div>',
      'https://weft.example/',
    );
    const [one, two, three] = [...document.querySelectorAll('.loom > p')].map((p) => p.textContent ?? '');
    expect(one).toMatch(/^Warp: (?!red)\w{3}$/);
    expect(two).toMatch(/^Warp: (?!blue)\w{4}$/);
    expect(three).toBe('Authors: $\\alpha$ (cs.CL), Mar 2024');
  });
});
