import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'ijcai', verified: false, examples: [], listing: () => undefined });
