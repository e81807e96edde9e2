import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'nature', verified: false, examples: [], listing: () => undefined });
