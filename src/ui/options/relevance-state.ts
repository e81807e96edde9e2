/** What was learned of what the reader saves, and what the reader says about it. */
import { computed, signal } from '@preact/signals';
import { type Corrections, type Relevance, readCorrections } from '../../core/relevance.ts';
import { send } from '../../platform/rpc.ts';
import type { Strongest } from '../../ranking/index.ts';
import { readModel } from '../../storage/index.ts';
import { sayFailure } from './notice.tsx';
import { setSettings, settings } from './state.ts';

export const corrections = computed(() => readCorrections(settings.value.corrections));
/** undefined: not read yet. */
export const about = signal<Omit<Relevance, 'fits'> | undefined>(undefined);
export const subjects = signal<readonly Strongest[]>([]);

/** Words shown of each subject, for and against. */
const MOST = 14;

/** Reads what was learned; the worker learns first where decisions were made since. */
export async function readLearned(): Promise<void> {
  try {
    if (!settings.peek().relevance) return;
    const { fits: _none, ...now } = await send('relevance.of', { ids: [] });
    const [kept, { isModel, strongest }] = await Promise.all([readModel(), import('../../ranking/index.ts')]);
    // the worker keeps what it learned before it answers
    const { result } = (kept ?? {}) as { result?: Parameters<typeof isModel>[0] };
    subjects.value = now.enough && result && isModel(result) ? strongest(result, MOST) : [];
    about.value = now;
  } catch (error) {
    sayFailure(error);
  }
}

/** Keeps what the reader says, and reads again what follows from it. */
export async function correct(change: Partial<Corrections>): Promise<void> {
  await setSettings((now) => ({ corrections: { ...readCorrections(now.corrections), ...change } }));
  await readLearned();
}

/** @param weight −1…1; undefined: as learned */
export function weigh(text: string, weight: number | undefined): Promise<void> {
  const others = corrections.value.words.filter((word) => word.text !== text);
  return correct({ words: weight === undefined ? others : [...others, { text, weight }] });
}
