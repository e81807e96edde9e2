import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'acm', verified: false, examples: [], listing: () => undefined });
