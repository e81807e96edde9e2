/** Names of notes that every file system and every link takes. */
import { clip } from '../core/text.ts';
import { cleanLine } from './clean.ts';
import { plainText } from './latex-read.ts';
import type { Work } from './work.ts';

/** What Windows keeps for devices. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Longest name without ".md"; file systems take 255 bytes, and a character may have four. */
const LONGEST = 60;

/**
 * `text` as a file name: without the signs that Windows, macOS or Android forbid, and those that end an Obsidian link.
 * '' when nothing is left.
 */
export function fileNameOf(text: string): string {
  const safe = cleanLine(text)
    .replace(/[<>:"/\\|?*#^[\]%$]+/g, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/ {2,}/g, ' ');
  const short = clip(safe.trim(), LONGEST).replace(/^[. ]+|[. ]+$/g, '');
  return DEVICES.test(short) ? `_${short}` : short;
}

/** What a paper's note would be called if no other were; without ".md". */
export function noteNameOf(work: Work, by: 'key' | 'title'): string {
  const wanted = by === 'title' ? fileNameOf(plainText(work.title)) : '';
  return wanted || fileNameOf(work.key) || 'paper';
}

/** Gives each note a name that no other has, without regard to case. */
export class NoteNames {
  readonly #taken = new Set<string>();

  /** @param taken names of notes that are there already, without ".md". */
  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.take(name);
  }

  /** Keeps a name that is there already from being given; without ".md". */
  take(name: string): void {
    this.#taken.add(name.toLowerCase());
  }

  /** @param wanted see `noteNameOf` */
  give(wanted: string): string {
    let name = wanted;
    for (let n = 2; this.#taken.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
