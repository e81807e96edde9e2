/** Finds out whether this page lists papers, and follows the reader from page to page. Started by the files in `on/`. */
import type { PageReport, TabMessages } from '../core/messages.ts';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '../core/page-settings.ts';
import { alive } from '../platform/lifetime.ts';
import { loadPageSettings, onPageSettings } from '../platform/page-settings.ts';
import { answer } from '../platform/rpc.ts';
import { type Known, knownAt } from '../sites/known.ts';
import { parsed } from './dom.ts';
import { bare, followAddress } from './live.ts';
import { rescued, shelf } from './shelf.ts';
import { PageVisit } from './visit.ts';

let current: { visit: PageVisit; known: Known; controller: AbortController } | undefined;
let listening = false;
/** A visit is about to begin, or was held back by the reader's settings. */
let next: 'reading' | 'off' | 'absent' = 'absent';
/** Counts beginnings: only the last one goes through. */
let turn = 0;
/** The reader took back the permission; whoever gives it again starts the script again. */
let ended = false;
/** Event of a document by which a script tells one that an update of the extension cut off, and left running, that it has come. */
const SUCCEEDED = 'manicule';

const isOn = (site: string, settings: PageSettings): boolean =>
  settings.inPage && !settings.sitesOff.includes(site);

const nothing = (): PageReport => ({
  site: knownAt(new URL(location.href), shelf().sites)?.site.id ?? '',
  url: location.href,
  state: next,
  read: 0,
  ids: [],
});

/** Answers the popup; registered once there is something to tell. */
function listen(): void {
  if (listening) return;
  listening = true;
  answer<TabMessages>(
    {
      'tab.report': async () => current?.visit.report() ?? nothing(),
      'tab.outline': async () => ({ text: (await current?.visit.outline()) ?? '' }),
      'tab.refresh': async ({ ids }) => {
        await current?.visit.refresh(ids);
        return {};
      },
      'tab.show': async ({ id }) => ({ found: current?.visit.show(id) ?? false }),
      'tab.end': async () => {
        ended = true;
        await begin();
        return {};
      },
    },
    (_type, payload) => payload, // content scripts hear from their own extension only
    (_type, error) => ({ failure: { code: 'bad-message', sentence: String(error) } }),
  );
  onPageSettings((settings) => {
    if (!alive()) return;
    const found = knownAt(new URL(location.href), shelf().sites) ?? current?.known;
    const wanted = found !== undefined && isOn(found.site.id, settings);
    if (wanted === (current !== undefined)) current?.visit.setSettings(settings);
    else void begin(settings);
  });
}

/** Starts the visit of the page at the present address, ending the one before. */
async function begin(given?: PageSettings): Promise<void> {
  current?.controller.abort();
  current = undefined;
  next = 'absent';
  const mine = ++turn;
  if (ended) return;
  const url = new URL(location.href);
  const { sites, any } = shelf();
  const known = knownAt(url, sites);
  if (!known && !any) return;
  next = 'reading';
  listen();
  // asked for while the page is still being parsed, so that the first marks come with its first frame
  const settings = given ?? (await loadPageSettings().catch(() => DEFAULT_PAGE_SETTINGS));
  if (!known?.listing.early) await parsed();
  if (known?.listing.kind === 'paper' && shelf().later) await rescued();
  const found = known ?? (await rescued())?.known(document, url);
  // the reader may have gone on, or changed a setting, while this waited
  if (mine !== turn || bare(url.href) !== bare(location.href)) return;
  next = !found ? 'absent' : isOn(found.site.id, settings) ? 'reading' : 'off';
  if (!found || next === 'off') return;
  const controller = new AbortController();
  const visit = new PageVisit(found.site, found.listing, url, settings, controller.signal);
  current = { visit, known: found, controller };
  await visit.start();
}

/** Begins, once a page: started again, it looks at the page anew where nothing is being read. */
export function start(): void {
  const here = shelf();
  if (here.again) {
    here.again();
    return;
  }
  here.again = () => {
    ended = false;
    if (!current) void begin();
  };
  const life = new AbortController();
  // none is left where the page is only coming: it need not know of us
  if (document.readyState !== 'loading') document.dispatchEvent(new Event(SUCCEEDED));
  document.addEventListener(
    SUCCEEDED,
    () => {
      if (alive()) return; // the page itself said so
      life.abort();
      ended = true;
      void begin();
    },
    { signal: life.signal },
  );
  const address = followAddress(() => void begin(), life.signal);
  void begin().then(() => address.check());
}
