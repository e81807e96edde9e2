/** Moving the bar by its hand; a click without movement stays a click. */

const SLACK_PX = 4;

/** Calls `done` with the distance from the right and bottom edge of the window once the reader let go. */
export function followDrag(
  grip: HTMLElement,
  moved: HTMLElement,
  signal: AbortSignal,
  done: (right: number, bottom: number) => void,
): void {
  let dragged = false;
  grip.addEventListener(
    'pointerdown',
    (down) => {
      if (down.button !== 0) return;
      const box = moved.getBoundingClientRect();
      const right = window.innerWidth - box.right;
      const bottom = window.innerHeight - box.bottom;
      dragged = false;
      const place = (event: PointerEvent): [number, number] => [
        Math.round(
          Math.max(0, Math.min(window.innerWidth - box.width, right - (event.clientX - down.clientX))),
        ),
        Math.round(
          Math.max(0, Math.min(window.innerHeight - box.height, bottom - (event.clientY - down.clientY))),
        ),
      ];
      const move = (event: PointerEvent) => {
        const far =
          Math.abs(event.clientX - down.clientX) + Math.abs(event.clientY - down.clientY) > SLACK_PX;
        if (!dragged && !far) return;
        dragged = true;
        const [x, y] = place(event);
        moved.style.right = `${x}px`;
        moved.style.bottom = `${y}px`;
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
