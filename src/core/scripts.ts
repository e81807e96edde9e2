/** Which scripts read which pages: the files of the built extension, and where they run given what the reader allowed. */
import { CATALOG, patternsOf, type SiteInfo } from './catalog.ts';
import { SOURCE_ORIGINS } from './sources.ts';

/** Scripts that run by themselves on pages of `matches`. */
export interface Registration {
  id: string;
  matches: string[];
  js: string[];
}

const RUN = 'sites/run.js';

/**
 * Scripts that pages ask for when they need them: `rescue`, the ways to read a page that need no site file; `cards`, what
 * is opened over a page.
 */
export const LATER_FILES = {
  rescue: ['sites/rescue.js'],
  cards: ['sites/cards.js'],
} as const satisfies Record<string, readonly string[]>;

export type LaterScript = keyof typeof LATER_FILES;

/** Files that read a page of no known site, in the order in which they are injected. */
export const ANY_FILES: readonly string[] = ['sites/any.js', RUN];

/** Files that read pages of `site`, in the order in which they are injected. */
export const filesOf = (site: SiteInfo): readonly string[] =>
  site.fromInstall ? [`src/content/on/${site.id}.js`] : [`sites/${site.id}.js`, RUN];

/** The pattern of all pages of an address's host; undefined for pages that cannot be read (the browser's own, files). */
export const hostPattern = (url: URL): string | undefined =>
  /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : undefined;

const parts = (pattern: string) => /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\//.exec(pattern);

/** Whether what was granted includes every page of `pattern`. Hosts count, paths do not: browsers grant hosts. */
export function isGranted(granted: readonly string[], pattern: string): boolean {
  const [, scheme, host = ''] = parts(pattern) ?? [];
  return granted.some((one) => {
    if (one === '<all_urls>' || one === pattern) return true;
    const [, itsScheme, itsHost = ''] = parts(one) ?? [];
    if (!itsScheme || (itsScheme !== '*' && itsScheme !== scheme)) return false;
    if (itsHost === '*' || itsHost === host) return true;
    return itsHost.startsWith('*.') && (host === itsHost.slice(2) || host.endsWith(itsHost.slice(1)));
  });
}

const known = new Set([...CATALOG.flatMap(patternsOf), ...SOURCE_ORIGINS]);

/** Hosts of no known site that the reader allowed by name: their pages are read by their links. */
export const anyOrigins = (granted: readonly string[]): string[] =>
  granted.filter((one) => {
    const host = parts(one)?.[2];
    return host !== undefined && !host.includes('*') && !known.has(one);
  });

/** Where scripts are to run by themselves, beyond the sites read from install. "All sites" names no site: it adds none. */
export function registrationsFor(granted: readonly string[]): Registration[] {
  const out: Registration[] = [];
  for (const site of CATALOG) {
    if (site.fromInstall) continue;
    const matches = patternsOf(site).filter((pattern) => isGranted(granted, pattern));
    if (matches.length > 0) out.push({ id: `site-${site.id}`, matches, js: [...filesOf(site)] });
  }
  for (const origin of anyOrigins(granted)) {
    out.push({
      id: `any-${parts(origin)?.[2]}-${parts(origin)?.[1]}`,
      matches: [origin],
      js: [...ANY_FILES],
    });
  }
  return out;
}
