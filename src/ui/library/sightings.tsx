/** When and where a paper was met. */
import { useEffect, useState } from 'preact/hooks';
import type { Paper, Sighting } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { sightingsOf } from '../shared/data.ts';
import { day, metWords, seenWords, siteName } from '../shared/words.ts';

interface Props {
  paper: Paper;
  failed: (error: unknown) => void;
}

export function Sightings({ paper, failed }: Props) {
  const [all, setAll] = useState<readonly Sighting[]>([]);
  const count = paper.seen.count;
  useEffect(() => {
    let here = true;
    sightingsOf(paper.id).then((found) => here && setAll(found), failed);
    return () => {
      here = false;
    };
  }, [paper.id, count, failed]);
  const { short, rest } = seenWords(paper.seen);
  const seen = `${short}${rest}`;
  const onMany = Object.keys(paper.seen.bySite).length > 1;
  return (
    <>
      <h3>{say('librarySeen')}</h3>
      <p class="muted">{onMany ? say('librarySeenAndMet', seen, metWords(paper.seen)) : seen}</p>
      {all.length > 1 && (
        <ul class="sightings">
          {all.map(({ at, site }) => (
            <li key={at + site}>
              {day(at)} <span class="muted">{siteName(site)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
