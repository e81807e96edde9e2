/** How reading a site went, in words. */
import { type CountedKey, count, say, sayMany } from '../../core/say.ts';
import type { SiteStatus } from '../../storage/index.ts';
import { age } from './format.ts';

const HOW: Record<SiteStatus['via'], CountedKey> = {
  site: 'optionsSiteReadWell',
  era: 'optionsSiteReadEra',
  embedded: 'optionsSiteReadEmbedded',
  links: 'optionsSiteReadLinks',
};

/** "worked today, 50 entries"; what went wrong since; '' where it was not read yet. */
export function statusWords(met: SiteStatus | undefined, now = new Date()): string {
  if (!met) return say('optionsSiteNotRead');
  const { read, expected, workedAt } = met;
  if (met.worked) return sayMany('optionsSiteWorkedEntries', read, age(workedAt ?? met.at, now));
  const worked = workedAt ? say('optionsSiteWorked', age(workedAt, now)) : say('optionsSiteNotWorked');
  const short = expected !== undefined && expected > read;
  const amount = short ? say('optionsSiteAmountOf', read, expected) : count(read);
  return say('optionsSiteThen', worked, sayMany(HOW[met.via], read, age(met.at, now), amount));
}
