/** The columns that pictures by week have in common: one a week, months above them. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { language } from '../../core/say.ts';
import { format } from '../../core/words.ts';
import { Unspoken } from './marks.tsx';
import { monthPlaces } from './period.ts';

export const STEP = 16;
const LEFT = 44;
/** Where columns begin below the months. */
export const TOP = 18;

export const columnAt = (week: number): number => LEFT + week * STEP;
export const widthOf = (weeks: number): number => columnAt(weeks) + 2;
/** Where labels left of the columns end. */
export const LABELS_END = LEFT - 6;

/** The names of the months, each over the week it begins in. */
export function Months({ weeks }: { weeks: readonly Date[] }) {
  const name = format(language(), { month: 'short' });
  return (
    <Unspoken>
      {monthPlaces(weeks).map(({ week, month }) => (
        <text key={week} x={columnAt(week)} y={11}>
          {name.format(month)}
        </text>
      ))}
    </Unspoken>
  );
}

/** A picture wider than the window scrolls, the latest in sight first. */
export function Scroll({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = box.current.scrollWidth;
  }, []);
  return (
    <div class="scroll" dir="ltr" ref={box}>
      {children}
    </div>
  );
}
