/** Pictures are drawn one after the other, so that none keeps the page from answering while the others are made. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Between two pictures, in ms. */
const APART = 20;

/** What `draw` returns, once those of earlier turns (from 0 on) are drawn. */
export function Later({ turn, draw }: { turn: number; draw: () => JSX.Element }) {
  const [now, setNow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNow(true), turn * APART);
    return () => clearTimeout(timer);
  }, [turn]);
  return now ? draw() : null;
}
