/** The title of a paper in its links, and in the line they stand in. */
import { type Line, type Piece, textIn } from './any-page-lines.ts';
import type { Found } from './any-page-links.ts';
import { bare, inside, runs, says, type Title, unlabelled } from './any-page-pieces.ts';
import { topmost } from './any-page-rows.ts';
import { blockOf, isHeaded, isListed, type Scene } from './any-page-scene.ts';
import { isLabel, isNames, isTitle, linkText, plainTitle } from './any-page-titles.ts';
import { textOf } from './dom.ts';

/** A line longer than this is running text. */
const PROSE = 200;

/** A link's own text, where that is the title. */
export function titleByLink(scene: Scene, paper: Found): Title | undefined {
  const { links } = paper;
  for (const link of links.length > 1 ? [...links.filter(isHeaded), ...links] : links) {
    const text = linkText(link);
    if (isTitle(text, 3) || (isTitle(text, Math.min(scene.words, 2)) && standsAlone(scene, link, text)))
      return { text, shown: link, behind: link };
  }
  return undefined;
}

/** Whether a link begins an entry of a list: a short title is one there, not in running text. */
function standsAlone(scene: Scene, link: Element, text: string): boolean {
  const block = blockOf(link);
  if (isHeaded(link) || textOf(block) === text) return true;
  const place = scene.placeOf(link);
  const before = place?.lines[place.line]?.pieces.slice(0, place.piece) ?? [];
  return !/\p{L}/u.test(textIn(before)) && (scene.words === 1 || isListed(block));
}

/** In the line a paper's first link stands in, between the links of others; or right above that. */
export function titleByLine(scene: Scene, paper: Found): Title | undefined {
  const link = paper.links[0] as Element;
  const place = scene.placeOf(link);
  if (!place) return undefined;
  const { lines, line, piece: from } = place;
  const { pieces, box } = lines[line] as Line;
  let start = from;
  while (start > 0 && !scene.isOther(pieces[start - 1] as Piece, paper)) start--;
  let end = from;
  while (end < pieces.length && !scene.isOther(pieces[end] as Piece, paper)) end++;
  const before = pieces.slice(start, from).filter((piece) => !piece.link || !isLabel(linkText(piece.link)));
  const after = pieces.slice(from, end).filter((piece) => piece.link !== link);
  const listed = isListed(box);
  const said = textIn(before);
  if (/\p{L}{2}/u.test(said)) {
    // running text goes on behind its links
    const prose = !listed && (/\p{L}{4,}.*\s.*\p{L}{4,}/u.test(unlabelled(after)) || said.length > PROSE);
    return titleIn(before, link, scene.words, listed, prose);
  }
  const above = titleAbove(scene, paper, lines, line);
  if (above || says(link)) return above;
  const text = plainTitle(unlabelled(after), scene.words, !listed);
  return text === undefined ? undefined : { text, shown: box, behind: (after.at(-1) as Piece).node };
}

/** The title in what stands before a link. */
function titleIn(
  pieces: readonly Piece[],
  link: Element,
  words: number,
  listed: boolean,
  prose: boolean,
): Title | undefined {
  const line = textIn(pieces);
  const bold = runs(pieces, 'bold').find(({ text, last }) => {
    const rest = line.slice(line.indexOf(text) + text.length);
    return isTitle(text, 3) || (isTitle(text, 1) && last && /^\W*(?:[([].*)?$/.test(rest.trim()));
  });
  const plain = plainTitle(line, words, !listed);
  // names first, then the title: what is bold there is a name
  if (bold && !(plain && isNames(bold.text) && !plain.startsWith(bold.text)))
    return { text: bare(bold.text), ...inside(bold.element) };
  if (plain && !(prose && !/[“"«(]/.test(line)))
    return { text: plain, shown: link.parentElement ?? link, behind: link };
  const slanted = runs(pieces, 'slanted').find(({ text }) => isTitle(text, 3) && !isNames(text));
  return slanted && { text: slanted.text, ...inside(slanted.element) };
}

/** The title in the lines above, up to those of another paper. */
function titleAbove(scene: Scene, paper: Found, lines: readonly Line[], line: number): Title | undefined {
  let first = line;
  while (first > 0 && !(lines[first - 1] as Line).pieces.some((piece) => scene.isOther(piece, paper)))
    first--;
  return topmost(scene, lines.slice(first, line));
}
