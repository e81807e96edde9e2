/** The first line of a backup: what the file is, whether it can be understood, and how it was encrypted. */
import { ManiculeError } from '../../core/errors.ts';
import { say } from '../../core/say.ts';
import { clip } from '../../core/text.ts';
import { parseObject } from '../lines.ts';
import { readSealHeader, type SealHeader } from '../seal.ts';
import { BACKUP_FORMAT, BACKUP_VERSION } from '../to/backup.ts';

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
  if (!header) throw new ManiculeError('bad-file', say('backupNone'));
  const { version, since, exported, sealed, chunks } = header;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new ManiculeError('bad-file', say('backupNoVersion'));
  }
  if (typeof since === 'number' && since > BACKUP_VERSION) {
    throw new ManiculeError('bad-file', say('backupNewer', version, BACKUP_VERSION));
  }
  return {
    exported: typeof exported === 'string' ? clip(exported, 40) : '',
    version,
    promised: header,
    ...(sealed === undefined ? {} : { sealed: readSealHeader(sealed) }),
    ...(typeof chunks === 'number' ? { chunks } : {}),
  };
}
