/** The made pages of every site as files that were saved, and what must be read of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/root.ts';
import { SAVED_FILE, type SavedPage } from '../../src/core/saved-page.ts';

const FOLDER = join(ROOT, 'test/fixtures');

export interface Saved extends SavedPage {
  name: string;
  url: string;
  html: string;
}

const read = (path: string): string => readFileSync(join(FOLDER, path), 'utf8');

/** One page a case. */
export const savedPages = (): Saved[] =>
  readdirSync(FOLDER).flatMap((site) =>
    readdirSync(join(FOLDER, site))
      .map((name) => `${site}/${name}`)
      .filter((name) => existsSync(join(FOLDER, name, 'expected.json')))
      .map((name) => {
        const { entries, problems = [] } = JSON.parse(read(`${name}/expected.json`)) as Partial<SavedPage> &
          Pick<SavedPage, 'entries'>;
        const { url } = JSON.parse(read(`${name}/meta.json`)) as { url: string };
        return { name, url, html: read(`${name}/page.html`), entries, problems };
      }),
  );

/** A page as browsers save it, with the address it came from. */
export const asSaved = ({ html, url }: Pick<Saved, 'html' | 'url'>): string => {
  const note = `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->\n`;
  return /^\s*<!doctype/i.test(html)
    ? html.replace(/^\s*<!doctype[^>]*>/i, (type) => `${type}\n${note}`)
    : note + html;
};

/** What the script of the built extension reads of the pages: for a page of the extension to run. */
export async function readInPage(given: {
  file: string;
  pages: { html: string; url: string }[];
}): Promise<SavedPage[]> {
  const scope = globalThis as unknown as {
    maniculeSaved?: (html: string, url: string) => Promise<SavedPage>;
  };
  if (!scope.maniculeSaved) {
    await new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `/${given.file}`;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }
  const read: SavedPage[] = [];
  for (const { html, url } of given.pages) read.push((await scope.maniculeSaved?.(html, url)) as SavedPage);
  return read;
}

/** What `readInPage` is told. */
export const asked = (pages: readonly Saved[]) => ({
  file: SAVED_FILE,
  pages: pages.map(({ html, url }) => ({ html, url })),
});

/** By case: entries and problems. */
export const byName = (pages: readonly Saved[], read: readonly SavedPage[]) =>
  Object.fromEntries(
    pages.map(({ name }, at) => [name, { entries: read[at]?.entries, problems: read[at]?.problems }]),
  );
