/** Watch rules: the reader's own conditions, and what happens to a paper that meets one. */
import { canonical } from './canonical.ts';
import { ManiculeError } from './errors.ts';
import type { FlagReason } from './mark.ts';
import type { Metadata, TopicScore } from './paper.ts';
import { say } from './say.ts';
import { fold, UNPARTED } from './text.ts';

export type Effect = 'highlight' | 'flag' | 'dim';
export const EFFECTS: readonly Effect[] = ['highlight', 'flag', 'dim'];

export interface WatchRule {
  id: string;
  /**
   * Words and phrases, any of them; matched as whole words where a script parts words, accents and case ignored; `word*`
   * matches beginnings.
   */
  words: string[];
  /** "Ada Lovelace", "A. Lovelace" or "Lovelace". */
  authors: string[];
  /** arXiv categories; `cs.*` for a whole archive. */
  categories: string[];
  /** Topic ids. */
  topics: string[];
  effect: Effect;
  enabled: boolean;
  /** ISO time of the last edit. */
  changedAt: string;
  /** Deleted rules stay as tombstones so that restoring an old backup does not bring them back unasked. */
  deleted?: boolean;
}

/** A new rule's id; ids sort by the time they were made, which is the order rules are listed in. */
export const newRuleId = (now: Date): string =>
  `${now.getTime().toString(36).padStart(9, '0')}-${crypto.randomUUID().slice(0, 8)}`;

/** A rule with nothing in it yet. @param now ISO time. */
export function blankRule(now: string, id = ''): WatchRule {
  return {
    id,
    words: [],
    authors: [],
    categories: [],
    topics: [],
    effect: 'flag',
    enabled: true,
    changedAt: now,
  };
}

/** What one rule found in one paper. */
export interface Match {
  rule: string;
  effect: Effect;
  /** As they are stored: `watch: "GUI agent"`, `author: Ada Lovelace`, `category: cs.CL`, `topic: Reasoning`. */
  reasons: string[];
}

export type Matcher = (
  paper: Pick<Metadata, 'title' | 'abstract' | 'authors' | 'categories'> & {
    topics: readonly TopicScore[];
    /** `ruleText` of the paper, where whoever asks kept it: folding costs far more than looking. */
    folded?: string;
  },
) => Match[];

/** A paper's text as words are looked for in it. */
export const ruleText = (paper: Pick<Metadata, 'title' | 'abstract'>): string =>
  ` ${fold(`${paper.title} \n ${paper.abstract ?? ''}`)} `;

const MAX_TERMS = 500;
const MAX_TERM = 200;

/** @throws ManiculeError 'bad-rule' with what to change, when the rule could never match or is too large. */
export function checkRule(rule: WatchRule): void {
  const terms = [...rule.words, ...rule.authors, ...rule.categories, ...rule.topics];
  if (terms.length === 0) throw new ManiculeError('bad-rule', say('ruleEmpty'));
  if (terms.length > MAX_TERMS) throw new ManiculeError('bad-rule', say('ruleTooMany', MAX_TERMS));
  for (const term of terms) {
    if (term.length > MAX_TERM) throw new ManiculeError('bad-rule', say('ruleTooLong', term.slice(0, 30)));
  }
  for (const term of [...rule.words, ...rule.authors]) {
    if (fold(term) === '') throw new ManiculeError('bad-rule', say('ruleNoLetters', term));
  }
  for (const category of rule.categories) {
    if (!/^[a-z-]+(?:\.(?:[A-Za-z-]+|\*))?$/.test(category)) {
      throw new ManiculeError('bad-rule', say('ruleNoCategory', category));
    }
  }
}

interface Word {
  shown: string;
  /** " gui agent " or, for beginnings, " gui agent". */
  needle: string;
}

const BEGINS_UNPARTED = new RegExp(`^[${UNPARTED}]`, 'u');
const ENDS_UNPARTED = new RegExp(`[${UNPARTED}]$`, 'u');

const wordOf = (text: string): Word => {
  const folded = fold(text);
  const before = BEGINS_UNPARTED.test(folded) ? '' : ' ';
  const after = text.trim().endsWith('*') || ENDS_UNPARTED.test(folded) ? '' : ' ';
  return { shown: text.trim(), needle: before + folded + after };
};

/** What stands before the last word of a family name of several: "van der Maaten", "de Freitas", "El Ghaoui". */
const PARTICLES = new Set(
  'van von vom zu zur de der den del della di da das dos do du des la le el al ter ten st bin ibn abu'.split(
    ' ',
  ),
);

