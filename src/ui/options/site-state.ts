/** The sites as this page shows them: which the reader allowed, and how each was read last. */
import { signal } from '@preact/signals';
import { CATALOG, patternsOf, type SiteInfo } from '../../core/catalog.ts';
import { say } from '../../core/say.ts';
import { anyOrigins, isGranted } from '../../core/scripts.ts';
import { askFor, giveUp, grantedOrigins, onPermissions } from '../../platform/permissions.ts';
import { type SiteStatus, siteStatus } from '../../storage/index.ts';
import { sayFailure, tell } from './notice.tsx';

/** Match patterns granted now. */
export const granted = signal<readonly string[]>([]);
/** By site id. */
export const status = signal<Readonly<Record<string, SiteStatus>>>({});

export async function readSites(): Promise<void> {
  try {
    const [origins, met] = await Promise.all([grantedOrigins(), siteStatus()]);
    granted.value = origins;
    status.value = met;
  } catch (error) {
    sayFailure(error);
  }
}

/** Follows what is allowed until the returned function is called. */
export function followSites(): () => void {
  void readSites();
  const look = () => document.visibilityState === 'visible' && void readSites();
  document.addEventListener('visibilitychange', look);
  const stop = onPermissions(() => void readSites());
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop();
  };
}

/** Which of a site's addresses are allowed. */
export const allowedOf = (site: SiteInfo, origins: readonly string[]): readonly string[] =>
  patternsOf(site).filter((pattern) => isGranted(origins, pattern));

/** Sites that are asked for, in the order of the catalogue. */
export const OPTIONAL: readonly SiteInfo[] = CATALOG.filter((site) => !site.fromInstall);

/** Hosts of no known site that are read by their links. */
export const otherHosts = (origins: readonly string[]): readonly string[] => anyOrigins(origins);

/** Allows or revokes; call it from a click. */
export async function setAllowed(name: string, origins: readonly string[], allow: boolean): Promise<void> {
  try {
    const done = allow ? await askFor(origins) : await giveUp(origins);
    if (done) tell(allow ? say('optionsSiteIsRead', name) : say('optionsSiteIsNotRead', name));
    else tell(allow ? say('optionsSiteRefused', name) : say('optionsSiteKept', name));
  } catch (error) {
    sayFailure(error);
  }
  await readSites();
}
