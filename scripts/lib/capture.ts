/** The command `capture`: a fixture of a saved page or of an address, and what its site still lacks. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CATALOG } from '../../src/core/catalog.ts';
import { sentenceOf } from '../../src/core/errors.ts';
import { SITES, siteFor } from '../../src/sites/index.ts';
import type { Reading } from '../../src/sites/read-page.ts';
import { cleanPage } from './capture-clean.ts';
import { type Captured, expectationOf, readCaptured, shapeDifferences, summary } from './capture-reading.ts';
import { shapePage } from './capture-shape.ts';
import { type Page, pageFrom, webAddress } from './capture-source.ts';
import { CliError, complain, write } from './cli-io.ts';
import { ROOT } from './root.ts';
import { siteLacks } from './site-contract.ts';

const HELP = `Usage: npm run capture -- SITE CASE FILE|URL [OPTIONS]
       npm run capture -- SITE CASE                 reads the fixture again, writes its expected.json

Makes test/fixtures/SITE/CASE/{page.html, meta.json, expected.json} of a saved page, or of the page at an address, and
says what was read and what the site still lacks. The page is cleaned: scripts, styles, tracking, pictures, comments,
secrets and e-mail addresses go; structure, text, white space, metadata and data stay. Review expected.json by eye.

  --shape        every text becomes invented words of the same shape, in links too, and arXiv ids and other long ids become
                 others of their kind: for pages whose text is somebody else's, which is nearly every page
  --url URL      where the file was saved from, when it does not say so itself
  --about TEXT   what is special about the page: one sentence for meta.json
  --into FOLDER  in place of test/fixtures
  --force        overwrites what is there
  --help

Exit codes: 0 done · 1 wrong use, or a page that could not be had, or reads otherwise once cleaned · 3 no site knows the
address yet, or the layout is not recognised: page.html and meta.json are written, expected.json is not
`;

function options(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        shape: { type: 'boolean' },
        force: { type: 'boolean' },
        url: { type: 'string' },
        about: { type: 'string' },
        into: { type: 'string' },
      },
    });
  } catch (error) {
    throw new CliError(1, `${error instanceof Error ? error.message.split('\n')[0] : error} See --help.`);
  }
}

type Values = ReturnType<typeof options>['values'];

interface Meta {
  url: string;
  about: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The entries that `reading` found, as places in the page: what may be shaped when the rest must stay. */
function extents(doc: Document, url: URL): Element[] {
  const listing = siteFor(url)?.listing;
  return listing?.items(doc).flatMap((item) => listing.extent?.(item) ?? [item]) ?? [];
}

/** The page in invented words: everywhere, or, where its own words turn out to be needed, in its entries alone. */
function shaped(page: Page, before: Reading): { doc: Document; url: URL } {
  const { document } = page.dom.window;
  const parts = extents(document, page.url);
  let differences: string[] = [];
  for (const entriesOnly of parts.length > 0 ? [false, true] : [false]) {
    const doc = document.cloneNode(true) as Document;
    const url = shapePage(doc, before, page.url, entriesOnly ? extents(doc, page.url) : undefined);
    const after = readCaptured(doc, url).reading;
    differences = shapeDifferences(before, after);
    const whole = after.entries.length === before.entries.length && after.recognised === before.recognised;
    if (differences.length === 0 || (whole && (entriesOnly || parts.length === 0))) {
      if (entriesOnly)
        complain('The words around the entries were kept: without them the page reads otherwise.');
      for (const one of differences) complain(`In invented words the page reads otherwise: ${one}.`);
      return { doc, url };
    }
  }
  throw new CliError(
    1,
    `In invented words the page reads otherwise (${differences.join('; ')}); nothing was written.`,
  );
}

/** Cleans and shapes what `source` gives; complains of every change in what is read. */
async function made(
  source: string,
  site: string,
  values: Values,
): Promise<{ html: string; url: URL; clean: boolean }> {
  const page = await pageFrom(source, values.url && webAddress(values.url).href);
  const { document } = page.dom.window;
  const before = readCaptured(document, page.url);
  if (before.site !== undefined && before.site !== site) {
    throw new CliError(1, `${page.url.href} is read by the site “${before.site}”, not by “${site}”.`);
  }
  cleanPage(document);
  const after = readCaptured(document, page.url).reading;
  const same = JSON.stringify(after) === JSON.stringify(before.reading);
  if (!same) {
    const what = shapeDifferences(before.reading, after).join('; ') || 'a text differs';
    complain(`Cleaned, the page reads otherwise: ${what}.`);
  }
  const result = values.shape ? shaped(page, after) : { doc: document, url: page.url };
  const type = result.doc.doctype ? `<!DOCTYPE ${result.doc.doctype.name}>\n` : '';
  const html = `${type}${result.doc.documentElement.outerHTML}\n`;
  await write(
    `${page.bytes.toLocaleString('en')} bytes became ${Buffer.byteLength(html).toLocaleString('en')}.\n`,
  );
  page.dom.window.close();
  return { html, url: result.url, clean: same };
}

