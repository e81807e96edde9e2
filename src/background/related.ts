/** What of the reader's library is related to a paper of a page. */
import type { RelatedNote } from '../core/messages.ts';
import type { PaperId } from '../core/paper.ts';
import { termsOf } from '../core/terms.ts';
import { correctedTopics } from '../core/topics.ts';
import { relatedPapers, type Shown, type Usual, usualOf } from '../ranking/index.ts';
import { getRows, type Row } from '../storage/index.ts';
import { withIndex } from './find.ts';
import { currentTools } from './tools.ts';

const NEAR = 40;
const SHOWN = 4;
/** Papers that say how usual a word is. */
const USUAL = 150;

let usual: Usual | undefined;

const shown = ({ paper, mark }: Row): Shown => ({
  ...paper,
  topics: [...correctedTopics(paper.topics, mark)],
});

/** The papers of the library most related to this one, at most four. @throws ManiculeError */
export function relatedTo(id: PaperId): Promise<RelatedNote[]> {
  return withIndex(async (index) => {
    const own = (await getRows([id])).rows[0];
    if (!own) return [];
    if (!usual?.papers) {
      const { rows } = await getRows(index.some(USUAL));
      usual = usualOf(rows.map(({ paper }) => termsOf(paper.title, paper.abstract)));
    }
    const { library } = await index.alike(own.paper, NEAR);
    const { rows } = await getRows(library);
    const { topicsOf } = await currentTools();
    return relatedPapers(shown(own), rows.map(shown), usual, SHOWN).flatMap((one): RelatedNote[] => {
      const row = rows.find(({ paper }) => paper.id === one.id);
      if (!row) return [];
      const topics = topicsOf(row).filter((topic) => one.topics.includes(topic.id));
      const { title, links } = row.paper;
      return [{ ...one, title, page: links.page, topics: topics.map(({ label }) => label) }];
    });
  });
}
