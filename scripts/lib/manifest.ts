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

/**
 * For the bundler, which would make of the pages and scripts that the manifest names what all of them share; see
 * page-files.ts and site-scripts.ts.
 */
export function forBundler(manifest: Manifest): Manifest {
  const { default_popup: _, ...action } = manifest.action;
  const out = { ...manifest, action: action as Manifest['action'], content_scripts: [] };
  for (const key of PAGES) delete out[key];
  return out;
}

/** What `forBundler` left out, as the browser is to find it: scripts by the names of the built ones. */
export function builtApart({ action, content_scripts, ...manifest }: Manifest): Partial<Manifest> {
  const scripts = content_scripts.map(({ js, ...one }) => ({ ...one, js: js.map(builtName) }));
  const pages = PAGES.map((key) => (manifest[key] ? { [key]: manifest[key] } : {}));
  return Object.assign({ action, content_scripts: scripts }, ...pages);
}

const builtName = (source: string): string => source.replace(/\.ts$/, '.js');