async function readFixture(folder: string): Promise<Captured> {
  const meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Meta;
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const html = readFileSync(join(folder, 'page.html'), 'utf8');
  const { document } = new JSDOM(html, { url: meta.url, virtualConsole: new VirtualConsole() }).window;
  return readCaptured(document, new URL(meta.url));
}

async function report(captured: Captured, site: string): Promise<void> {
  const { entries, problems } = captured.reading;
  await write(`${summary(captured)}\n`);
  const width = Math.max(0, ...entries.map((entry) => entry.id.length)) + 2;
  for (const { id, title, authors, position } of entries.slice(0, 12)) {
    const who =
      authors.length > 3
        ? `${authors.slice(0, 3).join(', ')} and ${authors.length - 3} more`
        : authors.join(', ');
    await write(
      `${String(position).padStart(4)}  ${id.slice(0, 40).padEnd(Math.min(width, 42))}${title.slice(0, 70)} — ${who || 'no authors'}\n`,
    );
  }
  if (entries.length > 12) await write(`      … and ${entries.length - 12} more\n`);
  for (const problem of problems) await write(`Problem: ${problem}\n`);
  const lacks = siteLacks({ root: ROOT, sites: SITES, catalog: CATALOG }, site);
  await write(
    lacks.length > 0
      ? `\n${site} still lacks:\n${lacks.map((one) => `- ${one}\n`).join('')}`
      : `\n${site} lacks nothing.\n`,
  );
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = options(args);
  const [site, name, source, ...more] = positionals;
  if (values.help) {
    await write(HELP);
    return 0;
  }
  if (site === undefined || name === undefined) throw new CliError(1, HELP.trimEnd());
  if (more.length > 0) throw new CliError(1, `One page makes one fixture; “${more[0]}” is one too many.`);
  if (!/^[a-z][a-z0-9]*$/.test(site))
    throw new CliError(1, `“${site}” is no id of a site: small letters and digits, such as “arxiv”.`);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    throw new CliError(
      1,
      `“${name}” is no name of a case: small letters, digits and hyphens, such as “search-none”.`,
    );
  const folder = join(resolve(values.into ?? join(ROOT, 'test/fixtures')), site, name);
  const has = (file: string) => existsSync(join(folder, file));
  const shown = relative(process.cwd(), folder);
  if (source === undefined && !(has('page.html') && has('meta.json'))) {
    throw new CliError(1, `Give the page: a file or an address. There is no page in ${shown} yet.`);
  }
  const inTheWay = source === undefined ? 'expected.json' : 'page.html';
  if (has(inTheWay) && !values.force)
    throw new CliError(1, `${shown}/${inTheWay} is there already; --force overwrites it.`);

  let clean = true;
  if (source !== undefined) {
    const page = await made(source, site, values);
    clean = page.clean;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'page.html'), page.html);
    writeFileSync(
      join(folder, 'meta.json'),
      json({ url: page.url.href, about: values.about ?? '' } satisfies Meta),
    );
  }
  const captured = await readFixture(folder);
  const known = captured.site === site && captured.reading.recognised;
  if (known) writeFileSync(join(folder, 'expected.json'), json(expectationOf(captured.reading)));
  await report(captured, site);
  if (!known) {
    complain(
      captured.site === site
        ? `The layout is not recognised by src/sites/${site}.ts; no expected.json was written.`
        : `No site knows this address: listing() of src/sites/${site}.ts must; no expected.json was written.`,
    );
    return 3;
  }
  await write(`Look at ${shown}/expected.json: every value must be what the page shows.\n`);
  return clean ? 0 : 1;
}

/** Runs the command with the arguments it was given; failures are said on stderr. @returns its exit code. */
export const capture = (args: string[]): Promise<number> =>
  run(args).catch((error: unknown) => {
    complain(error instanceof CliError ? error.message : sentenceOf(error));
    return error instanceof CliError ? error.code : 1;
  });
