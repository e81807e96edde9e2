/** Links that documents, mail and archives lead through an address of their own, which holds where they lead to. */
import { addressOf } from './evidence.ts';

const GATE =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]+\/url|[\w.-]+\.safelinks\.protection\.outlook\.com\/|lm?\.facebook\.com\/l\.php|(?:www\.)?linkedin\.com\/(?:safety\/go|redir\/redirect)|(?:html\.)?duckduckgo\.com\/l\/|arxiv\.org\/ct)\?/;
const PARAMETERS = ['q', 'url', 'u', 'uddg'];
const BEHIND = /^https?:\/\/(?:web\.archive\.org\/web\/\w+\/|urldefense\.com\/v3\/__)(https?:\/\/?.+)$/;

function parsed(address: string | null | undefined): URL | undefined {
  if (!address || !/^https?:\/\//.test(address)) return undefined;
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** The address a link leads to in the end, as far as the link tells; undefined where it leads nowhere on the web. */
export function leadsTo(link: Element, base: string): URL | undefined {
  const url = addressOf(link, base);
  if (!url) return undefined;
  const { href, searchParams } = url;
  if (GATE.test(href))
    return parsed(PARAMETERS.map((name) => searchParams.get(name)).find((value) => parsed(value))) ?? url;
  const behind = BEHIND.exec(href)?.[1];
  // Proofpoint ends the address in "__;" and a code
  return (behind && parsed(behind.replace(/^(https?:\/)(?!\/)/, '$1/').replace(/__;.*$/, ''))) || url;
}
