import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'pmlr', verified: false, examples: [], listing: () => undefined });
