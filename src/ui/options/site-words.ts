/** How reading a site went, in words. */
import type { SiteStatus } from '../../storage/index.ts';
import { age, many } from './format.ts';

const HOW = {
  site: '',
  era: ' by an older layout',
  embedded: ' from the data in the page',
  links: ' by their links: its layout changed',
} as const;

/** "worked today, 50 entries"; what went wrong since; '' where it was not read yet. */
export function statusWords(met: SiteStatus | undefined, now = new Date()): string {
  if (!met) return 'not read yet';
  const worked = met.workedAt ? `worked ${age(met.workedAt, now)}` : 'has not worked yet';
  if (met.worked) return `${worked}, ${many(met.read, 'entry', 'entries')}`;
  const of = met.expected !== undefined && met.expected > met.read ? ` of about ${met.expected}` : '';
  return `${worked}; ${age(met.at, now)} ${met.read}${of} read${HOW[met.via]}`;
}
