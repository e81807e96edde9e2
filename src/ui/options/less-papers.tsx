/** Papers of which the reader said "less like this": what the ranking was told, to be taken back one by one. */
import { useEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import { say, sayMany } from '../../core/say.ts';
import { changeMarks, getRows, listIds, onChanges } from '../../storage/index.ts';
import { texToText } from '../shared/tex.ts';
import { sayFailure, tell } from './notice.tsx';
import { readLearned } from './relevance-state.ts';

const SHOWN = 30;

interface Told {
  papers: readonly { id: PaperId; title: string }[];
  total: number;
}

async function readTold(): Promise<Told> {
  const ids = await listIds('less');
  const { rows } = await getRows(ids.slice(0, SHOWN));
  return {
    papers: rows.map(({ paper: { id, title } }) => ({ id, title: texToText(title) })),
    total: ids.length,
  };
}

async function set(id: PaperId, less: boolean): Promise<void> {
  await changeMarks([{ id, change: { less } }], new Date().toISOString());
  await readLearned();
}

export function LessPapers() {
  const [told, setTold] = useState<Told>({ papers: [], total: 0 });
  useEffect(() => {
    const read = () => void readTold().then(setTold, sayFailure);
    read();
    return onChanges(({ what }) => {
      if (what === 'marks' || what === 'all') read();
    });
  }, []);
  if (told.total === 0) return null;
  const takeBack = (id: PaperId, title: string) =>
    set(id, false).then(() => tell(say('optionsRelevanceLessTaken', title), () => set(id, true)), sayFailure);
  return (
    <>
      <h3>{say('optionsRelevanceLessPapers')}</h3>
      <p class="hint">{say('optionsRelevanceLessHint')}</p>
      <ul class="own-topics">
        {told.papers.map(({ id, title }) => (
          <li key={id} class="own-topic">
            <span dir="auto">{title}</span>
            <button
              type="button"
              class="link"
              aria-label={say('optionsRelevanceLessOffNamed', title)}
              onClick={() => void takeBack(id, title)}
            >
              {say('optionsRelevanceLessOff')}
            </button>
          </li>
        ))}
      </ul>
      {told.total > told.papers.length && (
        <p class="hint">{sayMany('optionsRelevanceLessMore', told.total - told.papers.length)}</p>
      )}
    </>
  );
}
