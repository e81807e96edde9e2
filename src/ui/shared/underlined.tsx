/** The text of an input once more behind it, unseen but for the lines under what is wrong in it. */
import type { ComponentChildren } from 'preact';
import type { Problem } from '../../core/query.ts';

interface Props {
  text: string;
  problems: readonly Problem[];
  /** How far the input's text is scrolled, in px. */
  scrolled: number;
}

export function Underlined({ text, problems, scrolled }: Props) {
  if (problems.length === 0) return null;
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const { from, to } of problems) {
    pieces.push(text.slice(at, from), <u key={from}>{text.slice(from, to)}</u>);
    at = to;
  }
  pieces.push(text.slice(at));
  return (
    <div class="underlined" aria-hidden="true" dir="auto">
      <span style={{ transform: `translateX(${-scrolled}px)` }}>{pieces}</span>
    </div>
  );
}
