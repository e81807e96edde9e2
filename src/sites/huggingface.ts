/** Hugging Face: every list of papers under /papers, the papers of people, organisations and collections, one paper's page. */
import { defineSite, type Listing } from './define-site.ts';
import { list, shelf } from './huggingface-lists.ts';
import { paper, paperIn } from './huggingface-paper.ts';

const LISTS = /^\/papers(?:\/(?:trending|date\/[^/]+|week\/[^/]+|month\/[^/]+|year\/[^/]+))?\/?$/;
/** A profile alone shows bare ids, no titles, so it is left alone; its paper pages are lists. */
const SHELVES = [
  /^\/(?:organizations\/)?(?!(?:api|blog|datasets|docs|join|learn|login|models|settings|spaces|tasks)\/)[^/]+\/papers\/?$/,
  /^\/(?:organizations\/)?[^/]+\/activity\/(?:papers|upvotes)\/?$/,
  /^\/collections\/[^/]+\/[^/]+\/?$/,
];

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (url.hostname !== 'huggingface.co') return undefined;
  const path = url.pathname;
  if (LISTS.test(path)) return list;
  if (path.startsWith('/papers/')) return paperIn(url) ? paper : undefined;
  return SHELVES.some((pattern) => pattern.test(path)) ? shelf : undefined;
}

export const site = defineSite({
  id: 'huggingface',
  verified: true,
  examples: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers?date=2024-08-01',
    'https://huggingface.co/papers/date/2026-05-27',
    'https://huggingface.co/papers/week/2026-W23',
    'https://huggingface.co/papers/month/2026-06',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers?q=speculative+decoding',
    'https://huggingface.co/papers/2509.24002',
    'https://huggingface.co/papers/2509.24002#community',
    'https://huggingface.co/akhaliq/activity/papers',
    'https://huggingface.co/organizations/nvidia/activity/papers',
    'https://huggingface.co/nvidia/papers',
  ],
  listing,
});
