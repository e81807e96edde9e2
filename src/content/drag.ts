/** Moving the bar by its hand; a click without movement stays a click. */

const SLACK_PX = 4;

/** Puts the bar so far from the right and bottom edge of the window; chrome.css reads both, for its toast too. */
export function placeBar(bar: HTMLElement, right: number, bottom: number): void {
  bar.style.cssText = `--x:${right}px;--y:${bottom}px`;
}

/** Rounded down: a pixel more than there is room for, and the bar would break into two lines. */
const within = (most: number, distance: number): number => Math.max(0, Math.min(most, distance)) | 0;

/** Calls `done` with the distance from the right and bottom edge of the window once the reader let go. */
export function followDrag(
  grip: HTMLElement,
  moved: HTMLElement,
  signal: AbortSignal,
  done: (right: number, bottom: number) => void,
): void {
  let dragged = false;
  // a link of the page that the bar leaves behind under the pointer would be what the browser drags
  grip.onmousedown = () => false;
  grip.addEventListener(
    'pointerdown',
    (down) => {
      if (down.button !== 0) return;
      const box = moved.getBoundingClientRect();
      const right = window.innerWidth - box.right;
      const bottom = window.innerHeight - box.bottom;
      dragged = false;
      const place = (event: PointerEvent): [number, number] => [
        within(window.innerWidth - box.width, right - (event.clientX - down.clientX)),
        within(window.innerHeight - box.height, bottom - (event.clientY - down.clientY)),
      ];
      const move = (event: PointerEvent) => {
        dragged ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLACK_PX;
        if (!dragged) return;
        placeBar(moved, ...place(event));
      };
      const up = (event: PointerEvent) => {
        grip.removeEventListener('pointermove', move);
        if (dragged) done(...place(event));
      };
      grip.setPointerCapture(down.pointerId);
      grip.addEventListener('pointermove', move, { signal });
      grip.addEventListener('pointerup', up, { once: true, signal });
    },
    { signal },
  );
  grip.addEventListener(
    'click',
    (event) => {
      if (dragged) event.stopImmediatePropagation();
      dragged = false;
    },
    { signal, capture: true },
  );
}
