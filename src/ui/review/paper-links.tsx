/** Where the paper can be read, with its code and project pages: large enough for a finger. */
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

export function PaperLinks({ paper, acts }: { paper: Paper; acts: Acts }) {
  const { links } = paper;
  const all: [string | undefined, string | undefined][] = [
    [say('sharedLinkPaper'), links.page],
    ['PDF', links.pdf],
    ['HTML', links.html],
    ['DOI', paper.doi && `https://doi.org/${paper.doi}`],
    ...[...links.code, ...links.project].map((href): [undefined, string] => [undefined, href]),
  ];
  return (
    <p class="links">
      {all.map(([label, href]) => {
        const url = href && safeUrl(href);
        if (!url) return null;
        return (
          <a
            key={label ?? url}
            href={url}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => acts.followLink(event, url)}
          >
            {label ?? shortUrl(url)}
          </a>
        );
      })}
    </p>
  );
}
