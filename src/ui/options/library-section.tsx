/** How much is kept, for how long, and the copies the reader makes of it. */
import { useState } from 'preact/hooks';
import { count, say, sayMany } from '../../core/say.ts';
import { Said } from '../shared/said.tsx';
import { AutoPanel } from './auto-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { size } from './format.ts';
import { ImportPanel } from './import-panel.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { setSettings, settings, totals } from './state.ts';

const MOST_DAYS = 36_500;

/** Days in what was typed: a whole number from 0 to 36,500; undefined for anything else. */
export function daysIn(typed: string): number | undefined {
  const text = typed.trim();
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const days = Number(text);
  return days <= MOST_DAYS ? days : undefined;
}

function Retention() {
  const days = settings.value.retentionDays;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const bad = typed !== undefined && daysIn(typed) === undefined;
  const keep = () => {
    if (typed === undefined || bad) return;
    const chosen = daysIn(typed);
    setTyped(undefined);
    if (chosen !== undefined && chosen !== days) void setSettings({ retentionDays: chosen });
  };
  const field = (
    <input
      key="retention"
      id="retention"
      class="field"
      type="text"
      inputMode="numeric"
      size={6}
      value={typed ?? String(days)}
      aria-invalid={bad ? true : undefined}
      aria-describedby={bad ? 'retention-problem retention-hint' : 'retention-hint'}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
  return (
    <div class="retention">
      <label for="retention">
        <Said k="optionsRetention" parts={[field]} />
      </label>
      {bad && (
        <p class="problem" id="retention-problem">
          {say('optionsRetentionBad', MOST_DAYS, days)}
        </p>
      )}
      <p class="hint" id="retention-hint">
        {days === 0 ? say('optionsRetentionNever') : sayMany('optionsRetentionAfter', days)}{' '}
        {say('optionsRetentionMarked')}
      </p>
    </div>
  );
}

function Totals() {
  const now = totals.value;
  const figures: [string, string][] = [
    [say('optionsTotalPapers'), now ? count(now.papers) : '…'],
    [say('optionsTotalSaved'), now ? count(now.saved) : '…'],
    [say('optionsTotalFlagged'), now ? count(now.flagged) : '…'],
    [
      say('optionsTotalDisk'),
      now ? (now.bytes === undefined ? say('optionsTotalUnknown') : size(now.bytes)) : '…',
    ],
  ];
  return (
    <dl class="figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function LibrarySection() {
  return (
    <section id="library" aria-labelledby="library-title">
      <h2 id="library-title">{say('optionsLibraryTitle')}</h2>
      <Totals />
      <Retention />
      <BackupPanel />
      <AutoPanel />
      <RestorePanel />
      <ImportPanel />
    </section>
  );
}
