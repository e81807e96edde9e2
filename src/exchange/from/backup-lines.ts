/** The lines of a backup (its form: `../to/backup.ts`), checked one by one: what is broken is named, the rest is read. */
import * as v from 'valibot';
import type { Collection } from '../../core/collections.ts';
import type { Mark } from '../../core/mark.ts';
import type { Paper, Sighting } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { clip } from '../../core/text.ts';
import { type Problem, parseObject } from '../lines.ts';
import { CollectionSchema, MarkSchema, PaperSchema, SightingSchema } from '../schemas.ts';
import { BACKUP_KINDS, type BackupCounts, type BackupKind } from '../to/backup.ts';
import { kindWord, kindWords } from '../to/backup-words.ts';

/** One record. Rules and settings are objects, otherwise unchecked: whoever owns them validates them. */
export type ReadItem =
  | { kind: 'paper'; value: Paper }
  | { kind: 'mark'; value: Mark }
  | { kind: 'rule' | 'setting'; value: Record<string, unknown> }
  | { kind: 'collection'; value: Collection }
  | { kind: 'sighting'; value: Sighting };

const RecordSchema = v.custom<Record<string, unknown>>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  () => say('schemaNoObject'),
);

const SCHEMAS = {
  paper: PaperSchema,
  mark: MarkSchema,
  rule: RecordSchema,
  collection: CollectionSchema,
  setting: RecordSchema,
  sighting: SightingSchema,
} as const satisfies Record<BackupKind, v.GenericSchema>;

const isKind = (kind: unknown): kind is BackupKind =>
  typeof kind === 'string' && Object.hasOwn(SCHEMAS, kind);

/** `links.page: Invalid type: …` of the first issue. */
function reason(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return clip(path ? `${path}: ${issue.message}` : issue.message, 200);
}

/** What this version does not know: a kind of records, or a field of a kind it knows. */
interface Unknown {
  what: { kind: string } | { kind: BackupKind; field: string };
  /** The first that has it. */
  line: number;
  count: number;
}

/** Reads line after line, and says in the end what the file promised and did not hold. */
export class LineReader {
  readonly #met: Record<BackupKind, number> = {
    paper: 0,
    mark: 0,
    rule: 0,
    collection: 0,
    setting: 0,
    sighting: 0,
  };
  /** What is not known here, by what it is. */
  readonly #unknown = new Map<string, Unknown>();

  /** The record of a line, or why there is none; neither for a kind that is not known here, which is counted. */
  read(line: number, content: string): { item: ReadItem } | { why: string } | undefined {
    const record = parseObject(content);
    if ('why' in record) return record;
    const { kind, value } = record.value;
    if (!isKind(kind)) {
      this.#note({ kind: clip(JSON.stringify(kind) ?? 'none', 40) }, line);
      return undefined;
    }
    this.#met[kind]++;
    const result = v.safeParse(SCHEMAS[kind] as v.GenericSchema, value, { abortEarly: true });
    if (!result.success) return { why: say('backupInvalid', kindWord(kind), reason(result.issues[0])) };
    const output = result.output as Record<string, unknown>;
    for (const key of Object.keys(value as object)) {
      if (!Object.hasOwn(output, key)) this.#note({ field: clip(key, 40), kind }, line);
    }
    return { item: { kind, value: output } as ReadItem };
  }

  #note(what: Unknown['what'], line: number): void {
    const name = JSON.stringify(what);
    const known = this.#unknown.get(name);
    if (known) known.count++;
    else if (this.#unknown.size < 1_000) this.#unknown.set(name, { what, line, count: 1 });
  }

  /** What is missing, and what was left out because this version does not know it. @param last number of the last line */
  end(promised: Record<string, unknown>, last: number): Problem[] {
    const problems = [...this.#unknown.values()].map(({ what, line, count }) => ({
      line,
      why:
        'field' in what
          ? say('backupUnknownField', count, what.field, kindWord(what.kind))
          : say('backupUnknownKind', count, what.kind),
    }));
    for (const [kind, key] of Object.entries(BACKUP_KINDS) as [BackupKind, keyof BackupCounts][]) {
      const expected = promised[key];
      if (typeof expected === 'number' && expected > this.#met[kind]) {
        const why = say('backupPromised', expected, kindWords(key), this.#met[kind]);
        problems.push({ line: last, why });
      }
    }
    return problems;
  }
}
