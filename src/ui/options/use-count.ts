/** The live count of one rule, as a hook. */
import { useEffect, useState } from 'preact/hooks';
import { sentenceOf } from '../../core/errors.ts';
import type { WatchRule } from '../../core/rules.ts';
import type { Count } from './count.ts';
import type { Counting } from './counting.ts';
import { KINDS, type Kind } from './terms.ts';

export type Terms = Pick<WatchRule, Kind>;

export interface LiveCount {
  /** The last count, also while a newer one is being worked out, so that the page does not jump. */
  count?: Count;
  busy: boolean;
  failure?: string;
}

/** Typing pauses shorter than this start no count, in ms. */
const PAUSE = 120;

/**
 * Counts what `terms` match, again whenever they or the stored papers change; the count before is given up.
 * @param urgent somebody is looking at it: count at once instead of in turn.
 */
export function useCount(counting: Counting, terms: Terms, urgent: boolean): LiveCount {
  const [live, setLive] = useState<LiveCount>({ busy: true });
  const key = JSON.stringify(KINDS.map((kind) => terms[kind]));
  const version = counting.version.value;
  // `key` stands for the terms, `version` for the papers
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    setLive((was) => ({ ...was, busy: true }));
    const run = async () => {
      if (signal.aborted) return;
      try {
        const count = await (await counting.counter()).count(terms, signal);
        setLive({ count, busy: false });
      } catch (error) {
        // given up because something newer is on its way
        if (signal.aborted || (error instanceof DOMException && error.name === 'AbortError')) return;
        setLive({ busy: false, failure: sentenceOf(error) });
      }
    };
    const timer = setTimeout(() => void (urgent ? run() : counting.inTurn(run)), PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort(new DOMException('A newer count was asked for.', 'AbortError'));
    };
  }, [key, version, urgent, counting]);
  return live;
}
