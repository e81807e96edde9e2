/** What the page shows: read once, kept current by changes from whatever part of the extension. */
import { effect, signal } from '@preact/signals';
import { say } from '../../core/say.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import { topicChoices } from '../shared/topic-labels.ts';
import { Counting } from './counting.ts';
import * as data from './data.ts';
import { sayFailure, tell } from './notice.tsx';
import { RuleList } from './rule-list.ts';

export const settings = signal<Settings>(DEFAULT_SETTINGS);
/** False until the first read: switches are not to jump. */
export const ready = signal(false);
export const totals = signal<data.Totals | undefined>(undefined);
export const rules = new RuleList({
  list: data.listRules,
  put: data.putRule,
  remove: data.removeRule,
  drafts: localStorage,
  now: () => new Date(),
});
export const counting = new Counting(data.scanPapers);

effect(() => {
  topicChoices.value = settings.value.topicChoices;
});

/**
 * Changes settings; says so where it failed.
 * @param change or what makes it of the settings as they are stored by then: another page may have changed a part of one
 */
export async function setSettings(
  change: Partial<Settings> | ((now: Settings) => Partial<Settings>),
): Promise<void> {
  settings.value = { ...settings.value, ...(typeof change === 'function' ? change(settings.value) : change) };
  try {
    settings.value = await data.saveSettings(change);
    tell(say('optionsSaved'));
  } catch (error) {
    sayFailure(error);
    settings.value = await data.loadSettings().catch(() => settings.value);
  }
}

async function readTotals(): Promise<void> {
  try {
    totals.value = await data.readTotals();
  } catch (error) {
    sayFailure(error);
  }
}

/** Changes come in bursts (a listing is read in batches): answer once the burst is over, in ms. */
const QUIET = 400;

/** Reads everything and follows changes until the page is closed. */
export async function start(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let papers = false;
  data.onChanges((notice) => {
    if (notice.what === 'rules' || notice.what === 'all') rules.load().catch(sayFailure);
    if (notice.what === 'papers' || notice.what === 'all') papers = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (papers) counting.forget();
      papers = false;
      void readTotals();
    }, QUIET);
  });
  data.onSettings((changed) => {
    settings.value = changed;
  });
  // each on its own: what cannot be read must not keep the rest from being shown
  const reads = [
    rules.load(),
    data.loadSettings().then((loaded) => {
      settings.value = loaded;
    }),
    readTotals(),
    data.readCopies(),
  ];
  for (const result of await Promise.allSettled(reads)) {
    if (result.status === 'rejected') sayFailure(result.reason);
  }
  ready.value = true;
}
