import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'biorxiv', verified: false, examples: [], listing: () => undefined });
