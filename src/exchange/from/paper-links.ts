/** Papers that mails and pages of no known form link to: by their addresses, with the words of the links as titles. */
import { say } from '../../core/say.ts';
import { type HtmlLink, htmlToText, readHtml } from './html-text.ts';
import { type ImportStep, idNamed, recordOf } from './import-record.ts';

/** Words of links that are buttons or ids, never titles. */
const NO_TITLE =
  /^(?:\[?(?:pdf|html|abs|abstract|full text|doi|link|arxiv|code|read(?: more| paper)?|view|here|source|other|paper|details|share|save)\]?|(?:arxiv:)?\S*\d{4,}\S*|https?:\S+|\W*)$/i;

/** The address behind a redirect that mails count clicks with: Scholar's, and those that carry it as `url`. */
export function behind(href: string): string {
  if (!URL.canParse(href)) return href;
  const inner = new URL(href).searchParams.get('url') ?? new URL(href).searchParams.get('q');
  return inner && /^https?:\/\//i.test(inner) ? inner : href;
}

/** Every paper that is linked to, once, in order; none: nothing. */
export function* papersLinked(links: readonly HtmlLink[]): Generator<ImportStep, void> {
  const found = new Map<string, { href: string; title: string }>();
  for (const { href, text } of links) {
    const target = behind(href.trim());
    const id = /^https?:/i.test(target) ? idNamed(target) : undefined;
    if (!id) continue;
    const known = found.get(id);
    const title = NO_TITLE.test(text) || text.split(' ').length < 2 ? '' : text;
    if (!known) found.set(id, { href: target, title });
    else if (title.length > known.title.length) known.title = title;
  }
  let entry = 0;
  for (const { href, title } of found.values()) {
    entry++;
    const record = recordOf({ title, authors: [], ids: [href], page: href }, { entry });
    if (record) yield { record };
    if (entry % 200 === 0) yield { read: 0 };
  }
}

/** Whether a text is a page rather than words. */
export const looksLikeHtml = (text: string): boolean =>
  /^\ufeff?\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(text.slice(0, 5_000));

/** Where a page was saved from, as browsers and pages themselves say; undefined where none does. */
export function savedFrom(html: string): string | undefined {
  const head = html.slice(0, 200_000);
  const found =
    /<!-- saved from url=\(\d+\)(https?:\/\/\S+) -->/.exec(head)?.[1] ??
    /<link\b[^>]*\brel=["']?canonical["']?[^>]*\bhref=["']([^"']+)["']/i.exec(head)?.[1] ??
    /<link\b[^>]*\bhref=["']([^"']+)["'][^>]*\brel=["']?canonical["']?/i.exec(head)?.[1] ??
    /<meta\b[^>]*\bproperty=["']og:url["'][^>]*\bcontent=["']([^"']+)["']/i.exec(head)?.[1];
  return found && URL.canParse(found) && /^https?:/.test(found) ? found : undefined;
}

/** The papers a saved page links to. Its layout is not looked at: that needs the reader of its site. */
export function* readLinkedPage(html: string): Generator<ImportStep, void> {
  let any = false;
  for (const step of papersLinked(readHtml(html).links)) {
    any ||= 'record' in step;
    yield step;
  }
  if (!any) {
    const words = htmlToText(html).slice(0, 60).replace(/\s+/g, ' ');
    yield { problem: { why: say('pageNone', words) } };
  }
}
