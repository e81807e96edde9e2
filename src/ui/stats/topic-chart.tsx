/** Topics over time: a row a topic, a bar a month. */
import { dayOf } from '../../core/days.ts';
import { language, say, sayMany } from '../../core/say.ts';
import { format } from '../../core/words.ts';
import { libraryLink } from '../shared/library-link.ts';
import { topicLabel } from '../shared/topic-labels.ts';
import { number } from '../shared/words.ts';
import { Drawing, Mark, Marks } from './marks.tsx';
import type { TopicRow } from './period.ts';
import { Picture, type TableCell } from './picture.tsx';

const WIDE = 22; // thirteen of them fit a window of 320 px
const HEIGHT = 28;

const monthName = (month: string, long: boolean): string =>
  format(language(), long ? { month: 'long', year: 'numeric' } : { month: 'short', year: '2-digit' }).format(
    dayOf(`${month}-01`),
  );

const papersOf = (id: string, dates: string): string =>
  libraryLink({ typed: `added:${dates}`, view: 'met', filter: { topics: [id] } });

export function TopicChart({ rows }: { rows: readonly TopicRow[] }) {
  const most = Math.max(1, ...rows.flatMap(({ months }) => months.map(({ papers }) => papers)));
  const months = rows[0]?.months.map(({ month }) => month) ?? [];
  const time = months.length > 1 ? `${months[0]}..${months.at(-1)}` : (months[0] ?? '');
  return (
    <Picture
      id="topics"
      title={say('statsTopics')}
      said={rows.length > 0 ? say('statsTopicsSaid') : say('statsNoneHere')}
      table={{
        head: [say('statsTopic'), ...months.map((month) => monthName(month, false))],
        rows: () =>
          rows.map((row): TableCell[] => [
            { text: topicLabel(row.id), href: papersOf(row.id, time) },
            ...row.months.map(({ month, papers }) =>
              papers === 0 ? 0 : { text: number(papers), href: papersOf(row.id, month) },
            ),
          ]),
      }}
    >
      <Marks label={say('statsTopics')} said="topics-said">
        <ul class="topics">
          {rows.map((row, at) => (
            <li key={row.id}>
              <a href={papersOf(row.id, time)} dir="auto">
                {topicLabel(row.id)}
              </a>
              <Months row={row} y={at} most={most} />
              <span class="n">{number(row.papers)}</span>
            </li>
          ))}
          {rows.length > 0 && (
            <li class="months" aria-hidden="true">
              <Ends months={months} />
            </li>
          )}
        </ul>
      </Marks>
    </Picture>
  );
}

/** The first and the last month, below all rows. */
function Ends({ months }: { months: readonly string[] }) {
  const [first = ''] = months;
  const last = months.at(-1) ?? '';
  return (
    <Drawing width={months.length * WIDE} height={14}>
      <text x={0} y={11}>
        {monthName(first, false)}
      </text>
      {last !== first && (
        <text class="end" x={months.length * WIDE} y={11}>
          {monthName(last, false)}
        </text>
      )}
    </Drawing>
  );
}

function Months({ row, y, most }: { row: TopicRow; y: number; most: number }) {
  const latest = row.months.findLastIndex(({ papers }) => papers > 0);
  return (
    <Drawing width={row.months.length * WIDE} height={HEIGHT + 2}>
      <line class="rule" x1={0} x2={row.months.length * WIDE} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
      {row.months.map(({ month, papers }, x) => {
        if (papers === 0) return null;
        const tall = Math.max(2, (papers / most) * (HEIGHT - 2));
        return (
          <Mark
            key={month}
            at={{ x, y }}
            href={papersOf(row.id, month)}
            name={sayMany('statsTopicMonth', papers, topicLabel(row.id), monthName(month, true))}
            stop={y === 0 && x === latest}
          >
            <rect class="hit" x={x * WIDE} y={0} width={WIDE} height={HEIGHT} />
            <rect class="bar" x={x * WIDE + 2} y={HEIGHT - tall} width={WIDE - 4} height={tall} rx={1} />
          </Mark>
        );
      })}
    </Drawing>
  );
}
