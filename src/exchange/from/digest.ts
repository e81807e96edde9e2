/**
 * Plain-text digests: what remains of a daily mail or a copied page. Header lines, then title and abstract in turn.
 *
 * How the three are told apart: paragraphs are split and sorted by `digest-lines.ts`. Each abstract takes the short
 * paragraph right above it as its title. Short paragraphs above the first title are header lines; elsewhere they are
 * papers without an abstract if they have the words of a title (four, at the end of the text three), else section
 * headings. An abstract that follows an abstract is its next paragraph. A line of names under a title is its authors,
 * if labelled or if most papers of the digest have one. An arXiv id or address on a line of its own names its paper;
 * links inside an abstract lead to other things and never do.
 */
import { arxivId, titleId } from '../../core/identity.ts';
import { linksInText } from '../../core/links.ts';
import { type Entry, LIMITS, type PaperId } from '../../core/paper.ts';
import { clip, fold } from '../../core/text.ts';
import { type Paragraph, paperOfLabel, paragraphs } from './digest-lines.ts';
import { namesIn } from './digest-names.ts';

interface Draft {
  title: string;
  authors: string[];
  abstract: string[];
  labels: string[];
}

const words = (text: string): number => text.split(' ').length;

/** Whether lines of names are the custom of this digest: under at least half of its titles. */
function hasAuthorLines(all: readonly Paragraph[]): boolean {
  let abstracts = 0;
  let named = 0;
  all.forEach(({ kind }, i) => {
    if (kind !== 'prose') return;
    abstracts++;
    if (all[i - 1]?.kind === 'names' && all[i - 2]?.kind === 'short') named++;
  });
  return named > 0 && named * 2 >= abstracts;
}

/** Words of a digest about itself where its first abstract might stand. */
const introduces = (text: string): boolean =>
  text.length < 500 &&
  /\b(?:papers|digest|newsletter|edition|issue)\b/i.test(text) &&
  /\b(?:welcome|here (?:are|is)|this (?:week|month|morning|digest|newsletter|issue)|today['’]s|curated|hand-?picked|selected for you)\b/i.test(
    text,
  );

function drafts(all: readonly Paragraph[]): Draft[] {
  const found: Draft[] = [];
  const authorLines = hasAuthorLines(all);
  let pending: string[] = [];
  let labels: string[] = [];
  let names: string[] = [];
  /** Labels stand above their titles: so it is if one stands above the first. */
  const first = all.findIndex(({ kind }) => kind === 'prose');
  const above = all
    .slice(0, Math.max(first - 1, 0))
    .some(({ kind, text }) => kind === 'label' && paperOfLabel(text));
  const bare = (least: number): void => {
    for (const title of pending)
      if (words(title) >= least) found.push({ title, authors: [], abstract: [], labels: [] });
    pending = [];
  };
  all.forEach(({ text, kind }, i) => {
    const open = found.at(-1);
    const under =
      pending.length > 0 &&
      (kind === 'names' || (kind === 'short' && authorLines && all[i + 1]?.kind === 'prose'));
    const authors = under ? namesIn(text, authorLines) : undefined;
    if (authors && (authors.labelled || authorLines)) {
      names = authors.names;
    } else if (kind === 'label') {
      if (pending.length > 0 || above) labels.push(text);
      else open?.labels.push(text); // above the first title: the digest's own address
    } else if (
      kind === 'short' ||
      kind === 'names' ||
      (kind === 'sentence' && pending.length === 0 && all[i + 1]?.kind === 'prose')
    ) {
      pending.push(text);
    } else if (kind !== 'noise') {
      const title = pending.pop();
      if (!open && introduces(text)) {
        pending = [];
      } else if (title !== undefined) {
        if (open) bare(4);
        found.push({ title, authors: names, abstract: [text], labels });
        pending = [];
        names = [];
        labels = [];
      } else open?.abstract.push(text);
    }
  });
  const last = found.at(-1);
  if (last && pending.length > 0) {
    bare(3);
    const end = found.at(-1);
    if (end && end !== last) Object.assign(end, { authors: names, labels });
  } else last?.labels.push(...labels);
  return found;
}

/** "1.", "[3]", "•", "##", "Title:" before a title, `**` around it. */
const plainTitle = (title: string): string =>
  title
    .replace(/^(?:\d{1,3}[.)]|\[\d{1,3}\]|[-*•‣–]|#{1,6})\s+/, '')
    .replace(/^title\s*:\s*/i, '')
    .replace(/^(\*\*|__)(.+)\1$/, '$2');

/** An arXiv id in brackets after the title names the paper; it is no part of the title. */
function titleAndId(written: string): { title: string; id: PaperId | undefined } {
  const title = plainTitle(written);
  const tail = /\s*[([](?:arxiv:\s*)?(\d{4}\.\d{4,5}(?:v\d+)?)[)\]]\s*$/i.exec(title);
  const id = tail?.[1] ? arxivId(tail[1]) : undefined;
  return tail && id ? { title: title.slice(0, tail.index), id: `arxiv:${id}` } : { title, id: undefined };
}

/** A search for the title: a digest shows no address of the paper itself. https://arxiv.org/help/api/user-manual, "ti". */
const searchFor = (title: string): string =>
  clip(
    `https://arxiv.org/search/?searchtype=title&query=${encodeURIComponent(fold(title) || title)}`,
    LIMITS.url,
  );

const pageOf = (id: PaperId): string | undefined => {
  if (id.startsWith('arxiv:')) return `https://arxiv.org/abs/${id.slice('arxiv:'.length)}`;
  return id.startsWith('doi:') ? `https://doi.org/${id.slice('doi:'.length)}` : undefined;
};

/**
 * The papers of a plain-text digest in order, site `digest`. `links.page` is the paper's page where the digest names
 * the paper by id, else a search for its title. Never throws; text without abstracts gives no entries.
 */
export function readDigest(text: string): Entry[] {
  return drafts(paragraphs(text)).map((draft, i) => {
    const named = titleAndId(draft.title);
    const title = clip(named.title, LIMITS.title);
    const authors = draft.authors.slice(0, LIMITS.authors).map((name) => clip(name, LIMITS.author));
    const abstract = clip(draft.abstract.join(' ').replace(/^abstract\s*[:.—–-]\s*/i, ''), LIMITS.abstract);
    const id = named.id ?? draft.labels.map(paperOfLabel).find((label) => label !== undefined);
    const page = (id && pageOf(id)) ?? searchFor(title);
    return {
      id: id ?? titleId(title, authors),
      site: 'digest',
      position: i + 1,
      title,
      authors,
      ...(abstract ? { abstract } : {}),
      categories: [],
      links: {
        page,
        ...(id?.startsWith('arxiv:') ? { pdf: `https://arxiv.org/pdf/${id.slice('arxiv:'.length)}` } : {}),
        ...linksInText([abstract, ...draft.labels].join('\n')),
      },
    };
  });
}
