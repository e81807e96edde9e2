import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'scholar', verified: false, examples: [], listing: () => undefined });
