import { defineSite } from './define-site.ts';

export const site = defineSite({
  id: 'scholarinbox',
  verified: false,
  examples: [],
  listing: () => undefined,
});
