/** What the popup may do with the page behind it, by its address and by what the reader allowed. Decides, does nothing. */
import { patternsOf, type SiteInfo, siteAt } from '../../core/catalog.ts';
import { ANY_FILES, filesOf, hostPattern, isGranted } from '../../core/scripts.ts';

export interface Access {
  /** The site the address belongs to; undefined: no known one. */
  site: SiteInfo | undefined;
  /** As the reader knows it: the site's name, else the host. */
  name: string;
  /** Scripts that read the page, in the order in which they are injected. */
  files: readonly string[];
  /** What is asked for when the page is to be read always. */
  origins: readonly string[];
  /** The reader allowed it already, for good. */
  always: boolean;
}

/** Undefined for pages no extension may read: the browser's own, its store, files. */
export function accessTo(url: URL, granted: readonly string[]): Access | undefined {
  const pattern = hostPattern(url);
  if (!pattern) return undefined;
  const site = siteAt(url);
  const here = site && patternsOf(site).filter((one) => isGranted([one], pattern));
  // a country's address is asked for alone, the site's own ones together
  const shared = site?.matches.some((one) => here?.includes(one)) === true;
  const origins = site ? (shared ? site.matches : (here ?? [])) : [pattern];
  return {
    site,
    name: site?.name ?? url.hostname.replace(/^www\./, ''),
    files: site ? filesOf(site) : ANY_FILES,
    origins,
    always: isGranted(granted, pattern),
  };
}
