/** A panel that takes a file dropped on it. */
import { useState } from 'preact/hooks';

export interface Drop {
  /** A file is held over the panel. */
  over: boolean;
  onDragOver(event: DragEvent): void;
  onDragLeave(event: DragEvent): void;
  onDrop(event: DragEvent): void;
}

/** Handlers for the panel's element. @param take is given the first file, undefined where something else was dropped */
export function useDrop(take: (file: File | undefined) => void): Drop {
  const [over, setOver] = useState(false);
  return {
    over,
    onDragOver(event) {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event) {
      const to = event.relatedTarget;
      const panel = event.currentTarget as Element;
      if (!(to instanceof Node && panel.contains(to))) setOver(false);
    },
    onDrop(event) {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer?.files[0]);
    },
  };
}
