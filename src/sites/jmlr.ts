import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'jmlr', verified: false, examples: [], listing: () => undefined });
