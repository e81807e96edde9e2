/** What the local server serves: the corpus beside the project, by the addresses in its index, and the own fixtures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SHARED } from '../../scripts/lib/root.ts';

export interface Page {
  url: string;
  html(): string;
}

const CORPUS = join(SHARED, 'corpus');
export const hasCorpus = existsSync(join(CORPUS, 'INDEX.md'));

/** Adds a site's stand-in style sheet to a corpus page, which comes without its own. */
function withLook(html: string, site: string): string {
  const file = join(CORPUS, site, 'look.css');
  if (!existsSync(file)) return html;
  const style = `<style>${readFileSync(file, 'utf8')}</style>`;
  return html.includes('</head>') ? html.replace('</head>', () => `${style}</head>`) : style + html;
}

/** Real pages of the sites read, each at the address the corpus' index gives it; none where the corpus is absent. */
export function corpusPages(look: boolean): Page[] {
  if (!hasCorpus) return [];
  const pages: Page[] = [];
  for (const line of readFileSync(join(CORPUS, 'INDEX.md'), 'utf8').split('\n')) {
    const [, file, address] =
      /^\|?\s*((?:arxiv|huggingface)\/\S+\.html)\s*\|\s*(https:\/\/\S+)/.exec(line) ?? [];
    if (!file || !address || !existsSync(join(CORPUS, file))) continue;
    const site = file.slice(0, file.indexOf('/'));
    pages.push({
      url: address,
      html: () => {
        const html = readFileSync(join(CORPUS, file), 'utf8');
        return look ? withLook(html, site) : html;
      },
    });
  }
  return pages;
}

/** The project's own pages: test/fixtures/<site>/<case>/page.html at the `url` of the meta.json beside it. */
export function fixturePages(): Page[] {
  const folder = join(ROOT, 'test/fixtures');
  if (!existsSync(folder)) return [];
  const pages: Page[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('meta.json')) continue;
    const html = join(folder, name, '../page.html');
    const meta = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { url?: string };
    if (meta.url && existsSync(html)) pages.push({ url: meta.url, html: () => readFileSync(html, 'utf8') });
  }
  return pages;
}
