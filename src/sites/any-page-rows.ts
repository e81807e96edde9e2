/** The title of a paper elsewhere in its row or card, or over it. */
import { oneLine } from '../core/text.ts';
import { isHeading, type Line, type Piece } from './any-page-lines.ts';
import type { Found } from './any-page-links.ts';
import { bare, inside, runs, says, type Title, unlabelled } from './any-page-pieces.ts';
import type { Scene } from './any-page-scene.ts';
import { isNameList, isNames, isTitle, linkText, plainTitle, spoken } from './any-page-titles.ts';
import { textOf } from './dom.ts';

/** A line longer than this is about a paper; nothing below it is the title. */
const ABOUT = 250;
const LONGEST = 200;

/** The pieces at the beginning of a line. */
function begin(pieces: readonly Piece[]): readonly Piece[] {
  let length = 0;
  const end = pieces.findIndex(({ text }) => {
    length += text.length;
    return length > 2 * ABOUT;
  });
  return end < 0 ? pieces : pieces.slice(0, end + 1);
}

/** The first line that is a title, all of it, or begins with one in bold. */
export function topmost(scene: Scene, lines: readonly Line[]): Title | undefined {
  for (const { pieces, box } of lines) {
    // the line around a link was looked at before
    if (pieces.some(({ link }) => link && scene.papers.owner(link))) continue;
    const raw = unlabelled(begin(pieces));
    const line = oneLine(raw);
    const [bold] = runs(pieces, 'bold');
    const begins = bold && !/[\p{L}“"]/u.test(line.slice(0, line.indexOf(bold.text)));
    // "**Ada Quill**, Bo Reed"
    const named =
      bold && isNames(bold.text, true) && /^\W*(?:[,&]|and\b)/.test(line.split(bold.text)[1] ?? '');
    if (begins && isTitle(bold.text, 2) && !named) return { text: bare(bold.text), ...inside(bold.element) };
    if (begins && line.length > bold.text.length + 30) return undefined;
    if (isNameList(line)) continue;
    const text = plainTitle(raw, Math.max(1, scene.words - 1), false);
    if (text && text.length < LONGEST) return { text, shown: box, behind: (pieces.at(-1) as Piece).node };
    if (line.length > ABOUT) return undefined;
  }
  return undefined;
}

/** A heading within an entry. */
export function titleByHeading(scene: Scene, area: Element): Title | undefined {
  const seen = new Set<Element>();
  for (const { heading } of scene.linesOf(area).flatMap(({ pieces }) => pieces)) {
    const owner = heading && scene.papers.owner(heading);
    if (!heading || seen.has(heading) || owner === null) continue;
    seen.add(heading);
    // a line of links, whatever its class
    const link = owner?.links[0];
    if (link && heading.contains(link) && !says(link)) continue;
    const text = linkText(heading);
    if (isTitle(text, Math.min(scene.words, 2)) && !isNameList(text)) return { text, ...inside(heading) };
  }
  return undefined;
}

/** The lines of a whole entry, from its top. */
export const titleByTop = (scene: Scene, area: Element): Title | undefined =>
  topmost(
    scene,
    scene
      .linesOf(area)
      .filter(({ box }) => scene.papers.owner(box) !== null)
      .slice(0, 6),
  );

const HEAD = /^(?:paper |publication |article )?(?:titles?|papers?|publications?|articles?|names?)$/i;
function columnOf({ columns }: Scene, row: Element): number {
  const table = row.closest('table');
  if (!table) return -1;
  let column = columns.get(table);
  if (column === undefined) {
    const cells = Array.from(table.querySelector('tr')?.children ?? []);
    column = cells.findIndex((cell) => HEAD.test(textOf(cell)));
    columns.set(table, column);
  }
  return column;
}

/** The cell of a row that its table calls the title; else the longest that reads as one. */
export function titleByCell(scene: Scene, row: Element): Title | undefined {
  const cells = Array.from(row.children);
  const called = cells[columnOf(scene, row)];
  const lines = scene.linesOf(row);
  const first = called && lines.find(({ box }) => called.contains(box));
  const own = first && topmost(scene, [first]);
  if (own) return own;
  const titles: Title[] = [];
  let at: Element | undefined;
  for (const line of lines) {
    const cell = at?.contains(line.box) ? at : cells.find((one) => one.contains(line.box));
    // a cell begins with the title, and goes on about it
    const title = cell === at ? undefined : topmost(scene, [line]);
    at = cell;
    if (title) titles.push(title);
  }
  return titles.sort((a, b) => b.text.length - a.text.length)[0];
}

const isHead = (element: Element): boolean => /^h[1-6]$/.test(element.localName);

/** The heading over an entry that has none itself, where nothing else stands below it. */
export function titleByHeadingAbove(
  { papers }: Scene,
  area: Element,
  paper: Found,
): (Title & { tag: string }) | undefined {
  if (/^(?:dt|li|tr)$/.test(area.localName)) return undefined;
  let heading = area.previousElementSibling;
  for (let i = 0; heading && i < 8 && !isHead(heading); i++) {
    if (papers.owner(heading) !== undefined) return undefined;
    heading = heading.previousElementSibling;
  }
  if (!heading || !isHead(heading) || heading.localName === 'h1') return undefined;
  let next = area.nextElementSibling;
  for (let i = 0; next && i < 12 && !isHead(next); i++, next = next.nextElementSibling) {
    const owner = papers.owner(next);
    if (owner !== undefined && owner !== paper) return undefined;
  }
  const text = plainTitle(linkText(heading), 2, false);
  return text ? { text, ...inside(heading), tag: heading.localName } : undefined;
}

/** Whether the first paper of a list has nothing ahead of it but headings, and the last something behind. */
function hasLinksFirst({ papers, linksFirst }: Scene, list: Element): boolean {
  let known = linksFirst.get(list);
  if (known === undefined) {
    let ahead = true;
    let owned = 0;
    let last: Element | undefined;
    for (let child = list.firstElementChild; child; child = child.nextElementSibling) {
      if (papers.owner(child) !== undefined) {
        owned++;
        last = child;
      } else if (owned === 0 && !isHeading(child) && spoken(child).trim() !== '') {
        ahead = false;
      }
    }
    const behind = last?.nextElementSibling;
    known = ahead && owned > 1 && Boolean(behind) && !isHeading(behind as Element);
    linksFirst.set(list, known);
  }
  return known;
}

/** A term's descriptions. */
export function descriptionsOf(term: Element): Element[] {
  const out: Element[] = [];
  if (term.localName !== 'dt') return out;
  for (let next = term.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling)
    out.push(next);
  return out;
}

/** What stands beside an entry and is its own: a term's descriptions, or all up to the next where links come first. */
export function beside(scene: Scene, area: Element): Element[] {
  const out = descriptionsOf(area);
  const list = area.parentElement;
  if (out.length > 0 || !list || !hasLinksFirst(scene, list)) return out;
  for (let next = area.nextElementSibling; next && out.length < 5; next = next.nextElementSibling) {
    const owner = scene.papers.owner(next);
    const link = owner?.links[0];
    if (owner === null || (link && scene.isBare(link))) break;
    out.push(next);
  }
  return out;
}
