import { defineSite } from './define-site.ts';

export const site = defineSite({
  id: 'aclanthology',
  verified: false,
  examples: [],
  listing: () => undefined,
});
