import { defineSite } from './define-site.ts';

export const site = defineSite({
  id: 'semanticscholar',
  verified: false,
  examples: [],
  listing: () => undefined,
});
