/** Search and facets over the papers of one page: most are not marked, so they are in no stored index. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { isFlagged, statusOf, tagsOf } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { fold } from '../../core/text.ts';
import type { Lookup, Row } from './data.ts';
import type { Facts } from './filters.ts';
import type { Papers } from './papers.ts';
import { topicLabel, topicsOf } from './topic-labels.ts';

const SLICE = 250;

interface Doc {
  facts: Facts;
  text: string;
}

export function docOf({ paper, mark }: Row): Doc {
  const tags = tagsOf(mark);
  const topics = topicsOf(paper, mark);
  const words = [
    paper.title,
    ...paper.authors,
    paper.abstract ?? '',
    ...tags,
    ...topics.map(topicLabel),
    paper.venue ?? '',
    paper.id,
  ];
  return {
    facts: {
      topics,
      tags,
      status: statusOf(mark),
      sites: Object.keys(paper.seen.bySite),
      venues: paper.venue ? [paper.venue] : [],
      rules: isFlagged(mark)
        ? (mark?.flagged?.value.reasons ?? []).filter(({ by }) => by === 'rule').map(({ text }) => text)
        : [],
      year: Number(paper.published?.slice(0, 4) ?? 0) || 0,
    },
    text: ` ${words.map(fold).join(' ; ')} `,
  };
}

/** Every word must begin a word of the text. */
export const matches = (text: string, typed: string): boolean =>
  fold(typed)
    .split(' ')
    .every((word) => text.includes(` ${word}`));

export class PageIndex {
  readonly #papers: Papers;
  readonly #ready: Signal<Lookup | undefined> = signal(undefined);
  #for: readonly PaperId[] | undefined;
  #docs: Map<PaperId, Doc> | undefined;

  constructor(papers: Papers) {
    this.#papers = papers;
  }

  get ready(): ReadonlySignal<Lookup | undefined> {
    return this.#ready;
  }

  /** Reads these papers unless they are the ones there. @throws ManiculeError */
  async read(ids: readonly PaperId[]): Promise<void> {
    if (this.#for === ids) return;
    this.#for = ids;
    const docs = new Map<PaperId, Doc>();
    await this.#take(ids, docs);
    if (this.#for !== ids) return;
    this.#docs = docs;
    this.#tell();
  }

  /** Reads those that changed again; all of them for an empty list. @throws ManiculeError */
  async update(changed: readonly PaperId[]): Promise<void> {
    const docs = this.#docs;
    if (!docs) return;
    await this.#take(changed.length > 0 ? changed.filter((id) => docs.has(id)) : [...docs.keys()], docs);
    if (this.#docs === docs) this.#tell();
  }

  async #take(ids: readonly PaperId[], docs: Map<PaperId, Doc>): Promise<void> {
    for (let at = 0; at < ids.length; at += SLICE) {
      for (const row of await this.#papers.load(ids.slice(at, at + SLICE)))
        docs.set(row.paper.id, docOf(row));
    }
  }

  #tell(): void {
    const docs = this.#docs ?? new Map<PaperId, Doc>();
    this.#ready.value = {
      facts: (id) => docs.get(id)?.facts,
      query: (text) => [...docs].filter(([, doc]) => matches(doc.text, text)).map(([id]) => id),
    };
  }
}
