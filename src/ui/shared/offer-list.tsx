/** The suggestions under the search box. The box keeps the focus and names the one that Enter takes. */
import { say } from '../../core/say.ts';
import type { Offer } from './search-suggest.ts';
import { number } from './words.ts';

export const optionId = (n: number): string => `search-offer-${n}`;

interface Props {
  offers: readonly Offer[];
  active: number;
  onTake: (n: number) => void;
}

export function OfferList({ offers, active, onTake }: Props) {
  if (offers.length === 0) return null;
  return (
    <div class="offers" id="search-offers" role="listbox" aria-label={say('sharedSuggestions')} tabIndex={-1}>
      {offers.map(({ value, label, count }, n) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys
        <div
          key={value}
          id={optionId(n)}
          role="option"
          tabIndex={-1}
          aria-selected={n === active}
          class="offer"
          onMouseDown={(event) => event.preventDefault()} // the box keeps the focus
          onClick={() => onTake(n)}
        >
          <span dir="auto">{label}</span>
          {count !== undefined && <span class="n">{number(count)}</span>}
        </div>
      ))}
    </div>
  );
}
