/** Reads a backup file of any size piece by piece, so that the page breathes; encrypted chunks are opened one by one. */
import { ManiculeError } from '../../core/errors.ts';
import { type Problem, parseObject } from '../lines.ts';
import { type Opener, openerOf } from '../seal.ts';
import { type BackupHead, LineReader, type ReadItem, readHead } from './backup-lines.ts';

/** Bytes read at a time, and how long lines are worked on before the page gets its turn, in ms. */
const SLICE = 256 * 1024;
const TURN = 8;
/** A header longer than this is none. */
const MAX_HEAD = 64 * 1024;

export interface BackupBatch {
  items: ReadItem[];
  problems: Problem[];
  /** Bytes read so far. */
  bytes: number;
}

export interface ReadOptions {
  /** What opens an encrypted backup. */
  secret?: string | CryptoKey | undefined;
  signal?: AbortSignal | undefined;
}

async function* linesOf(file: Blob): AsyncGenerator<{ line: number; text: string; bytes: number }> {
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
  const which = missing.length === 1 ? `Part ${missing[0]}` : `${missing.length} parts`;
  const why = `${which} of ${count} could not be opened: damaged, or cut off. Their records are missing.`;
  return [{ line, why }];
}

/**
 * The records of a backup, batch by batch. A line that is broken or not valid is named and skipped; what a cut or damaged
 * file does not hold is said in the last batch.
 * @throws ManiculeError 'bad-file' when it is no backup, or one that cannot be understood; 'locked-file' when it is
 *   encrypted and `secret` is missing or does not fit
 */
export async function* readBackupFile(
  file: Blob,
  { secret, signal }: ReadOptions = {},
): AsyncGenerator<BackupBatch> {
  const head = await backupHead(file);
  const open = head.sealed && (secret === undefined ? 'locked' : await openerOf(head.sealed, secret));
  if (open === 'locked') {
    throw new ManiculeError(
      'locked-file',
      'This backup is encrypted: give its passphrase. Nothing was changed.',
    );
  }
  const reader = new LineReader();
  const met = new Set<number>();
  let promised = head.promised;
  let last = 1;
  let batch: BackupBatch = { items: [], problems: [], bytes: 0 };
  let began = performance.now();
  const take = (line: number, content: string) => {
    const found = reader.read(line, content);
    if (found && 'why' in found) batch.problems.push({ line, why: found.why });
    else if (found) batch.items.push(found.item);
  };
  let isHead = true;
  for await (const { line, text, bytes } of linesOf(file)) {
    signal?.throwIfAborted();
    batch.bytes = bytes;
    last = line;
    if (isHead) {
      isHead = false;
      continue;
    }
    const chunk = open && (await opened(text, open));
    if (!chunk) take(line, text);
    else if (chunk.text === undefined)
      batch.problems.push({ line, why: `Part ${chunk.n} is damaged; its records are missing.` });
    else if (met.has(chunk.n)) continue;
    else {
      met.add(chunk.n);
      if (chunk.n === 0) {
        const counts = parseObject(chunk.text);
        if ('value' in counts) promised = counts.value;
      } else for (const inner of chunk.text.split('\n')) if (inner !== '') take(line, inner);
    }
    if (performance.now() - began < TURN) continue;
    yield batch;
    batch = { items: [], problems: [], bytes };
    began = performance.now();
  }
  if (open) batch.problems.push(...missingChunks(met, head.chunks, last));
  batch.problems.push(...reader.end(promised, last));
  yield { ...batch, bytes: file.size };
}
