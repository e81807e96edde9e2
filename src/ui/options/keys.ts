/** The keys in pages, as the page's own help lists them (a test holds the two together). */
export const PAGE_KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['j k', 'next, previous entry'],
  ['s', 'save'],
  ['f', 'flag'],
  ['x', 'dismiss'],
  ['a', 'abstract in place'],
  ['o Enter', 'open the page'],
  ['p', 'PDF'],
  ['h', 'HTML'],
  ['u', 'undo'],
  ['g s', 'saved papers'],
  ['g f', 'flagged papers'],
  ['?', 'these keys'],
  ['Esc', 'close'],
];

/** The sites that can be switched off one by one (a test holds them together with the sites that are read). */
export const SITE_SWITCHES: readonly { id: string; where: string }[] = [
  { id: 'huggingface', where: 'huggingface.co/papers' },
  { id: 'arxiv', where: 'arxiv.org: listings, search, authors, abstracts' },
];
