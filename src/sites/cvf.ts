import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'cvf', verified: false, examples: [], listing: () => undefined });
