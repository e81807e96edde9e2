/** The one manifest.json, as each browser wants it. crxjs bundles what it names but translates nothing. */
import base from '../../manifest.json' with { type: 'json' };

export type BrowserName = 'chrome' | 'firefox';
export const BROWSERS: readonly BrowserName[] = ['chrome', 'firefox'];

/** Keys that one of the browsers does not know, or knows as something else. */
type Own =
  | 'background'
  | 'options_ui'
  | 'browser_specific_settings'
  | 'minimum_chrome_version'
  | 'side_panel'
  | 'sidebar_action';

type Manifest = Omit<typeof base, Own> & {
  background: { service_worker: string; type: string } | { scripts: string[] };
  options_ui?: typeof base.options_ui;
  side_panel?: typeof base.side_panel;
  sidebar_action?: typeof base.sidebar_action;
  browser_specific_settings?: typeof base.browser_specific_settings;
  minimum_chrome_version?: string;
};

/**
 * The manifest given to the bundler for `browser`; Firefox runs an event page where Chrome has a service worker, and has
 * a sidebar, which needs no permission, where Chrome has a side panel.
 */
export function manifestFor(browser: BrowserName): Manifest {
  const { browser_specific_settings, minimum_chrome_version, side_panel, sidebar_action, ...shared } =
    structuredClone(base);
  if (browser === 'chrome') return { ...shared, side_panel, minimum_chrome_version };
  return {
    ...shared,
    permissions: shared.permissions.filter((one) => one !== 'sidePanel'),
    sidebar_action,
    background: { scripts: [shared.background.service_worker] }, // crxjs adds type: module
    browser_specific_settings,
  };
}

/** Keys that name pages. */
const PAGES = ['options_ui', 'side_panel', 'sidebar_action'] as const;

/** For the bundler, which makes of each page that the manifest names what all pages share; see page-files.ts. */
export function withoutPages(manifest: Manifest): Manifest {
  const { default_popup: _, ...action } = manifest.action;
  const out = { ...manifest, action: action as Manifest['action'] };
  for (const key of PAGES) delete out[key];
  return out;
}

/** What `withoutPages` left out, as the manifest has it. */
export function pagesOf(manifest: Manifest): Partial<Manifest> {
  const { action } = manifest;
  return Object.assign({ action }, ...PAGES.map((key) => (manifest[key] ? { [key]: manifest[key] } : {})));
}

/** The content scripts of sites read from install: each one classic script, so that nothing has to be web-accessible. */
export const CONTENT_SCRIPTS: readonly string[] = base.content_scripts.flatMap(({ js }) => js);
