/** OpenReview: the papers of a venue, of a search, of a person, and one paper's forum. */
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { forum } from './openreview-forum.ts';
import { headingOf, linked, notes, paperOf, read, texts } from './openreview-notes.ts';

const list = defineListing({
  kind: 'listing',
  live: true,
  hydrates: true,
  root: (doc) => doc.querySelector('main, #content'),
  items: notes,
  context: () => undefined,
  read,
  slot(note) {
    const beside = headingOf(note);
    const line =
      note.querySelector('.note-meta-info') ?? note.querySelector('.note-authors') ?? beside?.parentElement;
    // React's line is a list: at the end of its last part
    const parent = (line?.localName === 'ul' && line.lastElementChild) || line;
    return beside && parent ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  texts,
  expected: linked,
});

/** Rooms of those who run a venue: what stands there is theirs alone to see. */
const CONSOLE = /\/(?:Authors|(?:\w+_)?(?:Reviewers|Chairs|Editors)|Editors_In_Chief)(?:\/|$)/;

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (url.hostname !== 'openreview.net') return undefined;
  const asks = (name: string) => url.searchParams.get(name);
  switch (url.pathname.replace(/(.)\/$/, '$1')) {
    case '/group':
      return asks('id') && !CONSOLE.test(asks('id') ?? '') ? list : undefined;
    case '/submissions':
      return asks('venue') || asks('invitation') ? list : undefined;
    case '/search':
      return asks('term') || asks('query') ? list : undefined;
    case '/profile':
      return list;
    case '/forum':
      return asks('id') ? forum : undefined;
    default:
      return undefined;
  }
}

export const site = defineSite({
  id: 'openreview',
  verified: true,
  examples: [
    'https://openreview.net/group?id=ICLR.cc/2026/Conference',
    'https://openreview.net/group?id=ICLR.cc/2018/Conference#tab-accept-oral',
    'https://openreview.net/group?referrer=%5BHomepage%5D(%2F)&id=TMLR',
    'https://openreview.net/submissions?page=3&venue=NeurIPS.cc%2F2025%2FConference',
    'https://openreview.net/search?term=speculative+decoding&group=all&content=all&source=forum',
    'https://openreview.net/profile?id=~Ada_Quill1',
    'https://openreview.net/profile?email=ada%40example.org',
    'https://openreview.net/forum?id=aB3-xY_9zQ',
    'https://openreview.net/forum?id=aB3-xY_9zQ&noteId=Rr7Rr7Rr7R',
  ],
  paper: paperOf,
  listing,
});
