import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'paperscool', verified: false, examples: [], listing: () => undefined });
