/** A script of its own, which runs before the panel's code: see scripts/lib/page-files.ts. */
import { beginReading } from '../../storage/first-read.ts';
import { firstOf } from '../popup/first.ts';
import { lastVisit } from '../popup/last-visit.ts';

beginReading(() => firstOf(lastVisit()));
