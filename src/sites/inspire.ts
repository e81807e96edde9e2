import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'inspire', verified: false, examples: [], listing: () => undefined });
