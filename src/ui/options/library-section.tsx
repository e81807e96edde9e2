/** How much is kept, for how long, and the copies the reader makes of it. */
import { useState } from 'preact/hooks';
import { AutoPanel } from './auto-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { many, number, size } from './format.ts';
import { ImportPanel } from './import-panel.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { setSettings, settings, totals } from './state.ts';

/** Days in what was typed: a whole number from 0 to 36,500; undefined for anything else. */
export function daysIn(typed: string): number | undefined {
  const text = typed.trim();
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const days = Number(text);
  return days <= 36_500 ? days : undefined;
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
  return (
    <div class="retention">
      <label for="retention">Keep unmarked papers for</label>{' '}
      <span class="with-unit">
        <input
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
        />{' '}
        days
      </span>
      {bad && (
        <p class="problem" id="retention-problem">
          A whole number of days, 0 to 36,500. Until then {number(days)} stays in force.
        </p>
      )}
      <p class="hint" id="retention-hint">
        {days === 0
          ? '0: nothing is ever removed.'
          : `Papers you never marked and have not met for ${many(days, 'day')} are removed. 0 keeps everything.`}{' '}
        Saved, flagged, dismissed, tagged, rated or annotated papers are never removed.
      </p>
    </div>
  );
}

function Totals() {
  const now = totals.value;
  const figures: [string, string][] = [
    ['papers stored', now ? number(now.papers) : '…'],
    ['saved', now ? number(now.saved) : '…'],
    ['flagged', now ? number(now.flagged) : '…'],
    ['on disk', now ? (now.bytes === undefined ? 'unknown' : size(now.bytes)) : '…'],
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
      <h2 id="library-title">Library and backup</h2>
      <Totals />
      <Retention />
      <BackupPanel />
      <AutoPanel />
      <RestorePanel />
      <ImportPanel />
    </section>
  );
}
