import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'eprint', verified: false, examples: [], listing: () => undefined });
