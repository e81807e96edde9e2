/** The hand: outline for nothing decided, filled ink for saved, filled red for flagged, faint for dismissed. */
import { HAND_PATH, HAND_STROKE, HAND_VIEWBOX } from '../../core/hand.ts';

export type HandState = 'none' | 'saved' | 'flagged' | 'saved-flagged' | 'dismissed';

export function Hand({ state = 'none', size = 18 }: { state?: HandState; size?: number }) {
  const filled = state !== 'none' && state !== 'dismissed';
  return (
    <svg class={`hand hand-${state}`} width={size} height={size} viewBox={HAND_VIEWBOX} aria-hidden="true">
      <path
        d={HAND_PATH}
        stroke-width={filled ? HAND_STROKE.filled : HAND_STROKE.outline}
        stroke-linejoin="round"
      />
      {state === 'dismissed' && (
        <path class="strike" d="M3 21L21 3" stroke-width="1.35" stroke-linecap="round" />
      )}
    </svg>
  );
}
