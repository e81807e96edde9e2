import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'scirate', verified: false, examples: [], listing: () => undefined });
