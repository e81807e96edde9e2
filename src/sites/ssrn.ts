import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'ssrn', verified: false, examples: [], listing: () => undefined });
