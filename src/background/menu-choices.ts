/** What is made of a choice from the browser's menus: an entry of a link, a watch rule of words. Pure. */
import { siteAt } from '../core/catalog.ts';
import { idOfUrl, placeholderTitle } from '../core/identity.ts';
import type { Visit } from '../core/messages.ts';
import type { Entry } from '../core/paper.ts';
import { blankRule, newRuleId, type WatchRule } from '../core/rules.ts';
import { clip, fold, oneLine, safeUrl } from '../core/text.ts';

/** Longest text taken for words to watch: more is a sentence, which no other paper has. */
const MAX_WORDS = 100;

/**
 * Links the menu is offered over: where papers are read, and addresses that carry a DOI. Some of these are no papers:
 * `entryOfLink` decides.
 */
export const PAPER_LINKS: readonly string[] = [
  ...['abs', 'pdf', 'html'].flatMap((what) =>
    ['*.arxiv.org', 'ar5iv.org', '*.alphaxiv.org'].map((host) => `*://${host}/${what}/*`),
  ),
  '*://*.alphaxiv.org/overview/*',
  '*://ar5iv.labs.arxiv.org/html/*',
  '*://huggingface.co/papers/*',
  '*://hf.co/papers/*',
  '*://papers.cool/arxiv/*',
  '*://*.scirate.com/arxiv/*',
  '*://*.emergentmind.com/papers/*',
  '*://*.openreview.net/forum*',
  '*://*.openreview.net/pdf*',
  '*://aclanthology.org/*',
  '*://pubmed.ncbi.nlm.nih.gov/*',
  '*://*.nature.com/articles/*',
  '*://*.plos.org/*',
  '*://*/10.*',
  '*://*/*/10.*',
];

/** The paper a link leads to, as if met on the page that has the link; undefined when the address names none. */
export function entryOfLink(
  link: string,
  page: string | undefined,
  at: string,
): { entry: Entry; visit: Visit } | undefined {
  const url = safeUrl(link);
  const id = url && idOfUrl(url);
  if (!id) return undefined;
  const from = new URL((page && safeUrl(page)) ?? url);
  from.hash = '';
  const site = siteAt(from)?.id ?? clip(from.hostname.replace(/^www\./, ''), 60);
  const pdf = /\.pdf$|\/pdf\//.test(new URL(url).pathname);
  const paper = id.startsWith('arxiv:') ? `https://arxiv.org/abs/${id.slice(6)}` : url;
  const entry: Entry = {
    id,
    site,
    title: placeholderTitle(id),
    authors: [],
    categories: [],
    links: { page: paper, ...(pdf ? { pdf: url } : {}), code: [], project: [] },
    position: 1,
  };
  return { entry, visit: { site, url: from.href, at } };
}

/**
 * A rule that flags papers with the selected words; the one there is already where a rule watches them; undefined where
 * they can be none: without letters or digits, or too long.
 */
export function ruleOfSelection(
  selection: string,
  rules: readonly WatchRule[],
  now: Date,
): { rule: WatchRule; isNew: boolean } | undefined {
  const words = oneLine(selection).replace(/^[\s"“”'‘’.,;:()[\]]+|[\s"“”'‘’.,;:()[\]]+$/g, '');
  const folded = fold(words);
  if (folded === '' || words.length > MAX_WORDS) return undefined;
  const known = rules.find(
    (rule) => !rule.deleted && rule.enabled && rule.words.some((word) => fold(word) === folded),
  );
  if (known) return { rule: known, isNew: false };
  const rule = { ...blankRule(now.toISOString(), newRuleId(now)), words: [words] };
  return { rule, isNew: true };
}
