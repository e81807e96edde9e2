import { defineSite } from './define-site.ts';

export const site = defineSite({ id: 'neurips', verified: false, examples: [], listing: () => undefined });
