/**
 * Who may import whom, and what no source file may contain. The linter checks the same from .biome.json; this walks the
 * files without any dependency, resolves every import, and allows only what the table names.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

interface Layer {
  /** Other folders of src it may import. */
  folders: readonly string[];
  /** Packages it may import. */
  packages: readonly string[];
}

const PURE = ['core'];
const BACK = ['core', 'topics', 'ranking', 'exchange', 'platform', 'storage'];

/** One line per folder of src. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  core: { folders: [], packages: [] },
  sites: { folders: PURE, packages: [] },
  topics: { folders: PURE, packages: [] },
  ranking: { folders: PURE, packages: [] },
  exchange: { folders: PURE, packages: ['fflate', 'valibot'] },
  platform: { folders: PURE, packages: ['webextension-polyfill', 'valibot'] },
  storage: { folders: PURE, packages: ['idb', 'valibot'] },
  content: { folders: ['core', 'sites', 'platform'], packages: ['preact', '@preact/signals', 'tinykeys'] },
  background: { folders: BACK, packages: ['valibot'] },
  ui: {
    folders: BACK,
    packages: ['preact', '@preact/signals', 'temml', 'tinykeys', 'valibot'],
  },
};

/** Message schemas are the one place of core that validates. */
const CORE_SCHEMAS = /^core\/.*-schemas\.ts$/;

/** The names of the messages are types here; the words themselves come from the browser. */
const SPEECH = 'core/say.ts';
const MESSAGES = join('..', 'public', '_locales', 'en', 'messages.json');

/** What would turn text into markup, or tell the host page what this extension does. */
const FORBIDDEN: readonly [RegExp, string][] = [
  [/\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bsetHTMLUnsafe\b/, 'turns text into markup'],
  [/\bcreateContextualFragment\b|\bdocument\.write(?:ln)?\b|dangerouslySet/, 'turns text into markup'],
  [/\bperformance\.(?:mark|measure)\b/, 'leaves a user timing that host pages can read'],
];

/** Longest source file, in lines. */
const MAX_LINES = 250;

/** Lists, not code: as long as what they list. */
const LISTS = /^topics\/(?:topics\.ts|patterns\/)/;

export interface Breach {
  /** File, relative to src, with `/`. */
  file: string;
  what: string;
}

/** Source text without comments, so that a comment may name what is forbidden. Strings are kept. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');

const IMPORT =
  /\b(?:import|export)\s+(?:type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g;

/** Every module a source text imports, dynamic imports included. */
export function importsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(IMPORT)].map((match) => (match[1] ?? match[2]) as string);
}

const packageOf = (source: string): string =>
  source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');

/** Why a file may not import `source`; undefined when it may. */
function importBreach(src: string, file: string, layer: string, source: string): string | undefined {
  const rules = LAYERS[layer];
  if (!rules) return `is in a folder that the table does not name (${layer})`;
  if (!source.startsWith('.')) {
    const name = packageOf(source);
    if (rules.packages.includes(name)) return undefined;
    if (name === 'valibot' && CORE_SCHEMAS.test(file)) return undefined;
    return `imports the package ${name}`;
  }
  const target = join(dirname(join(src, file)), source.replace(/\?.*$/, ''));
  const inside = relative(src, target);
  if (inside.startsWith('..') && file === SPEECH && inside === MESSAGES) return undefined;
  if (inside.startsWith('..')) return `imports ${source}, outside src`;
  const other = inside.split(sep)[0] as string;
  if (other !== layer && !rules.folders.includes(other)) return `imports ${other} (${source})`;
  return existsSync(target) ? undefined : `imports ${source}, which is no file`;
}

/** Every source file under `src`, relative, with `/`. */
export function sourceFiles(src: string): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
}

/** All breaches under `src`; `files` counts what was looked at, so that a walk over nothing cannot pass for a clean one. */
export function checkArchitecture(src: string): { files: number; imports: number; breaches: Breach[] } {
  const breaches: Breach[] = [];
  const files = sourceFiles(src);
  let imports = 0;
  for (const file of files) {
    const text = readFileSync(join(src, file), 'utf8');
    const layer = file.slice(0, file.indexOf('/'));
    for (const source of importsOf(text)) {
      imports++;
      const what = importBreach(src, file, layer, source);
      if (what) breaches.push({ file, what });
    }
    const code = withoutComments(text);
    for (const [pattern, what] of FORBIDDEN) if (pattern.test(code)) breaches.push({ file, what });
    // a service worker refuses import(): it builds, and fails when it runs
    if (layer === 'background' && /\bimport\s*\(/.test(code))
      breaches.push({ file, what: 'imports dynamically' });
    const lines = text.replace(/\n$/, '').split('\n').length;
    if (lines > MAX_LINES && !LISTS.test(file))
      breaches.push({ file, what: `has ${lines} lines, more than ${MAX_LINES}` });
  }
  return { files: files.length, imports, breaches };
}
