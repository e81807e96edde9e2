/** The library in pictures: papers by week, reading days, topics over time, and who and where one meets most. */
import { dayOf } from '../../core/days.ts';
import { say } from '../../core/say.ts';
import type { Stats } from '../../core/stats.ts';
import { ownPage } from '../../platform/tabs.ts';
import { Hand } from '../shared/hand.tsx';
import { Icon } from '../shared/icons.tsx';
import { libraryLink } from '../shared/library-link.ts';
import { number, siteName } from '../shared/words.ts';
import { Calendar } from './calendar.tsx';
import { Later } from './later.tsx';
import { MostMet } from './most-met.tsx';
import { calendarDays, topicRows, weekCounts } from './period.ts';
import type { StatsState } from './state.ts';
import { TopicChart } from './topic-chart.tsx';
import { WeekChart } from './week-chart.tsx';

const TOPICS = 10;
const NAMES = 12;

export function App({ state }: { state: StatsState }) {
  const stats = state.stats.value;
  return (
    <div class="stats">
      <header>
        <h1>
          <Hand state="saved" size={22} />
          {say('statsHeading')}
        </h1>
        <span class="space" />
        {stats && stats.papers > 0 && <Times state={state} />}
        <a class="button" href={ownPage('library')}>
          <Icon name="library" size={14} />
          {say('statsToLibrary')}
        </a>
      </header>
      <main aria-busy={stats === undefined}>
        {state.failed.value !== '' && (
          <p class="notice" role="alert">
            {say('statsFailed')} {state.failed.value}
          </p>
        )}
        {stats ? <Shown state={state} stats={stats} /> : <Counting state={state} />}
      </main>
    </div>
  );
}

function Times({ state }: { state: StatsState }) {
  return (
    <select
      class="button"
      aria-label={say('statsPeriod')}
      value={String(state.year.value ?? '')}
      onChange={({ currentTarget: { value } }) => {
        state.year.value = value === '' ? undefined : Number(value);
      }}
    >
      <option value="">{say('statsLastYear')}</option>
      {state.years.value.map((year) => (
        <option key={year} value={String(year)}>
          {year}
        </option>
      ))}
    </select>
  );
}

function Counting({ state }: { state: StatsState }) {
  if (state.failed.value !== '') return null;
  return (
    <div class="counting">
      <p role="status">{say('statsCounting')}</p>
      <progress
        aria-label={say('statsCounting')}
        max={Math.max(1, state.total.value)}
        value={state.counted.value}
      />
    </div>
  );
}

function Shown({ state, stats }: { state: StatsState; stats: Stats }) {
  if (stats.papers === 0) return <p class="empty">{say('statsNothing')}</p>;
  const period = state.period.value;
  const weeks = weekCounts(stats, period, state.first);
  const time = state.year.value ?? 'last';
  const facts: readonly [string, number][] = [
    [say('statsFactMet'), stats.papers],
    [say('statsFactSaved'), stats.saved],
    [say('statsFactDays'), stats.days.size],
    [say('statsFactTopics'), stats.topics.length],
  ];
  return (
    <>
      <p class="quiet" id="arrows">
        {say('statsArrows')}
      </p>
      <dl class="facts">
        {facts.map(([what, many]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{number(many)}</dd>
          </div>
        ))}
      </dl>
      <Later key={`weeks ${time}`} turn={1} draw={() => <WeekChart weeks={weeks} />} />
      <Later
        key={`days ${time}`}
        turn={2}
        draw={() => (
          <Calendar
            days={calendarDays(stats, period, state.first)}
            weeks={weeks.map(({ from }) => dayOf(from))}
          />
        )}
      />
      <Later
        key={`topics ${time}`}
        turn={3}
        draw={() => <TopicChart rows={topicRows(stats, period, TOPICS)} />}
      />
      <Later turn={4} draw={() => <Most stats={stats} />} />
    </>
  );
}

function Most({ stats }: { stats: Stats }) {
  return (
    <div class="pair">
      <MostMet
        id="sites"
        title={say('statsSites')}
        head={say('statsSite')}
        named={stats.sites.slice(0, NAMES)}
        shown={siteName}
        href={(site) => libraryLink({ view: 'met', filter: { sites: [site] } })}
      />
      <MostMet
        id="authors"
        title={say('statsAuthors')}
        head={say('statsAuthor')}
        named={stats.authors.slice(0, NAMES)}
        shown={(name) => name}
        href={(name) => libraryLink({ typed: `author:"${name.replaceAll('"', ' ')}"`, view: 'met' })}
      />
    </div>
  );
}
