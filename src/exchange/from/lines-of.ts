/** The lines of a text with their numbers, one at a time: files of a hundred megabytes are never split at once. */

export interface TextLine {
  /** From 1. */
  line: number;
  /** Without its line break. */
  text: string;
  /** Index behind it. */
  end: number;
}

/** Every line, blank ones too; Windows and old Mac line ends are understood, a byte order mark is left out. */
export function* textLines(text: string): Generator<TextLine, void> {
  const stop = /\r\n?|\n/g;
  let start = text.startsWith('\ufeff') ? 1 : 0;
  stop.lastIndex = start;
  for (let line = 1; start < text.length; line++) {
    const found = stop.exec(text);
    const end = found?.index ?? text.length;
    yield { line, text: text.slice(start, end), end };
    if (!found) return;
    start = stop.lastIndex;
  }
}
