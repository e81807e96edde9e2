/** What of its list the library shows first. */
import type { Wanted } from '../../storage/first-read.ts';

export const FIRST: Wanted = { view: 'marked', limit: 60, from: 0, filled: 14 };
