/**
 * A paper's page on aaai.org, which tells indexers nothing: the title, names in bold above their institutions, and
 * sections under headings that end in a colon (Abstract, DOI, Topics).
 */
import { idOfDoi } from '../core/identity.ts';
import { paperInMeta } from './citation-meta.ts';
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';
import { entryOf, hrefOf, type Read } from './parts.ts';

/** What stands under a heading; without the heading. */
function section(doc: Document, name: RegExp): string {
  for (const heading of doc.querySelectorAll('h3, h4, h5')) {
    if (!name.test(textOf(heading))) continue;
    const within = heading.parentElement;
    return textOf(within, (part) => part === heading) || textOf(heading.nextElementSibling);
  }
  return '';
}

function authorsIn(doc: Document): string[] {
  const named = [...doc.querySelectorAll('.author-wrap .bold, .author-output .bold')].map((one) =>
    textOf(one),
  );
  return [...new Set(named)];
}

function shown(doc: Document): Read | undefined {
  const abstract = section(doc, /^abstract\s*:?$/i);
  const doi = idOfDoi(section(doc, /^doi\s*:?$/i));
  // proceedings and news have headings too
  if (!abstract && !doi) return undefined;
  const links = [...doc.querySelectorAll('a[href$=".pdf"]')];
  return entryOf(
    {
      ids: [doi],
      title: textOf(doc.querySelector('h1')),
      authors: authorsIn(doc),
      abstract,
      page: doc.URL,
      pdf: hrefOf(links.find((link) => /pdf/i.test(link.textContent ?? '')) ?? links[0]),
    },
    doc.URL,
  );
}

export const oldPaper = defineListing<Read | undefined>({
  kind: 'paper',
  live: false,
  root: (doc) => doc.querySelector('main') ?? doc.body,
  items: (doc) => [...doc.querySelectorAll('h1')].slice(0, 1),
  context: (doc, url) => paperInMeta(doc, url) ?? shown(doc),
  read: (_title, paper) => paper,
  slot: (title) => ({ parent: title, before: null, style: 'flow', beside: title }),
  texts: (title) => [title],
  expected: () => undefined,
});
