/** What the kinds of a backup's records are called. */
import { type MessageKey, say } from '../../core/say.ts';
import type { BackupCounts, BackupKind } from './backup.ts';

const ONE: Readonly<Record<BackupKind, MessageKey>> = {
  paper: 'backupPaper',
  mark: 'backupMark',
  rule: 'backupRule',
  collection: 'backupCollection',
  setting: 'backupSetting',
  sighting: 'backupSighting',
};

const MANY: Readonly<Record<keyof BackupCounts, MessageKey>> = {
  papers: 'backupPapers',
  marks: 'backupMarks',
  rules: 'backupRules',
  collections: 'backupCollections',
  settings: 'backupSettings',
  sightings: 'backupSightings',
};

/** "paper" */
export const kindWord = (kind: BackupKind): string => say(ONE[kind]);

/** "papers" */
export const kindWords = (kinds: keyof BackupCounts): string => say(MANY[kinds]);
