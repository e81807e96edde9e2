/** Where a paper can be read, with its code and project pages. */
import type { Paper } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { safeUrl } from '../../core/text.ts';
import type { Acts } from '../shared/acts.ts';

/** "github.com/owner/name" */
function shortUrl(href: string): string {
  const url = new URL(href);
  const path = url.pathname.replace(/\/$/, '');
  return `${url.hostname.replace(/^www\./, '')}${path.length > 34 ? `${path.slice(0, 33)}…` : path}`;
}

export function Links({ paper, acts }: { paper: Paper; acts: Acts }) {
  const { links } = paper;
  const main: [string, string | undefined][] = [
    [say('sharedLinkPaper'), links.page],
    ['PDF', links.pdf],
    ['HTML', links.html],
    ['DOI', paper.doi && `https://doi.org/${paper.doi}`],
  ];
  const others = [...links.code, ...links.project];
  const link = (label: string, href: string | undefined) => {
    const url = href && safeUrl(href);
    return url ? (
      <a
        key={label + url}
        href={url}
        target="_blank"
        rel="noreferrer"
        onClick={(event) => acts.followLink(event, url)}
      >
        {label}
      </a>
    ) : null;
  };
  return (
    <>
      <p class="links">{main.map(([label, href]) => link(label, href))}</p>
      {others.length > 0 && (
        <p class="links">
          <span class="muted">{say('libraryLinksMore')}</span>
          {others.map((href) => {
            const url = safeUrl(href);
            return url ? link(shortUrl(url), url) : null;
          })}
        </p>
      )}
    </>
  );
}
