/** "Matches 37 of 12,410 stored papers", with the newest three titles. Keeps its height while it counts. */
import { texToText } from '../shared/tex.ts';
import { many, number } from './format.ts';
import type { LiveCount } from './use-count.ts';

/** The count in one sentence. */
export function countSentence({ count, busy, failure }: LiveCount, read: number): string {
  if (failure) return failure;
  if (!count) return read > 0 ? `counting… ${number(read)} papers read` : 'counting…';
  const said =
    count.stored === 0
      ? 'No papers are stored yet: open a listing, and this count comes alive'
      : `Matches ${number(count.matched)} of ${many(count.stored, 'stored paper')}`;
  return busy ? `${said} · counting…` : said;
}

export function CountLine({ live, read }: { live: LiveCount; read: number }) {
  const titles = live.count?.newest ?? [];
  return (
    <div class="count" aria-busy={live.busy}>
      <p class={live.failure ? 'count-said bad' : 'count-said'} role="status">
        {countSentence(live, read)}
      </p>
      <div class="newest">
        {titles.length > 0 && <p class="newest-name">Newest</p>}
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
