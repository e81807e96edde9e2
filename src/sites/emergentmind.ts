import { defineSite } from './define-site.ts';

export const site = defineSite({
  id: 'emergentmind',
  verified: false,
  examples: [],
  listing: () => undefined,
});
