/** Papers as the line about a step names them. */
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { clip } from '../../core/text.ts';
import type { Papers } from '../shared/papers.ts';
import { texToText } from '../shared/tex.ts';
import { papers as countOf } from '../shared/words.ts';

/** “Title”, where it is one and known; else "12 papers". */
export function paperWords(papers: Papers, ids: readonly PaperId[]): string {
  const title = ids.length === 1 ? papers.cell(ids[0] as PaperId).peek()?.paper.title : undefined;
  return title ? say('sharedTitle', clip(texToText(title), 60)) : countOf(ids.length);
}
