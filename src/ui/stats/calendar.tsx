/** The days on which papers were met or saved, a column a week. */
import { dayAfter, dayOf } from '../../core/days.ts';
import { language, say, sayMany } from '../../core/say.ts';
import { format } from '../../core/words.ts';
import { libraryLink } from '../shared/library-link.ts';
import { number } from '../shared/words.ts';
import { columnAt, LABELS_END, Months, Scroll, STEP, TOP, widthOf } from './axis.tsx';
import { Drawing, Mark, Marks, Unspoken } from './marks.tsx';
import { type Day, level } from './period.ts';
import { Picture } from './picture.tsx';

const CELL = STEP - 3;
const LEVELS = [0, 1, 2, 3, 4];

const named = (key: string): string =>
  format(language(), { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
    dayOf(key),
  );

const papersOf = (key: string): string =>
  libraryLink({ typed: `added:${key} or seen:${key} or saved:${key}`, view: 'met' });

/** @param weeks the first day of each. */
export function Calendar({ days, weeks }: { days: readonly Day[]; weeks: readonly Date[] }) {
  const read = days.filter(({ papers }) => papers > 0);
  const most = read.reduce<Day | undefined>(
    (best, one) => (best && best.papers >= one.papers ? best : one),
    undefined,
  );
  const latest = read.at(-1);
  const weekday = format(language(), { weekday: 'short' });
  const [begin] = weeks;
  return (
    <Picture
      id="days"
      title={say('statsCalendar')}
      said={
        most ? sayMany('statsCalendarSaid', read.length, most.papers, named(most.key)) : say('statsNoneHere')
      }
      table={{
        head: [say('statsDay'), say('statsPapers')],
        rows: () =>
          [...read]
            .reverse()
            .map(({ key, papers }) => [named(key), { text: number(papers), href: papersOf(key) }]),
      }}
    >
      <Scroll>
        <Marks label={say('statsCalendar')} said="days-said">
          <Drawing width={widthOf(weeks.length)} height={TOP + 7 * STEP}>
            <Months weeks={weeks} />
            <Unspoken>
              {begin &&
                [0, 2, 4, 6].map((row) => (
                  <text key={row} class="end" x={LABELS_END} y={TOP + row * STEP + 11}>
                    {weekday.format(dayAfter(begin, row))}
                  </text>
                ))}
            </Unspoken>
            {days.map((day) => (
              <Cell
                key={day.key}
                day={day}
                shade={level(day.papers, most?.papers ?? 0)}
                stop={day === latest}
              />
            ))}
          </Drawing>
        </Marks>
      </Scroll>
      <p class="legend muted" aria-hidden="true">
        {say('statsLess')}
        <svg width={LEVELS.length * STEP} height={CELL} dir="ltr" aria-hidden="true">
          {LEVELS.map((shade) => (
            <rect
              key={shade}
              class={`day l${shade}`}
              x={shade * STEP + 0.5}
              y={0.5}
              width={CELL - 1}
              height={CELL - 1}
              rx={2}
            />
          ))}
        </svg>
        {say('statsMore')}
      </p>
    </Picture>
  );
}

function Cell({ day, shade, stop }: { day: Day; shade: number; stop: boolean }) {
  const [x, y] = [columnAt(day.week) + 0.5, TOP + day.row * STEP + 0.5];
  const cell = <rect class={`day l${shade}`} x={x} y={y} width={CELL - 1} height={CELL - 1} rx={2} />;
  if (day.papers === 0) return cell;
  return (
    <Mark
      at={{ x: day.week, y: day.row }}
      href={papersOf(day.key)}
      name={sayMany('statsDayPapers', day.papers, named(day.key))}
      stop={stop}
    >
      {cell}
    </Mark>
  );
}
