import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'pubmed', verified: false, examples: [], listing: () => undefined });
