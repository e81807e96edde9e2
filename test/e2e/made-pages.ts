/**
 * Pages written for this project, shaped as the sites shape theirs: a daily digest and a list. Their papers are invented
 * (test/fixtures/demo/papers.json). Used by the demo, by tests that need a page that misbehaves, and by benchmarks
 * where no real pages are at hand.
 */
import made from '../fixtures/demo/papers.json' with { type: 'json' };
import { DIGEST_STYLE, LIST_STYLE } from './made-styles.ts';

export type MadePaper = (typeof made.papers)[number];

export const DAY = made.day;
export const PAPERS: readonly MadePaper[] = made.papers;
export const DIGEST_URL = `https://huggingface.co/papers/date/${DAY}`;
export const LIST_URL = 'https://arxiv.org/list/cs.CL/new';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);

/** The digest's own data, as the site embeds it around its cards. */
export function embedded(papers: readonly MadePaper[]): string {
  return JSON.stringify({
    dateString: DAY,
    periodType: 'day',
    query: {},
    dailyPapers: papers.map((paper) => ({
      paper: {
        id: paper.id,
        title: paper.title,
        summary: paper.abstract,
        upvotes: paper.upvotes,
        publishedAt: `${DAY}T00:00:00.000Z`,
        authors: paper.authors.map((name) => ({ name, hidden: false })),
      },
      title: paper.title,
      summary: paper.abstract,
      publishedAt: `${DAY}T00:00:00.000Z`,
      numComments: paper.comments,
    })),
  });
}

/** A calm picture for a card: a few sheets of paper in a hue of its own. */
function picture(index: number): string {
  const hue = (index * 47) % 360;
  const sheets = [0, 1, 2]
    .map((n) => {
      const turn = ((index * 7 + n * 11) % 13) - 6;
      const x = 120 + n * 66;
      return `<rect x="${x}" y="46" width="96" height="128" rx="6" fill="hsl(${hue} 40% ${92 - n * 9}%)" transform="rotate(${turn} ${x + 48} 110)"/>`;
    })
    .join('');
  return `<svg viewBox="0 0 400 220" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><rect width="400" height="220" fill="hsl(${hue} 32% 74%)"/>${sheets}</svg>`;
}

export function card(paper: MadePaper, index: number): string {
  const title = escapeHtml(paper.title);
  const people = paper.org
    ? `<a class="rounded-full org" href="/${paper.org.toLowerCase().replaceAll(' ', '-')}"><span class="truncate">${paper.org}</span></a>`
    : `<a href="/papers/${paper.id}"><ul>${paper.authors.map((name) => `<li title="${escapeHtml(name)}"></li>`).join('')}</ul>${paper.authors.length} authors</a>`;
  return `<article class="relative card"><a class="picture" href="/papers/${paper.id}" aria-label="View paper">${picture(index)}</a>
<div class="by pointer-events-none absolute">Submitted by reader${(index * 5) % 17}</div>
<div class="body"><a class="votes" href="/login?next=%2Fpapers%2F${paper.id}"><div><input type="checkbox" disabled hidden><span aria-hidden="true">▲</span><div class="leading-none">${paper.upvotes}</div></div></a>
<div class="text"><h3><a class="line-clamp-3" href="/papers/${paper.id}">${title}</a></h3><div class="row">${people}<a class="talk" href="/papers/${paper.id}#community">${paper.comments} comments</a></div></div></div></article>`;
}

export interface DigestOptions {
  /** Embedded data to use in place of the papers' own: a test for broken data. */
  data?: string;
  /** Script run at the end of the page. */
  script?: string;
}

