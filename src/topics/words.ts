/** Text as the tagger sees it: sentences of normalised tokens. The same rules are applied to the patterns. */
import { fold } from '../core/text.ts';

/** Prefixes that authors write with a hyphen, a space or neither: "multi-agent", "multi agent", "multiagent". */
const GLUED = new Set(['multi', 'pre', 'semi', 'bi', 'un', 'non', 'hyper', 'super', 'neuro', 'spatio']);

/** Longer tokens are noise (URLs, hashes) and only cost time. */
const LONGEST_TOKEN = 40;

/** Normalised tokens met before, kept because a listing repeats them. */
const known = new Map<string, string>();
const KNOWN_LIMIT = 20_000;

function spell(token: string): string {
  let word = token;
  const { length } = word;
  if (length > 3 && word.endsWith('s')) {
    if (word.endsWith('ies') && length > 4) word = `${word.slice(0, -3)}y`;
    else if (word.endsWith('sses') || word.endsWith('shes') || word.endsWith('xes')) word = word.slice(0, -2);
    else if (!/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
  }
  if (word.length > 6) {
    word = word
      .replace(/is(ation|ing|ed|e|er)$/, 'iz$1')
      .replace(/iour/, 'ior')
      .replace(/ell(ing|ed|er)$/, 'el$1');
  }
  return word;
}

/**
 * One spelling for plural and singular, British and American: `forecasts` → `forecast`, `optimisation` →
 * `optimization`. It need not give real words, only the same string for the same word.
 */
export function normal(token: string): string {
  let word = known.get(token);
  if (word === undefined) {
    if (known.size >= KNOWN_LIMIT) known.clear();
    word = spell(token);
    known.set(token, word);
  }
  return word;
}

/** Folded, split, glued and normalised tokens of `text`. */
export function tokens(text: string): string[] {
  return tokensOf(fold(text));
}

/** The same for text that is folded already: lower-case letters and digits parted by single spaces. */
export function tokensOf(folded: string): string[] {
  if (folded === '') return [];
  const out: string[] = [];
  let prefix = '';
  for (const raw of folded.split(' ')) {
    if (raw.length > LONGEST_TOKEN) continue;
    if (prefix === '') {
      if (GLUED.has(raw)) {
        prefix = raw;
        continue;
      }
      const joined = joins(out.at(-1), raw);
      if (joined !== '') {
        out[out.length - 1] = normal(joined);
        continue;
      }
    }
    out.push(normal(prefix + raw));
    prefix = '';
  }
  if (prefix !== '') out.push(prefix);
  return out;
}

/** Words written together or apart: "fine-tuning" and "data set" become one token; '' where nothing is joined. */
function joins(previous: string | undefined, raw: string): string {
  if (previous === 'fine' && raw.startsWith('tun')) return `fine${raw}`;
  if (previous === 'data' && (raw === 'set' || raw === 'sets')) return 'dataset';
  return '';
}

/** Sentences of an abstract: cut at a full stop, question or exclamation mark before a capital. */
export function sentences(text: string): string[] {
  return text.split(/(?<=[a-z0-9)\]%}"'][.!?]['")]?)\s+(?=[\p{Lu}"'([])/u).filter((part) => part.length > 2);
}
