/** `npm run build [-- chrome|firefox]`: dist/chrome and dist/firefox from the one manifest. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { CATALOG } from '../src/core/catalog.ts';
import { SAVED_FILE } from '../src/core/saved-page.ts';
import { ANY_FILES, filesOf, LATER_FILES } from '../src/core/scripts.ts';
import { BROWSERS, type BrowserName } from './lib/manifest.ts';
import { ROOT } from './lib/root.ts';

/** Builds one browser's folder and returns its path. @throws what the bundler throws, or when the result is not complete. */
export async function buildFor(browser: BrowserName): Promise<string> {
  await build({ root: ROOT, mode: browser, logLevel: 'error', configFile: join(ROOT, 'vite.config.ts') });
  const out = join(ROOT, 'dist', browser);
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
    web_accessible_resources?: unknown;
    content_scripts: { js: string[] }[];
    icons: Record<string, string>;
  };
  if (manifest.web_accessible_resources) throw new Error(`${browser}: the build made files web-accessible`);
  const injected = [...ANY_FILES, ...Object.values(LATER_FILES).flat(), ...CATALOG.flatMap(filesOf)];
  const files = [
    ...injected,
    SAVED_FILE,
    ...manifest.content_scripts.flatMap((one) => one.js),
    ...Object.values(manifest.icons),
  ];
  for (const file of files)
    if (!existsSync(join(out, file))) throw new Error(`${browser}: ${file} is missing`);
  return out;
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !BROWSERS.includes(name as BrowserName));
  if (unknown.length > 0) throw new Error(`no such browser: ${unknown.join(', ')}`);
  for (const browser of asked.length > 0 ? (asked as BrowserName[]) : BROWSERS) {
    const started = performance.now();
    const out = await buildFor(browser);
    const size = (file: string) => gzipSync(readFileSync(join(out, file))).length / 1024;
    const largest = Math.max(
      ...CATALOG.map((site) => filesOf(site).reduce((sum, one) => sum + size(one), 0)),
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `dist/${browser}: built in ${seconds} s, largest content script ${largest.toFixed(1)} KB gzip`,
    );
  }
}

if (process.argv[1]?.endsWith('build.ts')) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exitCode = 1;
  });
}
