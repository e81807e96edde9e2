import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'springer', verified: false, examples: [], listing: () => undefined });
