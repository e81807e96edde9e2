/** What the pieces of a line say, and where the mark of a title stands. */
import { oneLine } from '../core/text.ts';
import { type Piece, textIn } from './any-page-lines.ts';
import { isAddress, isLabel, linkText } from './any-page-titles.ts';

export interface Title {
  text: string;
  /** The element that shows it. */
  shown: Element;
  /** Where the mark goes: behind this. */
  behind: Node;
}

/** What is said beside the labels of links. */
export const unlabelled = (pieces: readonly Piece[]): string =>
  textIn(pieces.filter((piece) => !piece.link || !isLabel(linkText(piece.link)))).replace(
    /[[({][\s|,/·;]*[\])}]/g,
    ' ',
  );

/** Whether nothing but labels and addresses stands in a line: not "Comments: extends [arXiv]". */
export const isBare = (pieces: readonly Piece[]): boolean =>
  isLabel(
    unlabelled(pieces.filter((piece) => !piece.link || !isAddress(linkText(piece.link)))).replace(
      /\([^()]{0,60}\)/g,
      '',
    ),
  );

/** Whether a link's text says more than where it leads. */
export function says(link: Element): boolean {
  const text = linkText(link);
  return text !== '' && !isLabel(text) && !isAddress(text);
}

/** The mark behind the words of an element, never in a link. */
export function inside(element: Element): Omit<Title, 'text'> {
  const only = element.children.length === 1 ? element.firstElementChild : null;
  const link = element.closest('a') ?? (only?.localName === 'a' ? only : null);
  return { shown: element, behind: link ?? element.lastChild ?? element };
}

/** A bold text without what is no part of a title. */
export const bare = (text: string): string =>
  text.replace(/^(?:\d{1,4}[.)]\s*|title:\s*)/i, '').replace(/[:.,]$/, '');

export interface Run {
  text: string;
  element: Element;
  last: boolean;
}

/** Pieces in a row that look alike. */
export function runs(pieces: readonly Piece[], look: 'bold' | 'slanted'): Run[] {
  const found: Run[] = [];
  pieces.forEach((piece, i) => {
    const element = piece[look];
    if (!element) return;
    const run = found.at(-1);
    if (run && pieces[i - 1]?.[look]) run.text += piece.text;
    else found.push({ text: piece.text, element, last: false });
  });
  for (const run of found) run.text = oneLine(run.text);
  const said = found.filter((run) => run.text !== '');
  const last = said.at(-1);
  if (last) last.last = true;
  return said;
}
