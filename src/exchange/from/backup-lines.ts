/** The lines of a backup (its form: `../to/backup.ts`), checked one by one: what is broken is named, the rest is read. */
import * as v from 'valibot';
import { ManiculeError } from '../../core/errors.ts';
import type { Mark } from '../../core/mark.ts';
import type { Paper, Sighting } from '../../core/paper.ts';
import { clip } from '../../core/text.ts';
import { type Problem, parseObject } from '../lines.ts';
import { MarkSchema, PaperSchema, SightingSchema } from '../schemas.ts';
import { readSealHeader, type SealHeader } from '../seal.ts';
import { BACKUP_FORMAT, BACKUP_KINDS, BACKUP_VERSION, type BackupKind } from '../to/backup.ts';

/** One record. Rules and settings are objects, otherwise unchecked: whoever owns them validates them. */
export type ReadItem =
  | { kind: 'paper'; value: Paper }
  | { kind: 'mark'; value: Mark }
  | { kind: 'rule' | 'setting'; value: Record<string, unknown> }
  | { kind: 'sighting'; value: Sighting };

const RecordSchema = v.custom<Record<string, unknown>>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  'is no object',
);

const SCHEMAS = {
  paper: PaperSchema,
  mark: MarkSchema,
  rule: RecordSchema,
  setting: RecordSchema,
  sighting: SightingSchema,
} as const satisfies Record<BackupKind, v.GenericSchema>;

const isKind = (kind: unknown): kind is BackupKind =>
  typeof kind === 'string' && Object.hasOwn(SCHEMAS, kind);

export interface BackupHead {
  /** ISO time as the header has it; '' when it has none. */
  exported: string;
  version: number;
  /** How the file was encrypted; undefined: it was not. */
  sealed?: SealHeader;
  /** Sealed chunks the file promises. */
  chunks?: number;
  /** Records of each kind it promises, as far as it says. */
  promised: Record<string, unknown>;
}

/** The format a first line names; undefined where it names none. */
export function headerOf(text: string | undefined): Record<string, unknown> | undefined {
  const header = text === undefined ? undefined : parseObject(text);
  return header && 'value' in header && header.value['format'] === BACKUP_FORMAT ? header.value : undefined;
}

/**
 * Reads the first line. A newer version's file is read for what is known here, unless it says that it cannot be.
 * @throws ManiculeError 'bad-file' when it is no backup's, or one that cannot be understood
 */
export function readHead(text: string | undefined): BackupHead {
  const header = headerOf(text);
  if (!header)
    throw new ManiculeError('bad-file', 'This file is not a Manicule backup. Nothing was changed.');
  const { version, since, exported, sealed, chunks } = header;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new ManiculeError(
      'bad-file',
      'This backup does not say which version wrote it. Nothing was changed.',
    );
  }
  if (typeof since === 'number' && since > BACKUP_VERSION) {
    throw new ManiculeError(
      'bad-file',
      `This backup was written by a newer Manicule (format ${version}; this one reads up to ${BACKUP_VERSION}). Update the extension, then restore it. Nothing was changed.`,
    );
  }
  return {
    exported: typeof exported === 'string' ? clip(exported, 40) : '',
    version,
    promised: header,
    ...(sealed === undefined ? {} : { sealed: readSealHeader(sealed) }),
    ...(typeof chunks === 'number' ? { chunks } : {}),
  };
}

/** `links.page: Invalid type: …` of the first issue. */
function reason(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return clip(path ? `${path}: ${issue.message}` : issue.message, 200);
}

/** Reads line after line, and says in the end what the file promised and did not hold. */
export class LineReader {
  readonly #met: Record<BackupKind, number> = { paper: 0, mark: 0, rule: 0, setting: 0, sighting: 0 };
  /** What is not known here → the first line that has it, and how many have. */
  readonly #unknown = new Map<string, { line: number; count: number }>();

  /** The record of a line, or why there is none; neither for a kind that is not known here, which is counted. */
  read(line: number, content: string): { item: ReadItem } | { why: string } | undefined {
    const record = parseObject(content);
    if ('why' in record) return record;
    const { kind, value } = record.value;
    if (!isKind(kind)) {
      this.#note(`records of the kind ${clip(JSON.stringify(kind) ?? 'none', 40)}`, line);
      return undefined;
    }
    this.#met[kind]++;
    const result = v.safeParse(SCHEMAS[kind] as v.GenericSchema, value, { abortEarly: true });
    if (!result.success) return { why: `The ${kind} is not valid (${reason(result.issues[0])}).` };
    const output = result.output as Record<string, unknown>;
    for (const key of Object.keys(value as object)) {
      if (!Object.hasOwn(output, key)) this.#note(`fields “${clip(key, 40)}” of a ${kind}`, line);
    }
    return { item: { kind, value: output } as ReadItem };
  }

  #note(what: string, line: number): void {
    const known = this.#unknown.get(what);
    if (known) known.count++;
    else if (this.#unknown.size < 1_000) this.#unknown.set(what, { line, count: 1 });
  }

  /** What is missing, and what was left out because this version does not know it. @param last number of the last line */
  end(promised: Record<string, unknown>, last: number): Problem[] {
    const problems = [...this.#unknown].map(([what, { line, count }]) => ({
      line,
      why: `Not known to this version and left out: ${count} × ${what}.`,
    }));
    for (const [kind, key] of Object.entries(BACKUP_KINDS) as [BackupKind, string][]) {
      const expected = promised[key];
      if (typeof expected === 'number' && expected > this.#met[kind]) {
        const why = `The file promises ${expected} ${key} and holds ${this.#met[kind]}: it may have been cut short.`;
        problems.push({ line: last, why });
      }
    }
    return problems;
  }
}
