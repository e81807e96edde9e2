/**
 * The YAML front matter of a note (https://yaml.org/spec/1.2.2/, of which notes use little): written for a new note;
 * in an existing one only the lines of our own keys are changed, every other line stays as it is, byte for byte.
 */

/** undefined: nothing is known, an existing line stays. */
export type Property = string | number | readonly string[] | undefined;
export type Properties = Readonly<Record<string, Property>>;

/** A JSON string is a double-quoted YAML scalar; what YAML does not take as it is gets escaped. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The lines of one key. */
function linesOf(key: string, value: Property): string[] {
  if (value === undefined) return [];
  if (typeof value === 'number') return [`${key}: ${value}`];
  if (typeof value === 'string') return [value === '' ? `${key}:` : `${key}: ${quoted(value)}`];
  if (value.length === 0) return [`${key}: []`];
  return [`${key}:`, ...value.map((item) => `  - ${quoted(item)}`)];
}

/** Front matter with its fences, each line without its break. */
export function frontMatter(properties: Properties): string[] {
  return ['---', ...Object.entries(properties).flatMap(([key, value]) => linesOf(key, value)), '---'];
}

interface Block {
  /** '' for comments and blank lines. */
  key: string;
  lines: string[];
}

const KEY = /^(?:"([^"\\]+)"|'([^']+)'|([^\s#:"'{}[\],&*!|>%@`-][^:]*|-[^\s:][^:]*))\s*:(?:\s|$)/;

/** The lines between the fences as top-level keys with what belongs to them; undefined where they are no such thing. */
function blocksOf(lines: readonly string[]): Block[] | undefined {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const last = blocks.at(-1);
    if (/^\s*(?:#.*)?$/.test(line)) {
      // a blank line within a text of several lines belongs to it
      const next = lines.slice(at).find((later) => later.trim() !== '');
      const within = line.trim() === '' && next !== undefined && /^\s/.test(next);
      if (within && last && last.key !== '') last.lines.push(line);
      else blocks.push({ key: '', lines: [line] });
    } else if (/^(?:\s|- |-$)/.test(line)) {
      if (!last || last.key === '') return undefined;
      last.lines.push(line);
    } else {
      const match = KEY.exec(line);
      const key = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
      if (key === '') return undefined;
      blocks.push({ key, lines: [line] });
    }
  }
  const keys = blocks.map((block) => block.key).filter((key) => key !== '');
  return new Set(keys).size === keys.length ? blocks : undefined;
}

/** A scalar without quotes, as Obsidian writes all that need none: "arxiv:2401.00001". */
const PLAIN = /^(?:[^\s"'[\]{}#&*!|>%@`,:?-]|[:?-](?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#)*$/;

/** A plain or quoted scalar; undefined for anything else. */
function scalar(source: string): string | undefined {
  const text = source.trim();
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) {
    try {
      return String(JSON.parse(text));
    } catch {
      return undefined;
    }
  }
  if (/^'(?:[^']|'')*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  return PLAIN.test(text) ? text : undefined;
}

/** The same between brackets or commas, where more signs mean something. */
const scalarInside = (source: string): string | undefined =>
  /^\s*["']/.test(source) || !/[#:,[\]{}]/.test(source) ? scalar(source) : undefined;

/** The elements of a list, in brackets, line by line or the only one; undefined where it cannot be told. */
function listIn({ lines }: Block): string[] | undefined {
  const [first = '', ...rest] = lines;
  const inline = first.slice(first.indexOf(':') + 1).trim();
  if (inline !== '' && rest.length > 0) return undefined;
  let read: (string | undefined)[];
  if (inline === '[]') read = [];
  else if (/^\[.*\]$/.test(inline)) read = inline.slice(1, -1).split(',').map(scalarInside);
  else if (inline !== '') read = inline.split(',').map(scalarInside);
  else read = rest.map((line) => (/^\s*- /.test(line) ? scalar(line.replace(/^\s*- /, '')) : undefined));
  return read.every((item) => item !== undefined) ? read : undefined;
}

/** The string a key has, for finding the note of a paper again. */
export function propertyIn(lines: readonly string[], key: string): string | undefined {
  const block = blocksOf(lines)?.find((one) => one.key === key);
  const line = block?.lines.length === 1 ? block.lines[0] : undefined;
  if (line === undefined) return undefined;
  const value = line.slice(line.indexOf(':') + 1);
  // a comment of the reader's may stand behind it
  return scalar(value.replace(/^(\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'].*?))\s+#.*$/, '$1'));
}

/**
 * The lines between the fences with our keys brought up to date: keys in place, new ones at the end.
 * @param shared lists that the reader adds to as well: what is there stays, ours are added
 * @returns undefined where the lines are not keys and values, and nothing should be touched
 */
export function updatedFrontMatter(
  lines: readonly string[],
  properties: Properties,
  shared: readonly string[],
): string[] | undefined {
  const blocks = blocksOf(lines);
  if (!blocks) return undefined;
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    const block = blocks.find((one) => one.key === key);
    if (!block) {
      blocks.push({ key, lines: linesOf(key, value) });
    } else if (shared.includes(key) && typeof value === 'object') {
      const there = listIn(block);
      if (there && value.some((item) => !there.includes(item)))
        block.lines = linesOf(key, [...there, ...value.filter((item) => !there.includes(item))]);
    } else block.lines = linesOf(key, value);
  }
  return blocks.flatMap((block) => block.lines);
}
