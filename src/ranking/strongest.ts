/** What was learned, for its reader to look at: the words that speak most for a paper, and most against. */
import { type Model, wordWeights } from './model.ts';
import type { Reason } from './reasons.ts';

export interface Strongest {
  /** Number of saved papers of this subject. */
  papers: number;
  for: Reason[];
  against: Reason[];
}

/** The `most` strongest words, topics, categories and authors of every subject; a word is named where saved papers name it. */
export function strongest(model: Model, most = 20): Strongest[] {
  return model.interests.map((interest) => {
    const { papers, labels, deviation } = interest;
    const words = wordWeights(interest, model.meaning);
    const all: Reason[] = [];
    model.vocabulary.ids.forEach((id, slot) => {
      const name = model.names[id];
      const weight = (words[slot] as number) / deviation;
      if (name !== undefined && weight !== 0) all.push({ term: name, weight });
    });
    for (const [id, weight] of Object.entries(labels.topics))
      all.push({ term: `topic: ${id}`, weight: weight / deviation });
    for (const [id, weight] of Object.entries(labels.categories))
      all.push({ term: `category: ${id}`, weight: weight / deviation });
    for (const [key, weight] of Object.entries(labels.authors))
      all.push({ term: `author: ${model.authors[key]?.name ?? key}`, weight: weight / deviation });
    all.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
    const shown = all.map(({ term, weight }) => ({ term, weight: Math.round(weight * 100) / 100 }));
    return {
      papers,
      for: shown.filter((one) => one.weight > 0).slice(0, most),
      against: shown
        .filter((one) => one.weight < 0)
        .slice(-most)
        .reverse(),
    };
  });
}
