/** Loaded by a page of the extension that has a saved page to read: the readers of all sites, as they read the site itself. */
import { type ReadSaved, SAVED_SCOPE } from '../../core/saved-page.ts';
import { anyKnown } from '../../sites/any.ts';
import { siteFor } from '../../sites/index.ts';
import { type Reading, readSteps } from '../../sites/read-page.ts';
import { breathe, SLICE_MS } from '../dom.ts';

/** The page as a document at its own address, against which its links are resolved. Nothing of it is loaded or run. */
function documentOf(html: string, url: URL): Document {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const base = doc.querySelector('base[href]')?.getAttribute('href') ?? '';
  const baseURI = URL.canParse(base, url) ? new URL(base, url).href : url.href;
  Object.defineProperties(doc, { URL: { value: url.href }, baseURI: { value: baseURI } });
  return doc;
}

const read: ReadSaved = async (html, address) => {
  const url = new URL(address);
  const doc = documentOf(html, url);
  const { site, listing } = siteFor(url) ?? anyKnown(doc, url);
  const steps = readSteps(site, listing, doc, url);
  let step: IteratorResult<void, Reading> = steps.next();
  for (let since = performance.now(); !step.done; step = steps.next()) {
    if (performance.now() - since < SLICE_MS) continue;
    await breathe();
    since = performance.now();
  }
  const { entries, problems } = step.value;
  return { entries, problems };
};

SAVED_SCOPE.maniculeSaved = read;
