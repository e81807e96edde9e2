/** What was built: nothing open to web pages, the content script one small file, every page within its budget. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { gzipped, reach } from '../../scripts/lib/dist.ts';
import { BROWSERS } from '../../scripts/lib/manifest.ts';
import { ROOT } from '../../scripts/lib/root.ts';
import { CATALOG } from '../../src/core/catalog.ts';
import { isSaidInPages } from '../../src/core/page-words.ts';
import { ANY_FILES, filesOf, LATER_FILES } from '../../src/core/scripts.ts';
import { SITES } from '../../src/sites/index.ts';

const KB = 1024;

/**
 * Most bytes after gzip that are loaded before a page shows something, its style sheets included. A worker cannot load
 * anything later: it carries the tagger, the formats a page can be exported to, lookups, Zotero, the ranker and what
 * learns from corrections at once.
 */
const BUDGETS: Record<string, number> = {
  'src/ui/popup/index.html': 80 * KB,
  'src/ui/options/index.html': 120 * KB,
  'src/ui/library/index.html': 80 * KB,
  'src/ui/review/index.html': 60 * KB,
  'src/ui/panel/index.html': 80 * KB,
  'src/ui/stats/index.html': 60 * KB,
  'src/ui/welcome/index.html': 40 * KB,
  'service-worker-loader.js': 180 * KB,
};

interface Manifest {
  web_accessible_resources?: unknown;
  content_scripts: { js: string[]; css?: string[] }[];
  background: { service_worker?: string; scripts?: string[]; type: string };
  icons: Record<string, string>;
}

describe.each(BROWSERS)('dist/%s', (browser) => {
  const dist = join(ROOT, 'dist', browser);
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  const manifest = JSON.parse(read('manifest.json')) as Manifest;

  it('opens no file to web pages', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  it('has one content script a site, each one classic file of at most 30 KB', () => {
    expect(manifest.content_scripts.map(({ js }) => js)).toEqual([
      ['src/content/on/huggingface.js'],
      ['src/content/on/arxiv.js'],
    ]);
    for (const { js, css } of manifest.content_scripts) {
      expect(css).toBeUndefined();
      const [file = ''] = js;
      const { files, later } = reach(dist, file);
      expect([files, later]).toEqual([[file], []]);
      expect(gzipped(dist, files)).toBeGreaterThan(KB);
      expect(gzipped(dist, files)).toBeLessThanOrEqual(30 * KB);
    }
  });

  it.each(CATALOG.map((site) => [site.id, site] as const))(
    '%s: its scripts have at most 30 KB',
    (_id, site) => {
      const size = gzipped(dist, filesOf(site));
      expect(size).toBeGreaterThan(KB);
      expect(size).toBeLessThanOrEqual(30 * KB);
    },
  );

  it.each(CATALOG.map((site) => [site.id, site] as const))(
    '%s: pages do not get the addresses that tests try it with',
    (id, site) => {
      const scripts = filesOf(site).map(read).join('\n');
      expect(scripts.length).toBeGreaterThan(KB);
      // a front page may well be the site's own base for links
      const { examples: all = [] } = SITES.find((one) => one.id === id) ?? {};
      const examples = all.filter((example) => new URL(example).href !== `${new URL(example).origin}/`);
      expect(examples.length).toBeGreaterThan(0);
      const whole = (example: string) => ["'", '"', '`'].some((quote) => scripts.includes(example + quote));
      expect(examples.filter(whole)).toEqual([]);
    },
  );

  it('says nothing in pages that has to be asked for one by one, or cannot be once an update has come', () => {
    const keys = Object.keys(messages).map((key) => key.replace(/_(?:one|other)$/, ''));
    const quoted = (code: string) => new Set(code.match(/(?<=(["'`]))\w+(?=\1)/g));
    let said = 0;
    for (const file of [...CATALOG.flatMap(filesOf), ...ANY_FILES, ...Object.values(LATER_FILES).flat()]) {
      const words = quoted(read(file));
      const here = keys.filter((key) => words.has(key));
      said += here.length;
      expect(here.filter((key) => !isSaidInPages(key))).toEqual([]);
    }
    expect(said).toBeGreaterThan(50);
  });

  it('injects classic files only, and tells host pages nothing through user timings', () => {
    const injected = new Set([
      ...CATALOG.flatMap(filesOf),
      ...ANY_FILES,
      ...Object.values(LATER_FILES).flat(),
    ]);
    for (const file of injected) {
      expect(reach(dist, file), file).toEqual({ files: [file], later: [] });
      expect(read(file), file).not.toMatch(/performance\.(?:mark|measure)\b/);
    }
  });

  it.each(Object.entries(BUDGETS))('%s is within its budget', (entry, budget) => {
    const { files } = reach(dist, entry);
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(gzipped(dist, files)).toBeLessThanOrEqual(budget);
  });

  it('formulas are set by a file of at most 65 KB, loaded where one paper is read and nowhere else', () => {
    for (const entry of Object.keys(BUDGETS)) {
      const { files, later } = reach(dist, entry);
      const setting = later.filter((file) => /\btex-math-/.test(file));
      expect(
        files.some((file) => /\btex-math-/.test(file)),
        entry,
      ).toBe(false);
      expect(setting.length, entry).toBe(/\/(?:library|review)\//.test(entry) ? 1 : 0);
      if (setting.length > 0) expect(gzipped(dist, setting)).toBeLessThanOrEqual(65 * KB);
    }
  });

  it('the worker imports nothing dynamically, which a service worker refuses when it runs', () => {
    const { files, later } = reach(dist, 'service-worker-loader.js');
    expect(later).toEqual([]);
    for (const file of files) expect(read(file), file).not.toMatch(/\bimport\s*\(/);
  });

  it.each(['popup', 'library', 'panel'])(
    '%s asks the database before anything else, by a script of at most 2 KB',
    (page) => {
      const [first = ''] =
        read(`src/ui/${page}/index.html`).match(/(?<=<head>\s*)<(?:script|link)[^>]*>/) ?? [];
      const [, file = '', search = ''] =
        /^<script src="\/(assets\/[\w-]+-early-[\w-]+\.js)"(?: data-search="\/(.+)")?>$/.exec(first) ?? [];
      expect(read(file)).toContain('indexedDB.open');
      // the page would begin the same worker by itself, later
      const code = reach(dist, `src/ui/${page}/index.html`).files.filter((one) =>
        /\/library-.*\.js$/.test(one),
      );
      expect(code.some((one) => search !== '' && read(one).includes(search))).toBe(page === 'library');
      expect(gzipped(dist, [file])).toBeLessThanOrEqual(2 * KB);
    },
  );

  it.each(Object.keys(BUDGETS).filter((entry) => entry.endsWith('.html')))(
    '%s is one file of code and one of styles',
    (entry) => {
      const { files } = reach(dist, entry);
      const kinds = files.filter((file) => !file.includes('-early-')).map((file) => file.split('.').at(-1));
      expect(kinds.sort()).toEqual(['css', 'html', 'js']);
    },
  );

  it('runs no code from elsewhere', () => {
    for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.html')) expect(read(name), name).not.toMatch(/<script(?![^>]*\bsrc="\/)[^>]*>/);
    }
  });
});
