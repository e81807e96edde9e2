/**
 * arXiv's API: Atom, many ids in one request (https://info.arxiv.org/help/api/user-manual.html). Without `max_results` it
 * gives ten and says nothing. It answers a bad query with one entry named "Error", and too many requests with plain text.
 */
import { ManiculeError } from '../../core/errors.ts';
import { arxivId } from '../../core/identity.ts';
import type { PaperId } from '../../core/paper.ts';
import type { Patch } from '../../core/patch.ts';
import { type Api, dateIn, patchOf, type Wanted } from './api.ts';
import { childrenOf, readXml, textOf, type XmlElement } from './xml.ts';

const numberOf = ({ by }: Wanted): string => by.slice('arxiv:'.length);

const idOf = (entry: XmlElement): PaperId | undefined => {
  const address = /^https?:\/\/arxiv\.org\/abs\/(.+)$/.exec(textOf(entry, 'id').trim())?.[1];
  const id = address ? arxivId(address) : undefined;
  return id ? `arxiv:${id}` : undefined;
};

function patchOfEntry(entry: XmlElement, id: PaperId): Patch {
  return patchOf({
    title: textOf(entry, 'title'),
    authors: childrenOf(entry, 'author').map((author) => textOf(author, 'name')),
    abstract: textOf(entry, 'summary'),
    published: dateIn(textOf(entry, 'published').trim()),
    comment: textOf(entry, 'comment'),
    journalRef: textOf(entry, 'journal_ref'),
    doi: textOf(entry, 'doi'),
    categories: categoriesOf(entry),
    pdf: `https://arxiv.org/pdf/${id.slice('arxiv:'.length)}`,
  });
}

/** Primary first, as listings show them. */
function categoriesOf(entry: XmlElement): string[] {
  const terms = (name: string) =>
    childrenOf(entry, name).map(({ attributes }) => attributes.get('term') ?? '');
  return [...new Set([...terms('primary_category'), ...terms('category')])].filter((term) =>
    /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(term),
  );
}

export const arxivApi: Api = {
  request(wanted) {
    const ids = wanted.map(numberOf).map(encodeURIComponent).join(',');
    return {
      url: `https://export.arxiv.org/api/query?id_list=${ids}&max_results=${wanted.length}`,
      accept: 'application/atom+xml',
    };
  },
  read(text, wanted) {
    const feed = readXml(text);
    if (feed.name !== 'feed') throw new ManiculeError('bad-answer', 'The answer is no Atom feed.');
    const asked = new Set(wanted.map(({ by }) => by));
    const found = new Map<PaperId, Patch>();
    for (const entry of childrenOf(feed, 'entry')) {
      if (/\/api\/errors\b/.test(textOf(entry, 'id')) || textOf(entry, 'title').trim() === 'Error') {
        throw new ManiculeError('bad-answer', 'arXiv could not read the question.');
      }
      const id = idOf(entry);
      if (id && asked.has(id)) found.set(id, patchOfEntry(entry, id));
    }
    return { found, absent: [...asked].filter((id) => !found.has(id)) };
  },
};
