import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'alphaxiv', verified: false, examples: [], listing: () => undefined });
