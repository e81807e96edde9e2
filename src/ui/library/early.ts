/** A script of its own, which runs before the library's code: see scripts/lib/page-files.ts. */
import { beginReading } from '../../storage/first-read.ts';
import { beginSearch } from '../shared/early-search.ts';
import { FIRST } from './first.ts';

beginReading(() => FIRST);
beginSearch();
