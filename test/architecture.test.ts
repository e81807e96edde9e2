import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { checkArchitecture, importsOf, LAYERS } from '../scripts/lib/architecture.ts';
import { ROOT } from '../scripts/lib/root.ts';

/** A file, what stands in it, and the words both checkers must answer with. `linter` false: the walk alone sees it. */
interface Plant {
  file: string;
  text: string;
  walk: string;
  rule: string | false;
}

const IMPORTS = 'lint/style/noRestrictedImports';

/** One planted import for every pair of folders the table forbids. */
const folderPlants: Plant[] = Object.entries(LAYERS).flatMap(([layer, { folders }]) =>
  Object.keys(LAYERS)
    .filter((other) => other !== layer && !folders.includes(other))
    .map((other) => ({
      file: `${layer}/reaches-${other}.ts`,
      text: `import { thing } from '../${other}/thing.ts';\nexport const use = thing;\n`,
      walk: `imports ${other} (../${other}/thing.ts)`,
      rule: IMPORTS,
    })),
);

const NPM = ['idb', 'webextension-polyfill', 'preact', '@preact/signals', 'tinykeys'].concat([
  'fflate',
  'papaparse',
  'temml',
  'valibot',
]);

/** One planted import for every package in every folder that may not have it. */
const packagePlants: Plant[] = Object.entries(LAYERS).flatMap(([layer, { packages }]) =>
  NPM.filter((name) => !packages.includes(name)).map((name) => ({
    file: `${layer}/takes-${name.replaceAll(/\W/g, '-')}.ts`,
    text: `import { thing } from '${name}';\nexport const use = thing;\n`,
    walk: `imports the package ${name}`,
    rule: IMPORTS,
  })),
);

const PROPERTY = 'lint/nursery/noJsRestrictedProperties';
const otherPlants: Plant[] = [
  {
    file: 'content/deep/types.ts',
    text: "import type { Thing } from '../../storage/thing.ts';\nexport type Mine = Thing;\n",
    walk: 'imports storage (../../storage/thing.ts)',
    rule: IMPORTS,
  },
  {
    file: 'ui/again.ts',
    text: "export { thing } from '../content/thing.ts';\n",
    walk: 'imports content (../content/thing.ts)',
    rule: IMPORTS,
  },
  {
    file: 'content/later.ts',
    text: "export const load = () => import('../background/thing.ts');\n",
    walk: 'imports background (../background/thing.ts)',
    rule: IMPORTS,
  },
  {
    file: 'ui/subpath.ts',
    text: "import { thing } from 'idb/with-async-ittr';\nexport const use = thing;\n",
    walk: 'imports the package idb',
    rule: IMPORTS,
  },
  {
    file: 'storage/builtin.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const use = readFileSync;\n",
    walk: 'imports the package node:fs',
    rule: 'lint/correctness/noNodejsModules',
  },
  {
    file: 'core/outside.ts',
    text: "import { thing } from '../../scripts/thing.ts';\nexport const use = thing;\n",
    walk: 'imports ../../scripts/thing.ts, outside src',
    rule: false,
  },
  {
    file: 'misc/anything.ts',
    text: "import { thing } from '../core/thing.ts';\nexport const use = thing;\n",
    walk: 'is in a folder that the table does not name (misc)',
    rule: false,
  },
  {
    file: 'background/dynamic.ts',
    text: "export const load = () => import('../exchange/thing.ts');\n",
    walk: 'imports dynamically',
    rule: false,
  },
  {
    file: 'core/long.ts',
    text: '// a line\n'.repeat(251),
    walk: 'has 251 lines, more than 250',
    rule: false,
  },
  ...['innerHTML', 'outerHTML'].map((name) => ({
    file: `content/${name}.ts`,
    text: `export const put = (at: Element) => {\n  at.${name} = '';\n};\n`,
    walk: 'turns text into markup',
    rule: 'plugin',
  })),
  {
    file: 'ui/adjacent.ts',
    text: "export const put = (at: Element) => at.insertAdjacentHTML('beforeend', '');\n",
    walk: 'turns text into markup',
    rule: PROPERTY,
  },
  {
    file: 'content/timing.ts',
    text: "export const note = () => performance.mark('read');\n",
    walk: 'leaves a user timing that host pages can read',
    rule: PROPERTY,
  },
];

const plants = [...folderPlants, ...packagePlants, ...otherPlants];

