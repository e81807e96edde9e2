/** Where a page to be captured comes from: a saved file or an address, and the address it was saved from. */
import type { JSDOM } from 'jsdom';
import { CliError, readInput, utf8 } from './cli-io.ts';

const TIMEOUT = 30_000;
const MOST_BYTES = 30_000_000;
/** Says what asks and why; no browser's name is borrowed. */
const USER_AGENT = 'Manicule-capture (makes a test page; one request, by hand)';

export interface Page {
  dom: JSDOM;
  url: URL;
  /** Length as it came, in bytes. */
  bytes: number;
}

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

/** The web address in `text`. @throws CliError 1 where it is none. */
export function webAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new CliError(1, `“${text}” is no web address, such as https://arxiv.org/list/cs.CL/new.`);
  }
  return url;
}

const SAVE_IT = 'Save the page in a browser instead and give the file, with --url.';

/** Why a request came to nothing, in words. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT / 1000} s`;
  const cause = error.cause;
  return cause instanceof Error
    ? cause.message || ((cause as NodeJS.ErrnoException).code ?? error.message)
    : error.message;
}

interface Bytes {
  bytes: Buffer;
  contentType?: string;
  /** The address after redirects. */
  url?: string;
}

async function fetched(address: URL, timeout: number): Promise<Bytes> {
  let response: Response;
  let body: ArrayBuffer;
  try {
    response = await fetch(address, {
      headers: { 'user-agent': USER_AGENT, accept: 'text/html,application/xhtml+xml' },
      signal: AbortSignal.timeout(timeout),
    });
    body = await response.arrayBuffer();
  } catch (error) {
    throw new CliError(1, `${address.href} could not be fetched: ${reason(error)}. ${SAVE_IT}`);
  }
  if (!response.ok) {
    throw new CliError(
      1,
      `${address.href} could not be fetched: its server answered ${response.status}. ${SAVE_IT}`,
    );
  }
  const contentType = response.headers.get('content-type') ?? 'text/html';
  if (!/html/i.test(contentType)) throw new CliError(1, `${address.href} is no web page but ${contentType}.`);
  if (body.byteLength > MOST_BYTES)
    throw new CliError(1, `${address.href} is larger than a page to test with can be.`);
  return { bytes: Buffer.from(body), contentType, url: response.url };
}

/** What browsers and SingleFile write at the top of a saved page. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+)|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i;

/** The address a saved page tells of itself: the note of whoever saved it, `link rel=canonical`, `og:url`. */
export function addressIn(html: string, doc: Document): string | undefined {
  const noted = SAVED_FROM.exec(html.slice(0, 4_000));
  const told = [
    noted?.[1] ?? noted?.[2],
    doc.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    doc.querySelector('meta[property="og:url"], meta[name="og:url"]')?.getAttribute('content'),
  ];
  return told.find((one) => one && isAddress(one)) ?? undefined;
}

/**
 * The page at `source`, a file or an address, parsed.
 * @param given its address by the words of whoever captures it; needed for a file that does not tell it.
 * @throws CliError 1 with what to do.
 */
export async function pageFrom(source: string, given: string | undefined, timeout = TIMEOUT): Promise<Page> {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const got: Bytes = isAddress(source)
    ? await fetched(webAddress(source), timeout)
    : { bytes: await readInput(source) };
  const text = utf8(got.bytes);
  const dom = new JSDOM(text ?? got.bytes, {
    virtualConsole: new VirtualConsole(), // complaints about style sheets
    ...(text === undefined && got.contentType ? { contentType: got.contentType } : {}),
  });
  const href = given ?? got.url ?? addressIn(text ?? got.bytes.toString('latin1'), dom.window.document);
  if (href === undefined) {
    throw new CliError(1, `${source} does not say which address it was saved from; give it with --url URL.`);
  }
  const url = webAddress(href);
  dom.reconfigure({ url: url.href });
  return { dom, url, bytes: got.bytes.length };
}
