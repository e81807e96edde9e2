/**
 * Pages that readers open many times a day. Each is built by itself into one file of code and one of styles: every file
 * of the extension takes the browser some milliseconds before anything is shown, and what the bundler lets all pages
 * share comes in twenty of them. Nothing is downloaded more often for it: all of it lies on the reader's disk.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build, type Plugin, type Rolldown } from 'vite';
import { ROOT } from './root.ts';

const POPUP = 'src/ui/popup/index.html';
export const AT_ONCE = [POPUP, 'src/ui/library/index.html'] as const;

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
  return files;
}

/** Adds these pages to a build for `target`, whose manifest was given to the bundler without a popup. */
export function pageFiles(target: string): Plugin {
  let out = '';
  return {
    name: 'manicule-page-files',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      out = join(root, outDir);
    },
    async generateBundle() {
      for (const page of AT_ONCE)
        for (const [fileName, source] of await filesOf(page, target))
          this.emitFile({ type: 'asset', fileName, source });
    },
    writeBundle() {
      const file = join(out, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as { action: { default_popup?: string } };
      manifest.action.default_popup = POPUP;
      writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
    },
  };
}
