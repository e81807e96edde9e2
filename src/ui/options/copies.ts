/** The copies put aside before each restore, as far as they were read. */
import { signal } from '@preact/signals';
import type { Copy } from './recovery.ts';

export const copies = signal<readonly Copy[]>([]);
