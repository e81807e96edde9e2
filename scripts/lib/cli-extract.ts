/** `extract`: the entries of a saved page or of a plain-text digest, one JSON line each. */
import { siteName } from '../../src/core/catalog.ts';
import type { Entry } from '../../src/core/paper.ts';
import { readDigest } from '../../src/exchange/from/digest.ts';
import { anyKnown } from '../../src/sites/any.ts';
import { siteFor } from '../../src/sites/index.ts';
import { fallsShort } from '../../src/sites/ladder.ts';
import { readPage } from '../../src/sites/read-page.ts';
import { CliError, complain, nameOf, readInput, textIn, utf8, writeLine } from './cli-io.ts';

/** The fields of the contract first, in its order; what more is known of the entry follows. */
function lineOf(entry: Entry): Record<string, unknown> {
  const {
    id,
    site,
    title,
    authors,
    abstract,
    published,
    venue,
    categories,
    entryType,
    upvotes,
    links,
    position,
    ...more
  } = entry;
  return {
    id,
    site,
    title,
    authors,
    abstract,
    published,
    venue,
    categories,
    entryType,
    upvotes,
    links: { page: links.page, pdf: links.pdf, html: links.html, code: links.code, project: links.project },
    position,
    ...more,
  };
}

const HOW = { era: 'by an older layout', embedded: 'from the data it carries', links: 'by their links' };

/** @throws CliError 1 for what is no web address. */
export function address(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new CliError(
      1,
      `“${text}” is no web address; give the one the page was saved from, such as https://arxiv.org/list/cs.CL/new.`,
    );
  }
  return url;
}

/** What the readers of sites make of a saved page: that of its address, else the one that reads any page by its links. */
export async function readSavedPage(url: URL, bytes: Buffer) {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  // pages that are no UTF-8 say themselves what they are; a console of its own keeps style sheet complaints out
  const dom = new JSDOM(utf8(bytes) ?? bytes, { url: url.href, virtualConsole: new VirtualConsole() });
  const found = siteFor(url) ?? anyKnown(dom.window.document, url);
  const reading = readPage(found.site, found.listing, dom.window.document, url);
  return { site: found.site.id, reading, close: () => dom.window.close() };
}

/** @returns the exit code. @throws CliError 3 when the layout is not recognised. A page of no known site is read by its links. */
export async function extractPage(href: string, file: string | undefined): Promise<number> {
  const { site, reading, close } = await readSavedPage(address(href), await readInput(file));
  for (const problem of reading.problems) complain(`${nameOf(file)}: ${problem}`);
  if (!reading.recognised) {
    const about = reading.expected ? ` of about ${reading.expected}` : '';
    throw new CliError(
      3,
      `${nameOf(file)}: this page’s layout is not known to the reader of ${siteName(site)}; 0${about} entries read.`,
    );
  }
  for (const entry of reading.entries) await writeLine(lineOf(entry));
  close();
  const { via, expected, entries } = reading;
  if (via) complain(`${nameOf(file)}: this page’s layout changed; its entries were read ${HOW[via]}.`);
  if (!fallsShort(entries.length, expected)) return 0;
  complain(
    `${nameOf(file)}: ${entries.length} of about ${expected} entries read; this page’s layout changed.`,
  );
  return 3;
}

/** @returns the exit code. @throws CliError 3 when the text holds no entry. */
export async function extractText(file: string | undefined): Promise<number> {
  const text = await textIn(await readInput(file));
  const entries = readDigest(text);
  if (entries.length === 0 && text.trim() !== '') {
    throw new CliError(
      3,
      `${nameOf(file)}: no entries were found; a digest has a title line and an abstract line for each.`,
    );
  }
  for (const entry of entries) await writeLine(lineOf(entry));
  return 0;
}