/** What each folder may do, and one cycle for the linter: nothing here may be called a breach by the walk. */
const allowed: Record<string, string> = {
  ...Object.fromEntries(
    Object.keys(LAYERS).map((layer) => [`${layer}/thing.ts`, `export const thing = '${layer}';\n`]),
  ),
  'content/fine.ts':
    "// innerHTML and ../storage/thing.ts in a comment are no breach\nimport { thing } from '../core/thing.ts';\n" +
    "import { thing as other } from '../sites/thing.ts';\nexport const use = [thing, other];\n",
  'core/message-schemas.ts': "import { thing } from 'valibot';\nexport const use = thing;\n",
  'storage/fine.ts': "import { thing } from 'idb';\nexport const use = thing;\n",
  'core/round-a.ts': "import { b } from './round-b.ts';\nexport const a = (): unknown => b;\n",
  'core/round-b.ts': "import { a } from './round-a.ts';\nexport const b = (): unknown => a;\n",
};

let root: string;
let breaches: Map<string, string[]>;
let lint: Map<string, string[]>;

const gather = (pairs: readonly [string, string][]): Map<string, string[]> => {
  const map = new Map<string, string[]>();
  for (const [file, what] of pairs) map.set(file, [...(map.get(file) ?? []), what]);
  return map;
};

interface Report {
  diagnostics: { category: string; location: { path: string | { file: string } } }[];
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'manicule-planted-'));
  mkdirSync(join(root, 'scripts'));
  for (const name of ['.biome.json', '.gitignore', 'scripts/no-markup.grit']) {
    copyFileSync(join(ROOT, name), join(root, name));
  }
  const files = [
    ...Object.entries(allowed),
    ...plants.map((plant): [string, string] => [plant.file, plant.text]),
  ];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, 'src', file)), { recursive: true });
    writeFileSync(join(root, 'src', file), text);
  }
  breaches = gather(checkArchitecture(join(root, 'src')).breaches.map((one) => [one.file, one.what]));
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', 'src'],
    { cwd: root, encoding: 'utf8', maxBuffer: 1e8 },
  );
  const report = JSON.parse(run.stdout) as Report;
  lint = gather(
    report.diagnostics.map(({ category, location }) => {
      const path = typeof location.path === 'string' ? location.path : location.path.file;
      return [path.replaceAll('\\', '/').replace(/^.*?src\//, ''), category];
    }),
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the dependency rule', () => {
  it('holds in this project', () => {
    const { files, imports, breaches: found } = checkArchitecture(join(ROOT, 'src'));
    expect(found).toEqual([]);
    expect(files).toBeGreaterThan(60);
    expect(imports).toBeGreaterThan(150);
  });

  it.each(plants)('the walk finds $file', ({ file, walk }) => {
    expect(breaches.get(file)).toContain(walk);
  });

  it.each(plants.filter((plant) => plant.rule !== false))('the linter finds $file', ({ file, rule }) => {
    expect(lint.get(file)).toContain(rule);
  });

  it('lets what is allowed pass', () => {
    for (const file of Object.keys(allowed)) expect(breaches.get(file) ?? [], file).toEqual([]);
    for (const file of ['content/fine.ts', 'core/message-schemas.ts', 'storage/fine.ts']) {
      expect(lint.get(file) ?? [], file).toEqual([]);
    }
  });

  it('the linter finds imports that go round', () => {
    expect(lint.get('core/round-a.ts')).toContain('lint/suspicious/noImportCycles');
  });
});

describe('imports are found', () => {
  it.each([
    ["import 'a';", ['a']],
    ["import a, { b as c, type D } from './a.ts';", ['./a.ts']],
    ["import type { A } from './a.ts';", ['./a.ts']],
    ["import {\n  a,\n  b,\n} from './a.ts';\nimport c from 'c';", ['./a.ts', 'c']],
    ["export * from './a.ts';\nexport { b } from './b.ts';", ['./a.ts', './b.ts']],
    ["export * as a from './a.ts';", ['./a.ts']],
    ["const a = await import('./a.ts');", ['./a.ts']],
    ["// import './a.ts';\n/* import './b.ts' */", []],
    ["const text = 'https://example.org'; import b from 'b';", ['b']],
  ])('%j', (text, expected) => {
    expect(importsOf(text)).toEqual(expected);
  });
});

describe('manifest', () => {
  it('carries the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(manifest.version).toBe(version);
  });

  it('asks for no more than it may', () => {
    // none of these makes a browser warn the reader
    const may = ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms', 'contextMenus'].concat(
      'sidePanel',
    );
    expect(manifest.permissions.filter((permission) => !may.includes(permission))).toEqual([]);
    // what every installation may read; more would switch the extension off at an update until the reader agrees
    expect(manifest.host_permissions).toEqual(['https://huggingface.co/*', 'https://*.arxiv.org/*']);
    expect(manifest.content_scripts.flatMap((script) => script.matches)).toEqual(manifest.host_permissions);
  });
});
