import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'aaai', verified: false, examples: [], listing: () => undefined });
