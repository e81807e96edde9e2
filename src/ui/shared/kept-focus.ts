/** What a panel or a sheet shows gives way to the next step, and the button that was pressed goes with it. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Keeps the focus in a panel: where the control that has it is taken away or disabled, the line that says how things stand
 * gets it, so that the next key goes on from there and not from the top of the page.
 * @param panel holds an element with the role `status`
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>): void {
  // asked while the old controls are still there
  const within = panel.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (!within) return;
    const { activeElement: now } = document;
    if (panel.current?.contains(now) && !now?.matches(':disabled')) return;
    const status = panel.current?.querySelector<HTMLElement>('[role=status]');
    if (!status) return;
    status.tabIndex = -1;
    status.focus({ preventScroll: true });
  });
}
