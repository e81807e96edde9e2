import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'icml', verified: false, examples: [], listing: () => undefined });
