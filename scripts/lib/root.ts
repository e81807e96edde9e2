import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Real pages and papers for tests and benchmarks, where somebody put them beside the project; may not exist. */
export const SHARED = process.env['MANICULE_SHARED'] ?? resolve(ROOT, '../shared');
