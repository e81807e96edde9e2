/** Every site that is read: one line each. Adding one: its file, a line here, a fixture folder, its pattern in manifest.json. */
import { arxiv } from './arxiv.ts';
import type { Listing, Site } from './define-site.ts';
import { huggingface } from './huggingface.ts';

export const SITES: readonly Site[] = [huggingface, arxiv];

/** The site and the way to read the page at `url`; undefined when no site knows it. Decided by the address alone. */
// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
export function siteFor(url: URL): { site: Site; listing: Listing<any> } | undefined {
  for (const site of SITES) {
    const listing = site.listing(url);
    if (listing) return { site, listing };
  }
  return undefined;
}
