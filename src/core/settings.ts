/** What the reader can set. One object, kept in `storage.local`; unknown or broken values fall back one by one. */
import { DEFAULT_EXPORT, type ExportChoices, readExportChoices } from './export-choices.ts';
import { readTopicChoices, type TopicChoices } from './topics.ts';

export interface Settings {
  /** Marks, bar and keys in pages at all. */
  inPage: boolean;
  keyboard: boolean;
  pageBar: boolean;
  /** The bar shrunk to the hand. */
  barCollapsed: boolean;
  /** Where the bar was put: distance in px from the right and the bottom edge of the window. */
  barRight: number;
  barBottom: number;
  /** Leave dismissed entries out of the page. */
  hideDismissed: boolean;
  highlightWords: boolean;
  /** Unmarked papers not met for this many days are swept; 0: never. */
  retentionDays: number;
  /** Site ids switched off by the reader. */
  sitesOff: string[];
  density: 'comfortable' | 'compact';
  /** A click on the toolbar button looks for papers on pages of no known site. */
  anyPage: boolean;
  /** Ask other servers for what saved papers lack. */
  lookUpSaved: boolean;
  /** The same for every entry of a listing that comes into view. */
  lookUpInView: boolean;
  /** The reader's own key for OpenAlex; '': none. */
  openAlexKey: string;
  /** How the reader last exported. */
  exportChoices: ExportChoices;
  /** Learn from what is saved how well papers fit, and show it. */
  relevance: boolean;
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
  inPage: true,
  keyboard: true,
  pageBar: true,
  barCollapsed: false,
  barRight: 16,
  barBottom: 16,
  hideDismissed: false,
  highlightWords: true,
  retentionDays: 365,
  sitesOff: [],
  density: 'comfortable',
  anyPage: true,
  lookUpSaved: false,
  lookUpInView: false,
  openAlexKey: '',
  exportChoices: readExportChoices(DEFAULT_EXPORT),
  relevance: true,
  corrections: null,
  topicChoices: {},
  savedSearches: [],
  libraryTable: null,
  zotero: false,
  zoteroOnSave: false,
  zoteroTarget: '',
  zoteroTargetName: '',
};

/** The settings in `stored`, each value that is missing or of the wrong kind replaced by its default. */
export function readSettings(stored: unknown): Settings {
  const out: Settings = { ...DEFAULT_SETTINGS, sitesOff: [] };
  if (typeof stored !== 'object' || stored === null) return out;
  const given = stored as Record<string, unknown>;
  const bool = (
    key:
      | 'inPage'
      | 'keyboard'
      | 'pageBar'
      | 'barCollapsed'
      | 'hideDismissed'
      | 'highlightWords'
      | 'anyPage'
      | 'lookUpSaved'
      | 'lookUpInView'
      | 'zotero'
      | 'zoteroOnSave'
      | 'relevance',
  ) => {
    if (typeof given[key] === 'boolean') out[key] = given[key];
  };
  const size = (key: 'barRight' | 'barBottom' | 'retentionDays', max: number) => {
    const value = given[key];
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= max)
      out[key] = Math.round(value);
  };
  bool('inPage');
  bool('keyboard');
  bool('pageBar');
  bool('barCollapsed');
  bool('hideDismissed');
  bool('highlightWords');
  bool('anyPage');
  bool('lookUpSaved');
  bool('lookUpInView');
  bool('zotero');
  bool('zoteroOnSave');
  bool('relevance');
  size('barRight', 10_000);
  size('barBottom', 10_000);
  size('retentionDays', 36_500);
  if (Array.isArray(given['sitesOff'])) {
    out.sitesOff = given['sitesOff'].filter((id): id is string => typeof id === 'string');
  }
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
