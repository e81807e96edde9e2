/** Real pages beside the repository, which are not part of it: read by tests where they are, skipped visibly where not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/core/paper.ts';

export type Expected = Partial<Omit<Entry, 'links' | 'site'>> & { id: string };

export interface CorpusPage {
  name: string;
  html: string;
  url: string;
  kind: 'listing' | 'paper' | 'mentions';
  entries: Expected[];
}

const SHARED = process.env['MANICULE_SHARED'] ?? new URL('../../../shared', import.meta.url).pathname;

/** The folder of all sites' folders; undefined where the corpus is absent. */
export function corpusRoot(): string | undefined {
  const folder = join(SHARED, 'corpus');
  return existsSync(folder) ? folder : undefined;
}

/** Folder of one site's pages; undefined where the corpus is absent. */
export function corpusFolder(site: string): string | undefined {
  const folder = join(SHARED, 'corpus', site);
  return existsSync(folder) ? folder : undefined;
}

/** Names of the pages in a folder, without ending. Empty only when the folder is. */
export function corpusNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -'.html'.length))
    .sort();
}

/** A saved page's text: UTF-8, else what older pages were served in. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function corpusPage(folder: string, name: string): CorpusPage {
  const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as {
    url: string;
    kind: CorpusPage['kind'];
    entries: Expected[];
  };
  return { name, html: textOf(readFileSync(join(folder, `${name}.html`))), ...expected };
}
