/** One paper's page on Hugging Face. Its articles are models, datasets and collections that cite the paper, never papers. */
import { arxivId } from '../core/identity.ts';
import { LIMITS } from '../core/paper.ts';
import { clip, oneLine } from '../core/text.ts';
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';
import { votes } from './huggingface-cards.ts';
import { agreeing, type Embedded, embeddedIn, entryOf, linksOf, type Read } from './huggingface-embedded.ts';

const CONTENT = '[data-target="PaperContent"]';

interface Context {
  id: string;
  data: Embedded;
}

/** The arXiv id of `/papers/ID`; undefined for every other address. */
export function paperIn(url: URL): string | undefined {
  return arxivId(/^\/papers\/([^/]+)\/?$/.exec(url.pathname)?.[1] ?? '');
}

/** The title, where the page is a paper's: "404" stands in an `h1` too. */
function titleOf(doc: Document): Element | undefined {
  const title = doc.querySelector('main h1') ?? doc.querySelector('h1');
  if (!title) return undefined;
  const evidence = `${CONTENT}, span.author, main a[href*="arxiv.org/abs/"], main a[href*="arxiv.org/pdf/"]`;
  return doc.querySelector(evidence) ? title : undefined;
}

/** Paragraphs under "Abstract", without the box that holds a model's summary of it. */
function abstractOf(scope: ParentNode): Element[] {
  const heading = [...scope.querySelectorAll('h2, h3')].find((h) => /^abstract$/i.test(textOf(h)));
  const block = heading?.nextElementSibling;
  if (!block) return [];
  if (block.localName === 'p') return [block];
  return [...block.querySelectorAll('p')].filter((p) => {
    const box = p.parentElement;
    return box === block || !/AI-generated/i.test(box?.textContent ?? '');
  });
}

/** Names end in a comma for the eye; they stand in links, buttons or plain text. */
const authorsOf = (scope: ParentNode): string[] =>
  [...scope.querySelectorAll('span.author')]
    .map((author) => clip(oneLine(author.textContent ?? '').replace(/\s*,$/, ''), LIMITS.author))
    .filter((name) => name !== '')
    .slice(0, LIMITS.authors);

/** The buttons under the abstract; links of the discussion below are other people's. */
function buttons(scope: ParentNode): string[] {
  const discussion = scope.querySelector('#community');
  return [...scope.querySelectorAll('a[href^="http"]')]
    .filter((link) => {
      const after = discussion ? discussion.compareDocumentPosition(link) & 4 : 0; // DOCUMENT_POSITION_FOLLOWING
      return !after && /^(?:GitHub|Project page)\b/i.test(textOf(link));
    })
    .map((link) => link.getAttribute('href') ?? '');
}

function read(section: Element, { id, data }: Context): Read | undefined {
  const title = clip(
    textOf(section.querySelector('h1'), (e) => e.classList.contains('katex-html')),
    LIMITS.title,
  );
  if (!title) return undefined;
  const told = agreeing(data, id, title);
  if (told) return { ...entryOf(told), title };
  const abstract = clip(
    abstractOf(section)
      .map((p) => textOf(p))
      .join(' '),
    LIMITS.abstract,
  );
  const upvotes = votes(section);
  return {
    id: `arxiv:${id}`,
    title,
    authors: authorsOf(section),
    categories: [],
    ...(abstract ? { abstract } : {}),
    ...(upvotes !== undefined ? { upvotes } : {}),
    links: linksOf(id, abstract, buttons(section)),
  };
}

/** The page of the paper `id`: the id is in the address alone. */
export const paper = defineListing<Context>({
  kind: 'paper',
  live: true,
  hydrates: true,
  root(doc) {
    const known = titleOf(doc) ?? doc.querySelector(CONTENT);
    if (known) return known.closest('main') ?? known.parentElement;
    // a paper that is not there is no changed layout
    const missing = doc.querySelector('main h1');
    return missing && /^404\b/.test(textOf(missing)) ? missing.closest('main') : null;
  },
  items(doc) {
    const title = titleOf(doc);
    const section = title?.closest('section') ?? title?.parentElement;
    return section ? [section] : [];
  },
  context(doc, url, problems) {
    const data = embeddedIn(doc, `${CONTENT}[data-props]`);
    if (data.problem) problems.push(data.problem);
    return { id: paperIn(url) ?? '', data };
  },
  read,
  embedded({ id, data }) {
    const told = data.papers.get(id);
    return told ? [entryOf(told)] : [];
  },
  slot(section) {
    const title = section.querySelector('h1');
    // the line of small print under the title ("Published on …"); the title itself where a page has none
    const parent = title?.nextElementSibling ?? title;
    return title && parent ? { parent, before: null, style: 'gutter', beside: title } : undefined;
  },
  texts(section) {
    const title = section.querySelector('h1');
    return [...(title ? [title] : []), ...abstractOf(section)];
  },
  expected: (doc) => (doc.querySelector(CONTENT) ? 1 : undefined),
});