/** Whether one given name can be the other: the same, or its initial. */
const agree = (a: string, b: string): boolean => (a.length === 1 || b.length === 1 ? a[0] === b[0] : a === b);

/**
 * Whether a displayed name is the watched one: same family name, first names agreeing as far as both give them. Of names of
 * as many parts every part counts ("Jun-Yan Zhu" is not "Jun-Jie Zhu"), else the first one, since middle names are often
 * left out; "Jun-Yan" is also "Junyan".
 */
function sameAuthor(watched: string[], name: string[]): boolean {
  const family = watched.at(-1);
  if (!family || family !== name.at(-1)) return false;
  const mine = watched.slice(0, -1);
  const theirs = name.slice(0, -1);
  const [first] = mine;
  if (!first) return true;
  // a family name alone, of several words
  if (mine.every((word) => PARTICLES.has(word)))
    return mine.join(' ') === theirs.slice(-mine.length).join(' ');
  const [other] = theirs;
  if (!other) return false;
  if (mine.length === theirs.length) return mine.every((part, at) => agree(part, theirs[at] as string));
  return agree(first, other) || mine.join('') === theirs.join('');
}

const partsOf = (name: string): string[] => {
  const [family, given] = name.includes(',') ? name.split(',', 2) : [undefined, name];
  return fold(family ? `${given} ${family}` : (given ?? ''))
    .split(' ')
    .filter(Boolean);
};

/** Whether a paper's category is the watched one; `cs.cl` is typed as often as `cs.CL`. */
function categoryOf(shown: string): { shown: string; is(category: string): boolean } {
  const wanted = shown.toLowerCase();
  const whole = wanted.endsWith('.*') ? wanted.slice(0, -1) : undefined;
  return {
    shown,
    is: (category) => {
      const its = category.toLowerCase();
      return whole === undefined ? its === wanted : its.startsWith(whole);
    },
  };
}

/**
 * Compiles the rules once for many papers. Words are literal, so no pattern of the reader's can run away.
 * @param labels topic id → what the reader sees.
 */
export function compileRules(
  rules: readonly WatchRule[],
  labels: (topic: string) => string = (id) => id,
): Matcher {
  const active = rules
    .filter((rule) => rule.enabled && !rule.deleted)
    .map((rule) => ({
      rule,
      words: rule.words.filter((word) => fold(word) !== '').map(wordOf),
      authors: rule.authors.map((author) => ({ shown: author.trim(), parts: partsOf(author) })),
      categories: rule.categories.map(categoryOf),
      topics: new Set(rule.topics),
    }));
  const needText = active.some((one) => one.words.length > 0);
  const needAuthors = active.some((one) => one.authors.length > 0);
  return (paper) => {
    if (active.length === 0) return [];
    const text = needText ? (paper.folded ?? ruleText(paper)) : '';
    const names = needAuthors ? paper.authors.map(partsOf) : [];
    const matches: Match[] = [];
    for (const { rule, words, authors, categories, topics } of active) {
      const reasons: string[] = [];
      for (const word of words) if (text.includes(word.needle)) reasons.push(`watch: “${word.shown}”`);
      for (const author of authors) {
        if (names.some((name) => sameAuthor(author.parts, name))) reasons.push(`author: ${author.shown}`);
      }
      for (const category of categories)
        if (paper.categories.some(category.is)) reasons.push(`category: ${category.shown}`);
      for (const topic of paper.topics) if (topics.has(topic.id)) reasons.push(`topic: ${labels(topic.id)}`);
      if (reasons.length > 0) matches.push({ rule: rule.id, effect: rule.effect, reasons });
    }
    return matches;
  };
}

/** The reasons to keep with a flag. */
export function flagReasons(matches: readonly Match[]): FlagReason[] {
  return matches
    .filter((match) => match.effect === 'flag')
    .flatMap((match) => match.reasons.map((text) => ({ by: 'rule' as const, rule: match.rule, text })));
}

/** Every word and phrase that the page should highlight, as the reader typed them. */
export function watchedWords(rules: readonly WatchRule[]): string[] {
  const words = rules
    .filter((rule) => rule.enabled && !rule.deleted && rule.effect !== 'dim')
    .flatMap((rule) => rule.words);
  return [...new Set(words)].filter((word) => fold(word) !== '');
}

/** Two copies of one rule: the later edit wins. */
export function mergeRules(a: WatchRule, b: WatchRule): WatchRule {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  return canonical(a) >= canonical(b) ? a : b;
}
