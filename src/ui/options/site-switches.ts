/** The sites that can be switched off one by one (a test holds them together with the sites that are read). */
export const SITE_SWITCHES: readonly { id: string; where: string }[] = [
  { id: 'huggingface', where: 'huggingface.co/papers' },
  { id: 'arxiv', where: 'arxiv.org: listings, search, authors, abstracts' },
];
