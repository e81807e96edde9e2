/** What the reader says of a word stands above what was learned of it. */

import type { Override } from './model.ts';
import { phraseTerms } from './phrases.ts';
import type { Slots } from './text.ts';

/** Slot → the weight the reader gave it, −1…1. Words that are no features are left out. */
export function overrideSlots(overrides: readonly Override[], slots: Slots): Map<number, number> {
  const out = new Map<number, number>();
  for (const { text, weight } of overrides) {
    const { single, pairs } = phraseTerms(text);
    const ids = pairs.length > 0 ? pairs : single;
    for (const id of ids) {
      const slot = slots.of(id);
      if (slot !== -1) out.set(slot, weight / ids.length);
    }
  }
  return out;
}
