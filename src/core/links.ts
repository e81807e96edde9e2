/**
 * Code and project links written into running text: abstracts, comments, digests. Authors write them bare, in TeX
 * commands, in Markdown, with escaped underscores and with the sentence's punctuation glued on; all of that comes off.
 */
import { idOfUrl } from './identity.ts';
import { LIMITS } from './paper.ts';

export interface TextLinks {
  /** Repositories, code archives and notebooks. */
  code: string[];
  /** Everything else a paper's authors point at: project pages, demos, videos, models, data. */
  project: string[];
}

/** More links than this in one list is a bibliography, not a paper's own links. */
const MAX_LINKS = 20;
/** Text beyond this is not searched: no abstract is as long. */
const MAX_TEXT = 100_000;

/** What may stand in a written address. Quotes, braces, brackets and anything beyond ASCII end it. */
const IN_URL = String.raw`[\w\-.~:/?#@!&*+,;=%()]`;
const BARE = String.raw`(?<![\w.@/\-])`;
const LINK = new RegExp(
  [
    String.raw`https?:\s?/\s?/\s?${IN_URL}+`,
    String.raw`${BARE}(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co|hf\.co|zenodo\.org|anonymous\.4open\.science|sites\.google\.com)/${IN_URL}+`,
    String.raw`${BARE}[a-z0-9\-]{1,39}\.(?:github|gitlab)\.io\b(?:/${IN_URL}*)?`,
    String.raw`${BARE}www\.${IN_URL}+`,
  ].join('|'),
  'gi',
);

/** Sites whose pages are code whatever their path. Zenodo archives releases; 4open shows anonymous repositories. */
const CODE_HOSTS = new Set([
  'github.com',
  'gist.github.com',
  'raw.githubusercontent.com',
  'bitbucket.org',
  'codeberg.org',
  'gitee.com',
  'gitcode.com',
  'sourceforge.net',
  'git.sr.ht',
  'zenodo.org',
  'anonymous.4open.science',
  'colab.research.google.com',
  'pypi.org',
  'crates.io',
  'cran.r-project.org',
]);

/** Licences, resolvers and places that never are a paper's own page. */
const LEFT_OUT = new Set([
  'arxiv.org',
  'doi.org',
  'dx.doi.org',
  'creativecommons.org',
  'opensource.org',
  'orcid.org',
  'example.com',
]);

const isZenodoDoi = (host: string, path: string): boolean =>
  (host === 'doi.org' || host === 'dx.doi.org') && /^\/10\.5281\/zenodo\.\d+/i.test(path);

/**
 * The links in `text` that lead to code and to project pages, as written (bare ones get `https://`), each once, in
 * order, at most 20 of each kind.
 *
 * Code: repository hosts (GitHub, GitLab, Bitbucket, Codeberg …), Zenodo with its DOIs, anonymous.4open.science,
 * notebooks, package indexes. Models, datasets and Spaces on Hugging Face are `project`: they hold weights, data and
 * demos, and "has code" should mean code. Left out: papers (arXiv, DOI, OpenReview, …), licences, a host without a path
 * where only a path tells something (`https://github.com`).
 *
 * @param known addresses a site gives beside the text, such as a repository field: sorted the same way, put first.
 */
export function linksInText(text: string, known: readonly string[] = []): TextLinks {
  const found: TextLinks = { code: [], project: [] };
  const seen = new Set<string>();
  const add = (written: string): void => {
    const link = classify(written);
    if (!link || seen.has(link.key)) return;
    seen.add(link.key);
    const list = found[link.kind];
    if (list.length < MAX_LINKS) list.push(link.href);
  };
  for (const href of known) add(href.trim());
  if (!/https?:|www\.|\.(?:com|org|co|io|science)\//i.test(text)) return found;
  // PDF line ends and math mode leave "github. com" and "github$.$com"
  const clean = withoutTex(text.slice(0, MAX_TEXT)).replace(
    /\bgithub(?:\. |\$\.\$)(?=(?:com|io)\b)/gi,
    'github.',
  );
  for (const [match] of clean.matchAll(LINK)) apart(match).forEach(add);
  return found;
}

/** Which list one address belongs to; undefined when it is no http(s) address or leads to neither. */
export function linkKind(href: string): 'code' | 'project' | undefined {
  return classify(href)?.kind;
}

function classify(written: string): { href: string; kind: 'code' | 'project'; key: string } | undefined {
  if (/^(?!https?:)[a-z][a-z+.-]*:/i.test(written)) return undefined;
  const bare = written.replace(/^https?:\s?\/\s?\/\s?/i, '');
  const href = `${/^http:/i.test(written) ? 'http' : 'https'}://${bare}`;
  if (href.length > LIMITS.url) return undefined;
  let url: URL;
  try {
    url = new URL(href);
  } catch {
    return undefined;
  }
  const host = url.hostname.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  if (!/\.[a-z]{2,}$/.test(host) || url.username) return undefined;
  const kind = kindOfAddress(host, path, url);
  if (!kind) return undefined;
  // letter case tells nothing on repository hosts, and a clone address is the repository
  const place = kind === 'code' ? path.toLowerCase().replace(/\.git$/, '') : path;
  return { href, kind, key: `${host}${place}${url.search}${kind === 'code' ? '' : url.hash}` };
}

function kindOfAddress(host: string, path: string, url: URL): 'code' | 'project' | undefined {
  if (isZenodoDoi(host, path)) return 'code';
  if (LEFT_OUT.has(host) || host.endsWith('.arxiv.org') || idOfUrl(url)) return undefined;
  if (CODE_HOSTS.has(host) || /^(?:git|gitlab)\./.test(host)) return path === '' ? undefined : 'code';
  if (host === 'huggingface.co' || host === 'hf.co') {
    return path === '' || path.startsWith('/papers') ? undefined : 'project';
  }
  return 'project';
}

/** Undoes TeX inside addresses: `\_`, `\~{}`, `$\sim$`, `\-`; other commands stay and end an address. */
function withoutTex(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\{?\\(?:textasciitilde|~)(?:\{\})?\}?|\$\s?\\sim\s?\$|\{\\sim\}/g, '~')
    .replace(/\{?\\(?:textunderscore|_)(?:\{\})?\}?/g, '_')
    .replace(/\\(?:-|allowbreak(?:\{\})?)/g, '')
    .replace(/\\([%#&/])/g, '$1');
}

/** One match may hold two addresses glued together; each loses the punctuation of its sentence. */
function apart(match: string): string[] {
  return match
    .split(/(?<![/=])(?=https?:\/\/)/i)
    .map(withoutSentence)
    .filter((part) => part !== '');
}

/** Cuts at a bracket that was opened before the address, at a sentence glued on, and trailing punctuation. */
function withoutSentence(written: string): string {
  let depth = 0;
  let end = written.length;
  for (let i = 0; i < written.length; i++) {
    if (written[i] === '(') depth++;
    else if (written[i] === ')' && --depth < 0) {
      end = i;
      break;
    }
  }
  return written
    .slice(0, end)
    .replace(/[.,;:!](?:The|Our|We|This|It|These|Project|Code|Data|Demo|Website)\b.*$/, '')
    .replace(/\.[A-Z][a-z]{5,}$/, '') // "…/loom.Contributions": no name in 10,000 addresses ended so
    .replace(/[.,;:!?*(&=]+$/, '');
}
