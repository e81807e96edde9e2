/** Lists that were pasted: addresses, DOIs and ids, one or more a line, bare, in Markdown, or with titles beside them. */
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { cleanLine } from '../clean.ts';
import { type ImportStep, idNamed, recordOf } from './import-record.ts';
import { textLines } from './lines-of.ts';

/** Addresses, DOIs, arXiv ids, ids of ours, in running text. */
const NAME =
  /https?:\/\/[^\s<>"'\]}|]+|\b(?:doi:\s*)?10\.\d{4,9}\/[^\s"'<>\]},;]+|\barxiv:\s*(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?|(?<![\w./-])\d{4}\.\d{4,5}(?:v\d+)?(?![\w.-]*\w)|(?<![\w./-])[a-z-]{2,10}(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?(?!\w)|\b(?:openreview|acl|pmid):\s?[\w.-]+/gi;
const MARKDOWN = /\[((?:\\.|[^\][\\])+)\]\((https?:\/\/[^\s)]+(?:\([^\s)]*\)[^\s)]*)*)\)/g;

/** What is indented or quoted goes with the item above it. */
const GOES_ON = /^(?:\s{2,}|\s*>)/;

const trimmed = (name: string): string => {
  const out = name.replace(/[.,;:!?]+$/, '');
  return out.endsWith(')') && !out.includes('(') ? out.replace(/\)+$/, '') : out;
};

/** Markdown's escapes taken off, but in formulas. */
const unescaped = (words: string): string =>
  words.replace(/\$[^$]*\$|\\([\\`*_{}[\]<>#|!~$&^])/g, (whole, sign: string | undefined) => sign ?? whole);

interface Named {
  id: PaperId;
  written: string;
  at: number;
}

/** The papers a line names, each once. */
function namesOn(line: string): Named[] {
  const out = new Map<PaperId, Named>();
  for (const found of line.matchAll(NAME)) {
    const written = trimmed(found[0]);
    const id = idNamed(written);
    if (id && !out.has(id)) out.set(id, { id, written, at: found.index });
  }
  return [...out.values()];
}

/** Whether most lines of a text name papers. */
export function looksLikeIdList(text: string): boolean {
  let lines = 0;
  let named = 0;
  for (const { text: line } of textLines(text.slice(0, 50_000))) {
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    const names = namesOn(line).length > 0;
    if (!names && GOES_ON.test(line)) continue;
    lines++;
    if (names) named++;
    if (lines >= 200) break;
  }
  return named > 0 && named * 2 >= lines;
}

/** A title that stands before or after the one name of its line: "Looms of Memory — https://…". */
function titleBeside(line: string, { written, at }: Named): string {
  const before = line.slice(0, at).replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '');
  const after = line.slice(at + written.length);
  const rest = (after.trim().length > before.trim().length ? after : before)
    .trim()
    .replace(/^[\s\-–—:|,.;()[\]<>]+|[\s\-–—:|,;()[\]<>]+$/g, '');
  // words of the reader's own ("see …") begin in lower case
  return rest.split(/\s+/).length >= 2 && /^["“]?[\p{Lu}\p{N}]/u.test(rest)
    ? rest.replace(/^["“](.*)["”]$/u, '$1')
    : '';
}

/** Reads a list line by line. Blank lines and headings are passed over; a line that names nothing is named. */
export function* readIdList(text: string): Generator<ImportStep, void> {
  let count = 0;
  for (const { line, text: content, end } of textLines(text)) {
    if (++count % 200 === 0) yield { read: end };
    if (content.trim() === '' || /^\s*#/.test(content)) continue;
    const titles = new Map<PaperId, string>();
    for (const [, words = '', href = ''] of content.matchAll(MARKDOWN)) {
      const id = idNamed(href);
      if (id && !idNamed(words)) titles.set(id, unescaped(words));
    }
    const names = namesOn(content);
    for (const name of names) {
      const title =
        titles.get(name.id) ?? (names.length === 1 && titles.size === 0 ? titleBeside(content, name) : '');
      const isAddress = /^https?:/i.test(name.written);
      const record = recordOf(
        { title, authors: [], ids: [name.written], page: isAddress ? name.written : undefined },
        { line },
      );
      if (record) yield { record };
    }
    if (names.length === 0 && !GOES_ON.test(content)) {
      const shown = cleanLine(content).slice(0, 80);
      yield { problem: { line, why: say('listNone', shown) } };
    }
  }
}
