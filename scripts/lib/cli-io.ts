/** What the commands read and write: a file or stdin, text without loss, lines that a slow reader never truncates. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { textOfFile } from '../../src/exchange/from/file-text.ts';

/** A failure of the command line with its exit code: 1 wrong use or bad input, 3 a layout that is not known. */
export class CliError extends Error {
  readonly code: 1 | 3;

  constructor(code: 1 | 3, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** The bytes of `file`, or of stdin for `-` and none. @throws CliError 1 when it cannot be read. */
export async function readInput(file: string | undefined): Promise<Buffer> {
  if (file === undefined || file === '-') {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }
  try {
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : (code ?? String(error));
    throw new CliError(1, `${file} cannot be read: ${why}.`);
  }
}

/** `bytes` as UTF-8, or undefined where they are none. */
export function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** `bytes` as text, whatever they hold, as an import in the browser reads them. */
export const textIn = (bytes: Buffer): Promise<string> => textOfFile(new Blob([new Uint8Array(bytes)]));

/** Writes to stdout and waits while its reader is behind, so that a pipe gets everything. */
export async function write(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** One JSON value on a line of its own. */
export const writeLine = (value: unknown): Promise<void> => write(`${JSON.stringify(value)}\n`);

/** Says what went wrong without stopping: the rest is still worked on, and the exit code tells. */
export function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** How messages name an input. */
export const nameOf = (file: string | undefined): string =>
  file === undefined || file === '-' ? 'stdin' : file;
