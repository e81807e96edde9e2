/**
 * Mails as files (.eml): headers, parts, and text out of quoted-printable, base64 and any character set the platform
 * knows (RFC 5322, RFC 2045–2047). Attachments are left alone.
 */

export interface Mail {
  subject: string;
  from: string;
  /** ISO time; '' where the mail has none that can be read. */
  date: string;
  /** Texts of its parts in order, decoded. */
  texts: string[];
  htmls: string[];
}

type Headers = ReadonlyMap<string, string>;

const HEADER = /^([!-9;-~]+):[ \t]?(.*)$/;
const MAX_DEPTH = 8;

/** Whether a text begins with the headers of a mail. */
export function looksLikeMail(text: string): boolean {
  const { headers, body } = split(text.slice(0, 60_000).replace(/^\ufeff?(?:From .*\r?\n)?/, ''));
  const known = [
    'from',
    'subject',
    'date',
    'to',
    'received',
    'mime-version',
    'message-id',
    'content-type',
    'return-path',
  ];
  return body !== '' && headers.has('from') && known.filter((name) => headers.has(name)).length >= 3;
}

function split(text: string): { headers: Headers; body: string } {
  const headers = new Map<string, string>();
  let at = 0;
  let last: string | undefined;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, end).replace(/\r$/, '');
    at = end + 1;
    if (line === '') break;
    const field = HEADER.exec(line);
    if (field?.[1]) {
      last = field[1].toLowerCase();
      if (headers.has(last))
        last = undefined; // the first of each counts
      else headers.set(last, field[2] ?? '');
    } else if (/^[ \t]/.test(line)) {
      if (last !== undefined) headers.set(last, `${headers.get(last)} ${line.trim()}`);
    } else return { headers, body: '' };
  }
  return { headers, body: text.slice(at) };
}

const parameter = (header: string, name: string): string =>
  new RegExp(`;\\s*${name}\\*?=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i')
    .exec(header)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';

function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset || 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes); // a character set nobody knows
  }
}

/** Text whose characters stand for bytes, and whatever else slipped in. */
function bytesOf(text: string): Uint8Array {
  const wide = /[^\0-\xff]/.test(text);
  return wide ? new TextEncoder().encode(text) : Uint8Array.from(text, (c) => c.charCodeAt(0));
}

function base64(text: string): Uint8Array {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, '');
  return bytesOf(atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0))));
}

const quoted = (text: string): Uint8Array =>
  bytesOf(
    text
      .replace(/[ \t]+(?=\r?\n|$)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

/** `=?utf-8?Q?…?=` and `=?…?B?…?=` (RFC 2047); two that follow each other belong together. */
const decodeWords = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?\s]+)\?([QB])\?([^?]*)\?=/gi, (_, charset: string, kind: string, text: string) =>
      decodeBytes(
        /b/i.test(kind) ? base64(text) : quoted(text.replaceAll('_', ' ')),
        charset.replace(/\*.*$/, ''),
      ),
    );

function decodeBody(headers: Headers, body: string): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  const charset = parameter(headers.get('content-type') ?? '', 'charset');
  if (encoding === 'base64') return decodeBytes(base64(body), charset);
  // the file was decoded as a whole already: only what is escaped in it still is bytes
  if (encoding === 'quoted-printable')
    return decodeBytes(quoted(body), /[^\0-\x7f]/.test(body) ? 'utf-8' : charset);
  return body;
}

function walk(headers: Headers, body: string, mail: Mail, depth: number): void {
  const type = headers.get('content-type') ?? 'text/plain';
  if (/^\s*multipart\//i.test(type) && depth < MAX_DEPTH) {
    const boundary = parameter(type, 'boundary');
    if (boundary === '') return;
    const parts = `\n${body}`.split(`\n--${boundary}`).slice(1);
    for (const part of parts) {
      if (part.startsWith('--')) break;
      const inner = split(part.replace(/^[ \t]*\r?\n/, ''));
      walk(inner.headers, inner.body, mail, depth + 1);
    }
  } else if (/^\s*message\/rfc822/i.test(type) && depth < MAX_DEPTH) {
    const inner = split(body);
    walk(inner.headers, inner.body, mail, depth + 1);
  } else if (/attachment/i.test(headers.get('content-disposition') ?? '')) return;
  else if (/^\s*text\/html/i.test(type)) mail.htmls.push(decodeBody(headers, body));
  else if (/^\s*text\//i.test(type)) mail.texts.push(decodeBody(headers, body));
}

/** Takes a mail apart. Total: whatever is broken comes out empty. */
export function readMail(text: string): Mail {
  const { headers, body } = split(text.replace(/^\ufeff?(?:From .*\r?\n)?/, ''));
  const time = Date.parse(headers.get('date') ?? '');
  const mail: Mail = {
    subject: decodeWords(headers.get('subject') ?? ''),
    from: decodeWords(headers.get('from') ?? ''),
    date: Number.isNaN(time) ? '' : new Date(time).toISOString(),
    texts: [],
    htmls: [],
  };
  walk(headers, body, mail, 0);
  return mail;
}
