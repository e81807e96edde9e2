/** The elements of an XML file one at a time, each to be read by `readXml`: never the whole file, and none costs another. */

export interface XmlPiece {
  /** Name as written, prefix included: "bib:Article". */
  name: string;
  /** Line on which it begins, from 1. */
  line: number;
  /** The element as written. */
  text: string;
  /** Index behind it. */
  end: number;
  /** False where the file ends, or the next one begins, before it is closed. */
  whole: boolean;
}

/**
 * The outermost elements with one of these names. One within another of its own name belongs to it, unless `flat`:
 * then an opening tag where one is open already shows that the one before was never closed.
 */
export function* xmlPieces(text: string, names: readonly string[], flat = true): Generator<XmlPiece, void> {
  const tag = new RegExp(
    `<(/?)(${names.join('|')})(?=[\\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*?(/?)>|<!--|<!\\[CDATA\\[`,
    'g',
  );
  let open: { name: string; start: number; line: number; depth: number } | undefined;
  let line = 1;
  let counted = 0;
  const lineAt = (index: number): number => {
    for (let i = text.indexOf('\n', counted); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
      line++;
      counted = i + 1;
    }
    return line;
  };
  const piece = (end: number, whole: boolean): XmlPiece => {
    const { name, start, line: at } = open as NonNullable<typeof open>;
    return { name, line: at, text: text.slice(start, end), end, whole };
  };
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    const [written, end, name, empty] = found;
    if (name === undefined) {
      const stop = written === '<!--' ? '-->' : ']]>';
      const close = text.indexOf(stop, tag.lastIndex);
      if (close < 0) break;
      tag.lastIndex = close + stop.length;
    } else if (!open) {
      if (end) continue;
      open = { name, start: found.index, line: lineAt(found.index), depth: 1 };
      if (!empty) continue;
      yield piece(tag.lastIndex, true);
      open = undefined;
    } else if (name === open.name && !empty) {
      if (!end && flat) {
        yield piece(found.index, false);
        open = { name, start: found.index, line: lineAt(found.index), depth: 1 };
      } else open.depth += end ? -1 : 1;
      if (open.depth > 0) continue;
      yield piece(tag.lastIndex, true);
      open = undefined;
    }
  }
  if (open) yield piece(text.length, false);
}
