/**
 * Scripts for pages of sites: those read from install in one file each; for the others one small file a site, and one that
 * reads pages, injected together; and one of all sites, for saved pages. Each is a classic script of its own, so that
 * nothing has to be web-accessible.
 */
import { minify } from 'terser';
import { build, type Plugin, type Rollup } from 'vite';
import { CATALOG } from '../../src/core/catalog.ts';
import { filesOf } from '../../src/core/scripts.ts';
import { ROOT } from './root.ts';

/** Built file → the source of its entry. */
export function entries(): Record<string, string> {
  const out: Record<string, string> = {
    'sites/run.js': `import '${ROOT}/src/content/on/run.ts';`,
    'sites/cards.js': `import '${ROOT}/src/content/on/cards.ts';`,
    'sites/rescue.js': `import '${ROOT}/src/content/on/rescue.ts';`,
    'sites/any.js': `import '${ROOT}/src/content/on/any.ts';`,
    'sites/saved.js': `import '${ROOT}/src/content/on/saved.ts';`,
  };
  for (const info of CATALOG) {
    const { id, fromInstall } = info;
    const [file = ''] = filesOf(info);
    out[file] = fromInstall
      ? `import '${ROOT}/${file.replace(/js$/, 'ts')}';`
      : `import { site } from '${ROOT}/src/sites/${id}.ts'; import { shelf } from '${ROOT}/src/content/shelf.ts'; shelf().sites.push(site);`;
  }
  return out;
}

const ENTRY = 'manicule-entry';

/** What a site file says for tests alone: addresses to try it with, and whether pages of it were at hand. */
const FOR_TESTS = /^ {2}(?:examples: \[[^\]]*\]|verified: (?:true|false)),$/gm;

/** Leaves that out of what pages get. @throws where a site's could not be found */
function withoutTests(): Plugin {
  return {
    name: 'manicule-without-tests',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/sites\/[^/]+\.ts$/.test(id) || !code.includes('= defineSite({')) return undefined;
      if (code.match(FOR_TESTS)?.length !== 2)
        throw new Error(`${id}: its examples or 'verified' are written in a way unknown to the build`);
      return { code: code.replace(FOR_TESTS, ''), map: null };
    },
  };
}

/** A plugin that knows one module: `source`. `later`: metadata is read by the rescue script, not by this one. */
const virtual = (source: string, later: boolean): Plugin => ({
  name: 'manicule-entry',
  enforce: 'pre',
  resolveId(id, from) {
    if (id === ENTRY) return ENTRY;
    // lists do not carry what reads the metadata of single papers
    const site = from && /\/src\/sites\/[^/]+\.ts$/.test(from);
    return later && site && id === './citation-meta.ts' ? `${ROOT}/src/content/meta-later.ts` : undefined;
  },
  load: (id) => (id === ENTRY ? source : undefined),
});

/** One classic script of `source` and all it imports, for `target`. */
export async function bundle(source: string, target: string, later: boolean): Promise<string> {
  const result = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [virtual(source, later), withoutTests()],
    build: {
      write: false,
      target,
      modulePreload: false,
      rollupOptions: { input: ENTRY, output: { format: 'iife' } },
    },
  })) as Rollup.RollupOutput | Rollup.RollupOutput[];
  const [first] = Array.isArray(result) ? result : [result];
  const chunks = first?.output.filter((one) => one.type === 'chunk') ?? [];
  const [only] = chunks;
  if (!only || chunks.length > 1) throw new Error(`a content script came out in ${chunks.length} files`);
  return smaller(only.code);
}

/** Readers of single papers are in scripts that are alone in their page, and in those that others ask for. */
const readsPapers = (file: string): boolean => /^src|(?:rescue|any|saved)\.js$/.test(file);

/**
 * What the bundler's minifier made, made smaller by another: 1.7 % less of run.js, compressed, than either makes alone.
 * @throws where it cannot be read
 */
async function smaller(code: string): Promise<string> {
  const made = await minify(code, { ecma: 2020, compress: { passes: 2, unsafe_arrows: true } });
  return made.code ?? code;
}

/** Adds the scripts to a build for `target`. */
export function siteScripts(target: string): Plugin {
  return {
    name: 'manicule-site-scripts',
    apply: 'build',
    async generateBundle() {
      for (const [fileName, entry] of Object.entries(entries())) {
        this.emitFile({
          type: 'asset',
          fileName,
          source: await bundle(entry, target, !readsPapers(fileName)),
        });
      }
    },
  };
}
