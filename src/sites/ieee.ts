import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'ieee', verified: false, examples: [], listing: () => undefined });
