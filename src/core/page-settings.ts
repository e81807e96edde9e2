/** The settings that scripts in pages go by, with no more code than these need: content scripts have no room for it. */

export interface PageSettings {
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
  /** Site ids switched off by the reader. */
  sitesOff: string[];
  /** Ask other servers for what every entry lacks that comes into view. */
  lookUpInView: boolean;
  /** Learn from what is saved how well papers fit, and show it. */
  relevance: boolean;
}

export const DEFAULT_PAGE_SETTINGS: Readonly<PageSettings> = {
  inPage: true,
  keyboard: true,
  pageBar: true,
  barCollapsed: false,
  barRight: 16,
  barBottom: 16,
  hideDismissed: false,
  highlightWords: true,
  sitesOff: [],
  lookUpInView: false,
  relevance: true,
};

/** Farthest the bar may be put from an edge, in px. */
const FARTHEST = 10_000;

/** The settings in `stored`, each value that is missing or of the wrong kind replaced by its default. */
export function readPageSettings(stored: unknown): PageSettings {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const read = (key: string, normal: unknown): unknown => {
    const value = given[key];
    if (Array.isArray(normal))
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [...normal];
    if (typeof value !== typeof normal) return normal;
    // the other kind there is
    if (typeof value !== 'number') return value;
    return value >= 0 && value <= FARTHEST ? Math.round(value) : normal;
  };
  const all = Object.entries(DEFAULT_PAGE_SETTINGS).map(([key, normal]) => [key, read(key, normal)]);
  return Object.fromEntries(all) as PageSettings;
}
