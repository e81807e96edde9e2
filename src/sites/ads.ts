import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'ads', verified: false, examples: [], listing: () => undefined });