export function digestPage(papers: readonly MadePaper[], options: DigestOptions = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Daily papers</title><style>${DIGEST_STYLE}</style></head><body class="DailyPapersPage">
<header><b>Daily papers</b><nav><a href="/models">Models</a><a href="/papers">Papers</a></nav></header>
<main><div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${escapeHtml(options.data ?? embedded(papers))}">
<section><div class="head"><h1>Papers of the day</h1><input name="daily-papers-search" placeholder="Search papers" aria-label="Search papers"><span>${DAY}</span></div>
<div class="grid">${papers.map(card).join('\n')}</div></section></div></main>
${options.script ? `<script>${options.script}</script>` : ''}</body></html>`;
}

const SUBJECTS: Record<string, string> = {
  'cs.CL': 'Computation and Language',
  'cs.AI': 'Artificial Intelligence',
  'cs.CV': 'Computer Vision and Pattern Recognition',
  'cs.LG': 'Machine Learning',
  'cs.HC': 'Human-Computer Interaction',
  'cs.IR': 'Information Retrieval',
  'cs.RO': 'Robotics',
  'cs.CR': 'Cryptography and Security',
  'cs.SE': 'Software Engineering',
  'cs.DC': 'Distributed, Parallel, and Cluster Computing',
  'cs.DS': 'Data Structures and Algorithms',
  'cs.GR': 'Graphics',
  'eess.AS': 'Audio and Speech Processing',
  'math.OC': 'Optimization and Control',
  'physics.ao-ph': 'Atmospheric and Oceanic Physics',
  'q-bio.BM': 'Biomolecules',
};

const subject = (code: string): string => `${SUBJECTS[code] ?? code} (${code})`;

function listed(paper: MadePaper, index: number, from: string, abstracts: boolean): string {
  const [primary = 'cs.CL', ...rest] = paper.categories;
  const cross = from && primary !== from ? ` (cross-list from ${primary})` : '';
  const authors = paper.authors
    .map(
      (name) =>
        `<a href="https://arxiv.org/search/?query=${encodeURIComponent(name)}">${escapeHtml(name)}</a>`,
    )
    .join(', ');
  const comments = paper.comment
    ? `<div class='list-comments mathjax'><span class='descriptor'>Comments:</span> ${escapeHtml(paper.comment)}</div>`
    : '';
  return `<dt><a name='item${index + 1}'>[${index + 1}]</a> <a href ="/abs/${paper.id}" title="Abstract" id="${paper.id}"> arXiv:${paper.id} </a>${cross} [<a href="/pdf/${paper.id}" title="Download PDF" id="pdf-${paper.id}">pdf</a>, <a href="/format/${paper.id}" title="Other formats" id="oth-${paper.id}">other</a>]</dt>
<dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span> ${escapeHtml(paper.title)}</div>
<div class='list-authors'>${authors}</div>${comments}
<div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class="primary-subject">${subject(primary)}</span>${rest.map((code) => `; ${subject(code)}`).join('')}</div>
${abstracts ? `<p class='mathjax'>${escapeHtml(paper.abstract)}</p>` : ''}</div></dd>`;
}

export interface ListOptions {
  /** The category of the list: papers with another primary one are cross-lists. */
  category?: string;
  abstracts?: boolean;
}

export function listPage(papers: readonly MadePaper[], options: ListOptions = {}): string {
  const { category = 'cs.CL', abstracts = true } = options;
  const own = papers.filter((paper) => paper.categories[0] === category);
  const cross = papers.filter((paper) => paper.categories[0] !== category);
  const section = (name: string, entries: readonly MadePaper[], first: number) =>
    entries.length === 0
      ? ''
      : `<dl id='articles'><h3>${name} (showing ${entries.length} of ${entries.length} entries)</h3>${entries.map((paper, n) => listed(paper, first + n, category, abstracts)).join('\n')}</dl>`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${SUBJECTS[category] ?? category}</title><style>${LIST_STYLE}</style></head><body>
<header>A list of preprints</header><main id="content"><div id='content-inner'><div id='dlpage'><h1>${SUBJECTS[category] ?? category}</h1>
<h3>Showing new listings for Tuesday, 17 March 2026</h3><p>Total of ${papers.length} entries</p>
${section('New submissions', own, 0)}${section('Cross submissions', cross, own.length)}</div></div></main></body></html>`;
}

/** As many papers as asked for, made from the invented ones: ids and titles all different, every title still readable. */
export function manyPapers(count: number): MadePaper[] {
  return Array.from({ length: count }, (_, index): MadePaper => {
    const paper = PAPERS[index % PAPERS.length] as MadePaper;
    const round = Math.floor(index / PAPERS.length);
    if (round === 0) return paper;
    // 2603.xxxxx holds no more than 100,000; the months before go on
    const month = String(12 - (Math.floor(index / 50_000) % 12)).padStart(2, '0');
    return {
      ...paper,
      id: `25${month}.${String(index % 50_000).padStart(5, '0')}`,
      title: `${paper.title}, Study ${round + 1}`,
    };
  });
}
