import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'openreview', verified: false, examples: [], listing: () => undefined });
