import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'iclr', verified: false, examples: [], listing: () => undefined });
