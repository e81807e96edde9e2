/** A script of its own, which runs before the popup's code: see scripts/lib/page-files.ts. */
import { beginReading } from '../../storage/first-read.ts';
import { firstOf } from './first.ts';
import { lastVisit } from './last-visit.ts';

beginReading(() => firstOf(lastVisit()));
