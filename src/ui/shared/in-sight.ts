/** What opens over a page stays within its window. */

/** Kept between it and the edges of the window, in px. */
const MARGIN = 4;
/** Lower than this, the other side of its button is better. */
const LOWEST = 160;

/** Moves an open menu (`up` or `down` of its button) sideways into the window, and makes it no higher than there is room. */
export function keepInSight(menu: HTMLElement): void {
  const { left, right, top, bottom, height } = menu.getBoundingClientRect();
  // of one that is wider than the window, the beginning is seen
  const by = Math.max(MARGIN - left, Math.min(0, innerWidth - MARGIN - right));
  if (left < MARGIN || by < 0) menu.style.translate = `${by}px 0`;
  const button = menu.parentElement?.getBoundingClientRect();
  if (!button) return;
  const gap = menu.classList.contains('up') ? button.top - bottom : top - button.bottom;
  const below = innerHeight - MARGIN - gap - button.bottom;
  const above = button.top - gap - MARGIN;
  const [here, there] = menu.classList.contains('up') ? [above, below] : [below, above];
  if (height <= here) return;
  const turned = here < LOWEST && there > here;
  if (turned) for (const side of ['up', 'down']) menu.classList.toggle(side);
  menu.style.maxHeight = `${Math.max(0, turned ? there : here)}px`;
}
