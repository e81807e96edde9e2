/** "Matches 37 of 12,410 stored papers", with the newest three titles. Keeps its height while it counts. */
import { say, sayMany } from '../../core/say.ts';
import { texToText } from '../shared/tex.ts';
import type { LiveCount } from './use-count.ts';

/** The count in one sentence. */
export function countSentence({ count, busy, failure }: LiveCount, read: number): string {
  if (failure) return failure;
  if (!count) return read > 0 ? sayMany('optionsCountingRead', read) : say('optionsCounting');
  const said =
    count.stored === 0
      ? say('optionsCountNoPapers')
      : sayMany('optionsCountMatches', count.stored, count.matched);
  return busy ? say('optionsCountingAgain', said) : said;
}

export function CountLine({ live, read }: { live: LiveCount; read: number }) {
  const titles = live.count?.newest ?? [];
  return (
    <div class="count" aria-busy={live.busy}>
      <p class={live.failure ? 'count-said bad' : 'count-said'} role="status">
        {countSentence(live, read)}
      </p>
      <div class="newest">
        {titles.length > 0 && <p class="newest-name">{say('optionsCountNewest')}</p>}
        <ul>
          {titles.map((title, place) => (
            <li key={place} dir="auto">
              {texToText(title)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
