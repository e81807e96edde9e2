/** What the reader can set. One object, kept in `storage.local`; unknown or broken values fall back one by one. */
import { DEFAULT_EXPORT, type ExportChoices, readExportChoices } from './export-choices.ts';
import { DEFAULT_PAGE_SETTINGS, type PageSettings, readPageSettings } from './page-settings.ts';
import { readTopicChoices, type TopicChoices } from './topics.ts';

export interface Settings extends PageSettings {
  /** Unmarked papers not met for this many days are swept; 0: never. */
  retentionDays: number;
  density: 'comfortable' | 'compact';
  /** A click on the toolbar button looks for papers on pages of no known site. */
  anyPage: boolean;
  /** Ask other servers for what saved papers lack. */
  lookUpSaved: boolean;
  /** The reader's own key for OpenAlex; '': none. */
  openAlexKey: string;
  /** How the reader last exported. */
  exportChoices: ExportChoices;
  /** What the reader says about what was learned; read with `readCorrections`. */
  corrections: unknown;
  /** How topics are shown: names, colours, what is hidden or merged. */
  topicChoices: TopicChoices;
  /** Searches kept under a name, as stored: `readSavedSearches` checks them where they are used, since content scripts have no room for it. */
  savedSearches: readonly unknown[];
  /** The library's table: `readTable` checks it where it is used, as with saved searches. */
  libraryTable: unknown;
  /** Talk to the Zotero that runs on this machine. */
  zotero: boolean;
  /** Send to it whatever is saved. */
  zoteroOnSave: boolean;
  /** Where in Zotero: "L1" a library, "C23" a collection; '': what is selected there. */
  zoteroTarget: string;
  /** What it is called, for when Zotero cannot be asked. */
  zoteroTargetName: string;
}

/** What belongs to this browser alone: never in a backup, never taken over from one. */
export const OWN_SETTINGS = [
  'lookUpSaved',
  'lookUpInView',
  'openAlexKey',
  'zotero',
  'zoteroOnSave',
  'zoteroTarget',
  'zoteroTargetName',
] as const;

/** `settings` without what belongs to this browser alone. */
export function portable(settings: Settings): Omit<Settings, (typeof OWN_SETTINGS)[number]> {
  const { lookUpSaved: _saved, lookUpInView: _view, openAlexKey: _key, ...others } = settings;
  const {
    zotero: _zotero,
    zoteroOnSave: _auto,
    zoteroTarget: _id,
    zoteroTargetName: _name,
    ...rest
  } = others;
  return rest;
}

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_PAGE_SETTINGS,
  retentionDays: 365,
  density: 'comfortable',
  anyPage: true,
  lookUpSaved: false,
  openAlexKey: '',
  exportChoices: readExportChoices(DEFAULT_EXPORT),
  corrections: null,
  topicChoices: {},
  savedSearches: [],
  libraryTable: null,
  zotero: false,
  zoteroOnSave: false,
  zoteroTarget: '',
  zoteroTargetName: '',
};

const MOST_DAYS = 36_500;

/** The settings in `stored`, each value that is missing or of the wrong kind replaced by its default. */
export function readSettings(stored: unknown): Settings {
  const out: Settings = { ...DEFAULT_SETTINGS, ...readPageSettings(stored) };
  if (typeof stored !== 'object' || stored === null) return out;
  const given = stored as Record<string, unknown>;
  for (const key of ['anyPage', 'lookUpSaved', 'zotero', 'zoteroOnSave'] as const)
    if (typeof given[key] === 'boolean') out[key] = given[key];
  const days = given['retentionDays'];
  if (typeof days === 'number' && days >= 0 && days <= MOST_DAYS) out.retentionDays = Math.round(days);
  if (given['density'] === 'compact' || given['density'] === 'comfortable') out.density = given['density'];
  const key = given['openAlexKey'];
  if (typeof key === 'string' && /^[\w-]{0,100}$/.test(key)) out.openAlexKey = key;
  const target = given['zoteroTarget'];
  const name = given['zoteroTargetName'];
  if (typeof target === 'string' && /^[LC]\d{1,15}$/.test(target)) {
    out.zoteroTarget = target;
    if (typeof name === 'string') out.zoteroTargetName = name.slice(0, 200);
  }
  out.exportChoices = readExportChoices(given['exportChoices']);
  out.corrections = given['corrections'] ?? null;
  out.topicChoices = readTopicChoices(given['topicChoices']);
  out.libraryTable = given['libraryTable'] ?? null;
  if (Array.isArray(given['savedSearches'])) out.savedSearches = given['savedSearches'];
  return out;
}
