/** Reads a backup (its form: `to/backup.ts`). Broken lines are reported and skipped; the rest is read. */
import * as v from 'valibot';
import { ManiculeError } from '../../core/errors.ts';
import type { Mark } from '../../core/mark.ts';
import type { Paper, Sighting } from '../../core/paper.ts';
import { clip } from '../../core/text.ts';
import { numberedLines, type Problem, parseObject } from '../lines.ts';
import { MarkSchema, PaperSchema, SightingSchema } from '../schemas.ts';
import { BACKUP_FORMAT, BACKUP_KINDS, BACKUP_VERSION, type BackupKind } from '../to/backup.ts';

export interface Backup {
  /** ISO time as the header has it; '' when it has none. */
  exported: string;
  papers: Paper[];
  marks: Mark[];
  /** Objects, otherwise unchecked: whoever owns rules and settings validates them. */
  rules: Record<string, unknown>[];
  settings: Record<string, unknown>[];
  sightings: Sighting[];
  problems: Problem[];
}

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

/** Whether a text begins like a backup. */
export function isBackup(text: string): boolean {
  const first = numberedLines(text).next().value;
  const header = first ? parseObject(first.text) : undefined;
  return header !== undefined && 'value' in header && header.value['format'] === BACKUP_FORMAT;
}

function readHeader(text: string | undefined): Record<string, unknown> {
  const header = text === undefined ? undefined : parseObject(text);
  if (!header || !('value' in header) || header.value['format'] !== BACKUP_FORMAT) {
    throw new ManiculeError('bad-file', 'This file is not a Manicule backup. Nothing was changed.');
  }
  const version = header.value['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new ManiculeError(
      'bad-file',
      'This backup does not say which version wrote it. Nothing was changed.',
    );
  }
  if (version > BACKUP_VERSION) {
    throw new ManiculeError(
      'bad-file',
      `This backup was written by a newer Manicule (format ${version}; this one reads up to ${BACKUP_VERSION}). Update the extension, then restore it. Nothing was changed.`,
    );
  }
  return header.value;
}

/** `links.page: Invalid type: …` of the first issue. */
function reason(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return clip(path ? `${path}: ${issue.message}` : issue.message, 200);
}

/**
 * Reads a backup. Papers, marks and sightings are validated (see `schemas.ts`); a line that is broken, of an unknown
 * kind or not valid is named in `problems` and skipped, and so is a count that shows the file was cut short.
 * @throws ManiculeError 'bad-file' when it is no backup, or one of a newer version
 */
export function readBackup(text: string): Backup {
  const lines = numberedLines(text);
  const header = readHeader(lines.next().value?.text);
  const exported = typeof header['exported'] === 'string' ? clip(header['exported'], 40) : '';
  const out: Backup = {
    exported,
    papers: [],
    marks: [],
    rules: [],
    settings: [],
    sightings: [],
    problems: [],
  };
  const met: Record<BackupKind, number> = { paper: 0, mark: 0, rule: 0, setting: 0, sighting: 0 };
  let last = 1;
  for (const { line, text: content } of lines) {
    last = line;
    const why = readLine(content, out, met);
    if (why) out.problems.push({ line, why });
  }
  for (const [kind, key] of Object.entries(BACKUP_KINDS) as [BackupKind, string][]) {
    const expected = header[key];
    if (typeof expected === 'number' && expected > met[kind]) {
      const why = `The file promises ${expected} ${key} and holds ${met[kind]}: it may have been cut short.`;
      out.problems.push({ line: last, why });
    }
  }
  return out;
}

/** Adds the record of a line to `out`, or says why there is none. */
function readLine(content: string, out: Backup, met: Record<BackupKind, number>): string | undefined {
  const record = parseObject(content);
  if ('why' in record) return record.why;
  const { kind, value } = record.value;
  if (!isKind(kind))
    return `Records of the kind ${clip(JSON.stringify(kind) ?? 'none', 40)} are not known here.`;
  met[kind]++;
  const result = v.safeParse(SCHEMAS[kind], value, { abortEarly: true });
  if (!result.success) return `The ${kind} is not valid (${reason(result.issues[0])}).`;
  (out[BACKUP_KINDS[kind]] as unknown[]).push(result.output);
  return undefined;
}
