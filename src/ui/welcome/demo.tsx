/** Three made papers to try the hand on. Nothing of it is stored. */
import { useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import '../shared/chips.css';
import { Hand, type HandState } from '../shared/hand.tsx';
import { Icon } from '../shared/icons.tsx';

interface Decided {
  saved?: boolean;
  flagged?: boolean;
  dismissed?: boolean;
}

/** What was written in the margins of books that never were. */
const PAPERS = [
  { title: 'Reading in the margin: how scholars point at what matters', authors: 'A. Reader, B. Scribe' },
  { title: 'On skimming two thousand abstracts before breakfast', authors: 'C. Early, D. Bird' },
  { title: 'A negative result, told plainly', authors: 'E. Honest' },
] as const;

const handOf = ({ saved, flagged, dismissed }: Decided): HandState =>
  dismissed ? 'dismissed' : flagged ? (saved ? 'saved-flagged' : 'flagged') : saved ? 'saved' : 'none';

/** As in pages: who saves a paper takes its dismissal back, and the other way round. */
export function decide(now: Decided, what: keyof Decided): Decided {
  const on = !now[what];
  if (what === 'dismissed') return on ? { dismissed: true } : {};
  return { ...now, dismissed: false, [what]: on };
}

export function Demo() {
  const [decided, setDecided] = useState<readonly Decided[]>(PAPERS.map(() => ({})));
  return (
    <ul class="demo" aria-label={say('welcomeDemo')}>
      {PAPERS.map(({ title, authors }, at) => {
        const now = decided[at] ?? {};
        const act = (what: keyof Decided) =>
          setDecided(decided.map((one, n) => (n === at ? decide(one, what) : one)));
        return (
          <li key={title} class={now.dismissed ? 'dim' : ''}>
            <button
              type="button"
              class="tool"
              aria-label={say('welcomeDemoSave', title)}
              aria-pressed={now.saved ?? false}
              title={say('welcomeDemoSaveTitle')}
              onClick={() => act('saved')}
            >
              <Hand state={handOf(now)} size={22} />
            </button>
            <div class="paper" lang="en">
              <p class="name">{title}</p>
              <p class="muted">{authors}</p>
            </div>
            <button
              type="button"
              class="tool red"
              aria-label={say('welcomeDemoFlag', title)}
              aria-pressed={now.flagged ?? false}
              title={say('welcomeDemoFlagTitle')}
              onClick={() => act('flagged')}
            >
              <Icon name="flag" />
            </button>
            <button
              type="button"
              class="tool"
              aria-label={say('welcomeDemoDismiss', title)}
              aria-pressed={now.dismissed ?? false}
              title={say('welcomeDemoDismissTitle')}
              onClick={() => act('dismissed')}
            >
              <Icon name="dismiss" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
