/** Papers by week: new ones above, saved ones below. */
import { dayOf } from '../../core/days.ts';
import { language, say, sayMany } from '../../core/say.ts';
import { format } from '../../core/words.ts';
import { libraryLink } from '../shared/library-link.ts';
import { number } from '../shared/words.ts';
import { columnAt, LABELS_END, Months, Scroll, STEP, TOP, widthOf } from './axis.tsx';
import { Drawing, Mark, Marks, Unspoken } from './marks.tsx';
import { span, type Week } from './period.ts';
import { Picture, type TableCell } from './picture.tsx';

const HEIGHT = 64;
const GAP = 26;

const day = (key: string): string =>
  format(language(), { day: 'numeric', month: 'short', year: 'numeric' }).format(dayOf(key));

const BANDS = ['added', 'saved'] as const;
type Band = (typeof BANDS)[number];

const papersOf = (band: Band, { from, to }: Week): string =>
  libraryLink({ typed: `${band}:${span(from, to)}`, view: 'met' });
const nameOf = (band: Band, week: Week): string =>
  band === 'added'
    ? sayMany('statsWeekNew', week.added, day(week.from))
    : sayMany('statsWeekSaved', week.saved, day(week.from));

function said(weeks: readonly Week[]): string {
  const any = weeks.filter(({ added }) => added > 0);
  const most = any.reduce<Week | undefined>(
    (best, one) => (best && best.added >= one.added ? best : one),
    undefined,
  );
  return most ? sayMany('statsWeeksSaid', any.length, most.added, day(most.from)) : say('statsNoneHere');
}

export function WeekChart({ weeks }: { weeks: readonly Week[] }) {
  const rows = (): TableCell[][] =>
    weeks
      .filter(({ added, saved }) => added + saved > 0)
      .reverse()
      .map((week) => [
        day(week.from),
        ...BANDS.map((band) =>
          week[band] === 0 ? 0 : { text: number(week[band]), href: papersOf(band, week) },
        ),
      ]);
  const height = TOP + BANDS.length * (HEIGHT + GAP);
  return (
    <Picture
      id="weeks"
      title={say('statsWeeks')}
      said={said(weeks)}
      table={{ head: [say('statsWeek'), say('statsNew'), say('statsSaved')], rows }}
    >
      <Scroll>
        <Marks label={say('statsWeeks')} said="weeks-said">
          <Drawing width={widthOf(weeks.length)} height={height}>
            <Months weeks={weeks.map(({ from }) => dayOf(from))} />
            {BANDS.map((band, row) => (
              <Bars key={band} band={band} weeks={weeks} row={row} />
            ))}
          </Drawing>
        </Marks>
      </Scroll>
    </Picture>
  );
}

function Bars({ band, weeks, row }: { band: Band; weeks: readonly Week[]; row: number }) {
  const top = TOP + row * (HEIGHT + GAP) + 18;
  const base = top + HEIGHT;
  const most = Math.max(1, ...weeks.map((week) => week[band]));
  const latest = weeks.findLastIndex((week) => week[band] > 0);
  // one tab stop for the picture: the latest week with new papers
  const stops = band === 'added' || weeks.every(({ added }) => added === 0);
  return (
    <g class={`band ${band}`}>
      <Unspoken>
        <text class="name" x={columnAt(0)} y={top - 4}>
          {say(band === 'added' ? 'statsNew' : 'statsSaved')}
        </text>
        <text class="end" x={LABELS_END} y={top + 8}>
          {number(most)}
        </text>
        <text class="end" x={LABELS_END} y={base}>
          0
        </text>
        <line class="rule" x1={columnAt(0)} x2={columnAt(weeks.length)} y1={base + 0.5} y2={base + 0.5} />
      </Unspoken>
      {weeks.map((week, at) => {
        if (week[band] === 0) return null;
        const tall = Math.max(2, (week[band] / most) * HEIGHT);
        return (
          <Mark
            key={week.from}
            at={{ x: at, y: row }}
            href={papersOf(band, week)}
            name={nameOf(band, week)}
            stop={stops && at === latest}
          >
            <rect class="hit" x={columnAt(at)} y={top} width={STEP} height={HEIGHT} />
            <rect class="bar" x={columnAt(at) + 2} y={base - tall} width={STEP - 4} height={tall} rx={1} />
          </Mark>
        );
      })}
    </g>
  );
}
