/** What can stand behind a field: the values and words that are there, with how many papers have each. */
import { fold } from '../core/text.ts';
import { FIELD_BITS } from './search-doc.ts';
import type { SearchTable } from './search-table.ts';
import { type Labels, labelOf } from './search-terms.ts';

export interface Suggestion {
  /** What is typed for it. */
  value: string;
  /** What the reader sees. */
  label: string;
  count: number;
}

const GROUPS: Readonly<Record<string, string>> = {
  topic: 'topics',
  tag: 'tags',
  collection: 'collections',
  site: 'sites',
  venue: 'venues',
  rule: 'rules',
};
const MOST = 12;
/** Words looked at behind a short beginning. */
const MOST_WORDS = 5_000;

const best = (all: Iterable<Suggestion>): Suggestion[] =>
  [...all].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)).slice(0, MOST);

/** Words of authors' names that begin so. */
async function authorWords(table: SearchTable, typed: string): Promise<Suggestion[]> {
  const found = new Map<string, number>();
  const parts = [...table.parts];
  await Promise.all(parts.map(({ segment }) => segment.wantRange(typed)));
  for (const { segment } of parts) {
    const [from, to] = segment.range(typed);
    for (let n = from; n < Math.min(to, from + MOST_WORDS); n++) {
      const [fields, df] = [segment.fields(n), segment.df(n)];
      if (!(fields & FIELD_BITS.author)) continue;
      // a word of texts that is somebody's name as well is none to suggest
      if (fields & FIELD_BITS.abstract && df > 500) continue;
      const word = segment.term(n);
      found.set(word, (found.get(word) ?? 0) + df);
    }
  }
  return best([...found].map(([word, count]) => ({ value: word, label: word, count })));
}

/** Up to twelve values of `field` of which a word begins with what was typed, the most frequent first. */
export async function suggestValues(
  table: SearchTable,
  field: string,
  typed: string,
  labels: Labels & { showTopic?: (id: string) => string | undefined },
): Promise<Suggestion[]> {
  const wanted = fold(typed);
  if (field === 'author') return wanted === '' ? [] : authorWords(table, wanted);
  const group = GROUPS[field];
  if (!group) return [];
  const counts = new Map<string, number>();
  const { alive, valueAt, valueIds, values, size } = table;
  const numbers = new Uint32Array(values.length);
  for (let doc = 0; doc < size; doc++) {
    if (!alive[doc]) continue;
    const end = valueAt[doc + 1] as number;
    for (let at = valueAt[doc] as number; at < end; at++) (numbers[valueIds[at] as number] as number)++;
  }
  values.forEach((value, n) => {
    if (!value.startsWith(`${group}\t`) || numbers[n] === 0) return;
    let id: string | undefined = value.slice(group.length + 1);
    if (field === 'topic' && labels.showTopic) id = labels.showTopic(id);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + (numbers[n] as number));
  });
  return best(
    [...counts].flatMap(([id, count]) => {
      const label = labelOf(field, id, labels) ?? id;
      if (label === '') return [];
      const value = field === 'collection' ? label : id;
      const texts = [fold(label), fold(value)];
      const begins = texts.some((text) => text.startsWith(wanted) || text.includes(` ${wanted}`));
      return wanted === '' || begins ? [{ value, label, count }] : [];
    }),
  );
}
