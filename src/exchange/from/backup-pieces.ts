/** The lines of a backup file of any size, read piece by piece; encrypted chunks are opened one by one. */
import { ManiculeError } from '../../core/errors.ts';
import { say, sayMany } from '../../core/say.ts';
import { type Problem, parseObject } from '../lines.ts';
import { type Opener, openerOf } from '../seal.ts';
import { type BackupHead, readHead } from './backup-head.ts';

/** Bytes read at a time. */
const SLICE = 256 * 1024;
/** A header longer than this is none. */
const MAX_HEAD = 64 * 1024;

export interface ReadOptions {
  /** What opens an encrypted backup. */
  secret?: string | CryptoKey | undefined;
  signal?: AbortSignal | undefined;
}

/** One line of the file, with the bytes read so far. Line breaks and byte order mark are gone, blank lines left out. */
interface Line {
  line: number;
  text: string;
  bytes: number;
}

async function* linesOf(file: Blob): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  for (let at = 0; at < file.size || at === 0; at += SLICE) {
    const end = Math.min(at + SLICE, file.size);
    rest += decoder.decode(await file.slice(at, end).arrayBuffer(), { stream: end < file.size });
    let start = 0;
    for (let found = rest.indexOf('\n'); found >= 0; found = rest.indexOf('\n', start)) {
      line++;
      const text = rest.slice(start, found).trim();
      if (text !== '') yield { line, text, bytes: end };
      start = found + 1;
    }
    rest = rest.slice(start);
  }
  if (rest.trim() !== '') yield { line: line + 1, text: rest.trim(), bytes: file.size };
}

/**
 * What the first line says, the encryption included.
 * @throws ManiculeError 'bad-file' when it is no backup, or one that cannot be understood
 */
export async function backupHead(file: Blob): Promise<BackupHead> {
  for await (const { text } of linesOf(file.slice(0, MAX_HEAD))) return readHead(text);
  return readHead(undefined);
}

/** A sealed chunk's number and text; undefined where the line holds none. */
async function opened(
  content: string,
  open: Opener,
): Promise<{ n: number; text: string | undefined } | undefined> {
  const record = parseObject(content);
  if ('why' in record || record.value['kind'] !== 'sealed') return undefined;
  const { value } = record.value;
  const n: unknown = (value as { n?: unknown } | null)?.n;
  if (typeof n !== 'number') return undefined;
  return { n, text: await open(value as Record<string, unknown>, n) };
}

/** Which of the chunks 1…count are missing, in words. */
function missingChunks(met: ReadonlySet<number>, count: number | undefined, line: number): Problem[] {
  const missing = Array.from({ length: Math.min(count ?? 0, 1e6) }, (_, at) => at + 1).filter(
    (n) => !met.has(n),
  );
  if (missing.length === 0) return [];
  const [first = 0] = missing;
  const all = count ?? 0;
  const why =
    missing.length === 1
      ? say('backupPartLost', first, all)
      : sayMany('backupPartsLost', missing.length, all);
  return [{ line, why }];
}

/** Lines of one place in the file, or what is wrong there. */
export interface Piece {
  line: number;
  bytes: number;
  lines: readonly string[];
  problem?: string;
}

/** What is known when all was read. */
export interface End {
  /** Records of each kind that the file promises. */
  promised: Record<string, unknown>;
  /** Number of the last line. */
  last: number;
  problems: Problem[];
}

/**
 * The record lines of a file, one piece for each of its lines: one record of a plain file, a chunk of an encrypted one.
 * @throws ManiculeError 'bad-file' when it is no backup, or one that cannot be understood; 'locked-file' when it is
 *   encrypted and `secret` is missing or does not fit
 */
export async function* piecesOf(file: Blob, { secret, signal }: ReadOptions): AsyncGenerator<Piece, End> {
  const head = await backupHead(file);
  if (head.sealed && secret === undefined) {
    throw new ManiculeError('locked-file', say('backupLocked'));
  }
  const open = head.sealed && secret !== undefined ? await openerOf(head.sealed, secret) : undefined;
  const met = new Set<number>();
  let { promised } = head;
  let last = 0;
  for await (const { line, text, bytes } of linesOf(file)) {
    signal?.throwIfAborted();
    const isHead = last === 0;
    last = line;
    if (isHead) continue;
    const chunk = open && (await opened(text, open));
    if (!chunk) yield { line, bytes, lines: [text] };
    else if (chunk.text === undefined)
      yield { line, bytes, lines: [], problem: say('backupPartDamaged', chunk.n) };
    else if (!met.has(chunk.n)) {
      met.add(chunk.n);
      if (chunk.n > 0) yield { line, bytes, lines: chunk.text.split('\n').filter((one) => one !== '') };
      else {
        const counts = parseObject(chunk.text);
        if ('value' in counts) promised = counts.value;
      }
    }
  }
  return { promised, last: Math.max(last, 1), problems: open ? missingChunks(met, head.chunks, last) : [] };
}
