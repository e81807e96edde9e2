import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'dblp', verified: false, examples: [], listing: () => undefined });
