/**
 * Pages that readers open many times a day. Each is built by itself into one file of code and one of styles: every file
 * of the extension takes the browser some milliseconds before anything is shown, and what the bundler lets all pages
 * share comes in twenty of them. Nothing is downloaded more often for it: all of it lies on the reader's disk.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import preact from '@preact/preset-vite';
import { build, type Plugin, type Rolldown } from 'vite';
import { type BrowserName, builtApart, manifestFor } from './manifest.ts';
import { ROOT } from './root.ts';
import { bundle } from './site-scripts.ts';

export const PAGES = ['popup', 'library', 'panel', 'review', 'options', 'stats', 'welcome'].map(
  (name) => `src/ui/${name}/index.html`,
);

type Files = Map<string, string | Uint8Array>;

/** What the bundler makes of a page alone: name → content. What is imported later lies in files of its own. */
async function built(page: string, target: string): Promise<Files> {
  const name = page.split('/').at(-2) as string;
  const result = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    build: {
      write: false,
      target,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { [name]: page },
        output: { codeSplitting: { groups: [{ name, tags: ['$initial'] }] } },
      },
    },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  const all = (Array.isArray(result) ? result : [result]).flatMap(({ output }) => output);
  return new Map(all.map((one) => [one.fileName, one.type === 'chunk' ? one.code : one.source]));
}

/** The page and the files it loads. @throws when its code came out in several. */
async function filesOf(page: string, target: string): Promise<Files> {
  const files = await built(page, target);
  const html = String(files.get(page));
  if (html.includes('modulepreload') || html.split('rel="stylesheet"').length > 2)
    throw new Error(`${page} came out in several files`);
  await addEarly(files, page, html, target);
  return files;
}

/** Puts the script that runs before the page's code, where it has one, at the top of the page. */
async function addEarly(files: Files, page: string, html: string, target: string): Promise<void> {
  const source = join(ROOT, dirname(page), 'early.ts');
  if (!existsSync(source)) return;
  const code = await bundle(`import '${source}';`, target, false);
  const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
  const file = `assets/${page.split('/').at(-2)}-early-${hash}.js`;
  files.set(file, code);
  const search = [...files.keys()].find((name) => /\/search-worker-[^/]*\.js$/.test(name));
  const told = search && code.includes('maniculeSearch') ? ` data-search="/${search}"` : '';
  files.set(page, html.replace('<head>', `<head>\n    <script src="/${file}"${told}></script>`));
}

/** Adds the pages to a build for `target`, whose manifest was given to the bundler without them. */
export function pageFiles(browser: BrowserName, target: string): Plugin {
  let out = '';
  return {
    name: 'manicule-page-files',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      out = join(root, outDir);
    },
    async generateBundle() {
      for (const page of PAGES)
        for (const [fileName, source] of await filesOf(page, target))
          this.emitFile({ type: 'asset', fileName, source });
    },
    writeBundle() {
      const file = join(out, 'manifest.json');
      const manifest = { ...JSON.parse(readFileSync(file, 'utf8')), ...builtApart(manifestFor(browser)) };
      writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
    },
  };
}
