import { language } from './language.ts';
import type { Patterns } from './pattern.ts';

/** Patterns of every topic, by id. */
export const patterns: Patterns = { ...language };
