/** Obsidian notes in a ZIP, written paper by paper. */
import type { Exportable, Report } from './exportable.ts';
import { NoteNames, type NoteOptions, newNote, noteNameOf, templateOf } from './notes.ts';
import { eachOnce, type PieceWriter, textsOf, withKeys } from './pieces.ts';
import { writtenOne } from './works.ts';
import { ZipParts } from './zip.ts';

const LINE_END = 10;

/** Folder within the ZIP. */
const FOLDER = 'Papers';

/** Notes into a ZIP, in the order in which they come. */
class NoteZip {
  readonly #names = new NoteNames();
  readonly #zip: ZipParts;

  /** @param now the day of the export: ZIP keeps local times without a zone */
  constructor(now: string | undefined) {
    this.#zip = new ZipParts(new Date(now ?? Date.now()));
  }

  /** @param name see `noteNameOf`. Returns what of the ZIP is ready. */
  add(name: string, text: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
    return this.#zip.add(`${FOLDER}/${this.#names.give(name)}.md`, text);
  }

  end(): Uint8Array<ArrayBuffer>[] {
    return this.#zip.end();
  }
}

/**
 * The writer of a ZIP of notes. Each text begins with the name it would like, in a line of its own: who comes first gets it.
 * @throws ManiculeError 'bad-file' for a broken template
 * @param options its `keys` must hold the cite key of each paper by the time it is given
 */
export function noteWriter(options: NoteOptions): PieceWriter {
  const template = templateOf(options);
  const decoder = new TextDecoder();
  return {
    parts: 1,
    between: '',
    close: '',
    one: eachOnce((sound, simplified) =>
      writtenOne(sound, options.keys?.get(sound.paper.id), options.fields, simplified, (work) => [
        `${noteNameOf(work, options.noteName ?? 'key')}\n${newNote(work, template)}`,
      ]),
    ),
    whole: ([written = 0]) => ({ open: '', parts: [0], report: { written } }),
    packer() {
      const zip = new NoteZip(options.now);
      return {
        add(text) {
          const end = text.indexOf(LINE_END);
          // a copy: what it is cut from is much longer
          return zip.add(decoder.decode(text.subarray(0, end)), text.slice(end + 1));
        },
        end: () => zip.end(),
      };
    },
  };
}

/**
 * A ZIP of notes of `items`, piece by piece. Returns what was left out or simplified, and why.
 * @throws ManiculeError 'bad-file' for a broken template
 */
export function* zipChunks(
  items: readonly Exportable[],
  options: NoteOptions = {},
): Generator<Uint8Array<ArrayBuffer>, Report> {
  const writer = noteWriter(withKeys(items, options));
  const { texts, report } = textsOf(writer, items);
  const packer = writer.packer?.();
  const encoder = new TextEncoder();
  for (const text of texts) if (text !== '') yield* packer?.add(encoder.encode(text)) ?? [];
  yield* packer?.end() ?? [];
  return report;
}
