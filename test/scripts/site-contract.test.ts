/** The checks of a site's belongings, each shown a project with exactly one thing wrong. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Project, projectLacks, siteLacks } from '../../scripts/lib/site-contract.ts';
import { defineListing, type Site } from '../../src/sites/define-site.ts';

const LISTING = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => doc.body,
  items: () => [],
  context: () => undefined,
  read: () => undefined,
  slot: () => undefined,
  texts: () => [],
  expected: () => undefined,
});

const siteAt = (id: string, host: string, more: Partial<Site> = {}): Site => ({
  id,
  verified: true,
  examples: [`https://${host}/papers`],
  listing: (url) => (url.host === host && url.pathname === '/papers' ? LISTING : undefined),
  ...more,
});

type Files = Record<string, string | undefined>;

const MANIFEST = {
  host_permissions: ['https://first.example/*'],
  optional_host_permissions: ['https://loom.example/*', 'https://old.loom.example/*'],
  content_scripts: [{ matches: ['https://first.example/*'] }],
};

const fixture = (host: string): Files => ({
  'page.html': '<p>',
  'meta.json': JSON.stringify({ url: `https://${host}/papers`, about: 'A list.' }),
  'expected.json': JSON.stringify({ entries: [{}] }),
});

const inFolder = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

const FILES: Files = {
  'src/sites/index.ts':
    "import { site as first } from './first.ts';\nimport { site as loom } from './loom.ts';\nSITES = [first, loom];\n",
  'src/sites/first.ts': 'export const site = defineSite({ … });\n',
  'src/sites/loom.ts': 'export const site = defineSite({ … });\n',
  'src/sites/loom-parts.ts': 'export const part = 1;\n',
  'src/sites/dom.ts': 'export const shared = 1;\n',
  'manifest.json': JSON.stringify(MANIFEST),
  'README.md': '| First | all | a saved page |\n| Loom | all | a saved page |\n',
  ...inFolder('test/fixtures/first/list', fixture('first.example')),
  ...inFolder('test/fixtures/loom/list', fixture('loom.example')),
  'test/fixtures/demo/papers.json': '[]',
};

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

/** A whole project of two sites with `files` and parts put in their places; undefined leaves a file out. */
function project(files: Files = {}, parts: Partial<Project> = {}): Project {
  const root = mkdtempSync(join(tmpdir(), 'manicule-sites-'));
  roots.push(root);
  for (const [path, text] of Object.entries({ ...FILES, ...files })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return {
    root,
    sites: [siteAt('first', 'first.example'), siteAt('loom', 'loom.example')],
    catalog: [
      { id: 'first', name: 'First', matches: ['https://first.example/*'], fromInstall: true },
      {
        id: 'loom',
        name: 'Loom',
        matches: ['https://loom.example/*'],
        elsewhere: ['https://old.loom.example/*'],
      },
    ],
    ...parts,
  };
}

const manifest = (change: Partial<typeof MANIFEST>): Files => ({
  'manifest.json': JSON.stringify({ ...MANIFEST, ...change }),
});
const loom = (more: Partial<Site>): Partial<Project> => ({
  sites: [siteAt('first', 'first.example'), siteAt('loom', 'loom.example', more)],
});
const LIST = 'test/fixtures/loom/list';

describe('a site', () => {
  it('that has everything lacks nothing', () => {
    expect(siteLacks(project(), 'first')).toEqual([]);
    expect(siteLacks(project(), 'loom')).toEqual([]);
  });

  it('of which nothing is there is told every step', () => {
    const empty = project({}, {});
    expect(siteLacks(empty, 'weft').map((lack) => lack.replace(/[:(].*/, '').trim())).toEqual([
      'src/sites/weft.ts is missing',
      'src/sites/index.ts',
      'src/core/catalog.ts',
      'test/fixtures/weft/<case>/ is missing',
    ]);
  });

  const NEW = {
    catalog: [...project().catalog, { id: 'weft', name: 'Weft', matches: ['https://weft.example/*'] }],
  };

  it.each<[string, Files, Partial<Project>, string, string]>([
    [
      'no file',
      { 'src/sites/loom.ts': undefined },
      {},
      'loom',
      'src/sites/loom.ts is missing: write it (src/sites/define-site.ts explains each field).',
    ],
    [
      'a long file',
      { 'src/sites/loom-parts.ts': '//\n'.repeat(251) },
      {},
      'loom',
      'src/sites/loom-parts.ts has 251 lines: move a part of it to src/sites/loom-<part>.ts (at most 250).',
    ],
    [
      'no line in the index',
      { 'src/sites/index.ts': "import { site as first } from './first.ts';" },
      {},
      'loom',
      "src/sites/index.ts: add the line “import { site as loom } from './loom.ts';” and “loom” to SITES.",
    ],
    [
      'an import alone',
      {},
      { sites: [siteAt('first', 'first.example')] },
      'loom',
      'src/sites/index.ts: “loom” is imported, but no site of this id stands in SITES.',
    ],
    [
      'no line in the catalogue',
      {},
      { catalog: project().catalog.slice(0, 1) },
      'loom',
      "src/core/catalog.ts: add “{ id: 'loom', name: '…', matches: ['https://…/*'] }” to CATALOG, at the same place as in SITES.",
    ],
    [
      'no pattern',
      manifest({ optional_host_permissions: ['https://loom.example/*'] }),
      {},
      'loom',
      'manifest.json: add "https://old.loom.example/*" to "optional_host_permissions".',
    ],
    [
      'a pattern that is not asked for',
      manifest({ host_permissions: ['https://first.example/*', 'https://loom.example/*'] }),
      {},
      'loom',
      'manifest.json: take "https://loom.example/*" out of "host_permissions": the site is read only once its reader allows it.',
    ],
    [
      'a script that runs unasked',
      manifest({ content_scripts: [{ matches: ['https://first.example/*', 'https://loom.example/*'] }] }),
      {},
      'loom',
      'manifest.json: take "https://loom.example/*" out of "content_scripts": the site is read only once its reader allows it.',
    ],
    [
      'no script from install',
      manifest({ content_scripts: [] }),
      {},
      'first',
      'manifest.json: add "https://first.example/*" to "content_scripts".',
    ],
    [
      'no permission from install',
      manifest({ host_permissions: [] }),
      {},
      'first',
      'manifest.json: add "https://first.example/*" to "host_permissions".',
    ],
    [
      'no example',
      {},
      loom({ examples: [] }),
      'loom',
      'src/sites/loom.ts: “examples” is empty: give 3 to 10 addresses of its listings, odd ones too.',
    ],
    [
      'an example that is no address',
      {},
      loom({ examples: ['loom'] }),
      'loom',
      'src/sites/loom.ts: the example “loom” is no address.',
    ],
    [
      'an example it does not know',
      {},
      loom({ examples: ['https://loom.example/'] }),
      'loom',
      'src/sites/loom.ts: listing() does not know the site’s own example https://loom.example/.',
    ],
    [
      'an example another site takes',
      {},
      {
        sites: [siteAt('first', 'first.example', { listing: () => LISTING }), siteAt('loom', 'loom.example')],
      },
      'loom',
      'src/sites/first.ts: listing() also takes https://loom.example/papers, which is an example of loom.',
    ],
    [
      'an example outside of its patterns',
      {},
      loom({ examples: ['https://www.loom.example/'], listing: () => LISTING }),
      'loom',
      'src/core/catalog.ts: no pattern of loom covers its example https://www.loom.example/ (there are: https://loom.example/*, https://old.loom.example/*).',
    ],
    [
      'no row',
      { 'README.md': '| First | all | a saved page |\n' },
      {},
      'loom',
      'README.md: add a row “| Loom | which pages | checked against what |” to the table of sites.',
    ],
    [
      'a row that claims too much',
      {},
      loom({ verified: false }),
      'loom',
      'README.md: the row of Loom must say “unverified” in its last cell, since its site file says “verified: false”.',
    ],
    [
      'a row that claims too little',
      { 'README.md': '| First | all | – |\n| Loom | all | unverified |\n' },
      {},
      'loom',
      'README.md: the row of Loom says “unverified”, its site file “verified: true”.',
    ],
    [
      'no fixture',
      {},
      NEW,
      'weft',
      'test/fixtures/weft/<case>/ is missing: make the first fixture (npm run capture -- weft <case> <saved page>).',
    ],
    ['no page', { [`${LIST}/page.html`]: undefined }, {}, 'loom', `${LIST}/page.html is missing.`],
    ['no meta.json', { [`${LIST}/meta.json`]: undefined }, {}, 'loom', `${LIST}/meta.json is missing.`],
    [
      'no expected.json',
      { [`${LIST}/expected.json`]: undefined },
      {},
      'loom',
      `${LIST}/expected.json is missing (npm run capture -- loom list).`,
    ],
    [
      'a meta.json without words',
      { [`${LIST}/meta.json`]: '{"url":"https://loom.example/papers","about":" "}' },
      {},
      'loom',
      `${LIST}/meta.json: say in “about”, in a sentence, what is special about the page.`,
    ],
    [
      'a meta.json without address',
      { [`${LIST}/meta.json`]: '{"about":"A list."}' },
      {},
      'loom',
      `${LIST}/meta.json: give the page’s address as “url”.`,
    ],
    [
      'a fixture of another site',
      { [`${LIST}/meta.json`]: '{"url":"https://first.example/papers","about":"A list."}' },
      {},
      'loom',
      `${LIST}/meta.json: listing() of src/sites/loom.ts does not know the address https://first.example/papers: first takes it.`,
    ],
    [
      'expectations that are a list',
      { [`${LIST}/expected.json`]: '[]' },
      {},
      'loom',
      `${LIST}/expected.json holds no JSON object.`,
    ],
    [
      'expectations without entries',
      { [`${LIST}/expected.json`]: '{}' },
      {},
      'loom',
      `${LIST}/expected.json has no list of “entries”.`,
    ],
    [
      'nothing read anywhere',
      { [`${LIST}/expected.json`]: '{"entries":[]}' },
      {},
      'loom',
      'test/fixtures/loom: no fixture has an entry, so nothing of the reading is tested (npm run capture -- loom <case> <saved page>).',
    ],
  ])('with %s is told so', (_what, files, parts, id, sentence) => {
    expect(siteLacks(project(files, parts), id)).toContain(sentence);
    // every other sentence would send somebody to a file that is in order
    const allowed = id === 'weft' ? 5 : 2;
    expect(siteLacks(project(files, parts), id).length).toBeLessThanOrEqual(allowed);
  });

  it('whose files hold no JSON is told which', () => {
    const [lack, ...more] = siteLacks(project({ [`${LIST}/meta.json`]: '{' }), 'loom');
    expect(lack).toMatch(/^test\/fixtures\/loom\/list\/meta\.json is no JSON \(.+\)\.$/);
    expect(more).toEqual([]);
  });
});

describe('the project', () => {
  it('that is whole lacks nothing', () => {
    expect(projectLacks(project())).toEqual([]);
  });

  it.each<[string, Files, Partial<Project>, string]>([
    [
      'a site in no list',
      { 'src/sites/weft.ts': 'export const site = defineSite({ … });' },
      {},
      'src/sites/weft.ts declares a site that is in no list: import it in src/sites/index.ts and add it to SITES.',
    ],
    [
      'a folder of no site',
      { 'test/fixtures/lom/list/page.html': '' },
      {},
      'test/fixtures/lom belongs to no site: its name must be the id of one (or of demo, any).',
    ],
    [
      'two sites of one id',
      {},
      { sites: [...project().sites, siteAt('loom', 'other.example')] },
      'src/sites/index.ts: two sites have the id “loom”.',
    ],
    [
      'lists in different order',
      {},
      { sites: project().sites.toReversed() },
      'SITES (src/sites/index.ts) and CATALOG (src/core/catalog.ts) differ from place 1: “loom” and “first”; they hold the same sites in the same order.',
    ],
    [
      'a site in one list alone',
      {},
      { sites: project().sites.slice(0, 1) },
      'SITES (src/sites/index.ts) and CATALOG (src/core/catalog.ts) differ from place 2: “nothing” and “loom”; they hold the same sites in the same order.',
    ],
    [
      'one pattern of two sites',
      {},
      { catalog: project().catalog.map((one) => ({ ...one, matches: ['https://both.example/*'] })) },
      'src/core/catalog.ts: two sites have the pattern https://both.example/*: a page belongs to one.',
    ],
  ])('with %s is told so', (_what, files, parts, sentence) => {
    expect(projectLacks(project(files, parts))).toContain(sentence);
  });
});
