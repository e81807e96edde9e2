/** The marks of a picture: one tab stop each picture, arrow keys between its marks. */
import type { ComponentChildren } from 'preact';

export interface Spot {
  x: number;
  y: number;
}

/**
 * The number of the mark that a key leads to from the mark `at`; `at` itself where there is none that way, undefined
 * where the key is none of these.
 */
export function nextMark(spots: readonly Spot[], at: number, key: string): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return spots.length - 1;
  const across = key === 'ArrowLeft' || key === 'ArrowRight';
  if (!across && key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const from = spots[at];
  if (!from) return undefined;
  let best = at;
  let least = Number.POSITIVE_INFINITY;
  spots.forEach(({ x, y }, n) => {
    const [along, aside] = across ? [x - from.x, y - from.y] : [y - from.y, x - from.x];
    if (along * sign <= 0 || (across && aside !== 0)) return;
    const way = along * sign * 10_000 + Math.abs(aside); // the next row first, in it the nearest
    if (way < least) [best, least] = [n, way];
  });
  return best;
}

function move(event: KeyboardEvent & { currentTarget: Element }): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const marks = [...event.currentTarget.querySelectorAll<SVGAElement>('a[data-x]')];
  const spots = marks.map(({ dataset }) => ({ x: Number(dataset['x']), y: Number(dataset['y']) }));
  const at = marks.indexOf(event.target as SVGAElement);
  const to = at < 0 ? undefined : nextMark(spots, at, event.key);
  if (to === undefined) return;
  event.preventDefault();
  for (const mark of marks) mark.setAttribute('tabindex', '-1');
  marks[to]?.setAttribute('tabindex', '0');
  marks[to]?.focus();
}

/** A group of marks. `said`: the id of the sentence that says what it shows. */
export function Marks({
  label,
  said,
  children,
}: {
  label: string;
  said: string;
  children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form
    <div class="marks" role="group" aria-label={label} aria-describedby={`${said} arrows`} onKeyDown={move}>
      {children}
    </div>
  );
}

/** One mark: a link to the papers behind it. `stop`: the one that Tab reaches first. */
export function Mark({
  at,
  href,
  name,
  stop,
  children,
}: {
  at: Spot;
  href: string;
  name: string;
  stop: boolean;
  children: ComponentChildren;
}) {
  return (
    <a class="mark" href={href} aria-label={name} data-x={at.x} data-y={at.y} tabIndex={stop ? 0 : -1}>
      <title>{name}</title>
      {children}
    </a>
  );
}

/** The ground of a picture; it has no name of its own: its marks have theirs, and the group around them. */
export function Drawing({
  width,
  height,
  children,
}: {
  width: number;
  height: number;
  children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: see above
    <svg width={width} height={height} dir="ltr">
      {children}
    </svg>
  );
}

/** What only eyes need: scales and their words, which every mark says again. */
export function Unspoken({ children }: { children: ComponentChildren }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus
  return <g aria-hidden="true">{children}</g>;
}
