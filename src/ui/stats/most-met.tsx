/** Sites or authors, the most frequent first: each a link with a bar beside its name. */

import { say } from '../../core/say.ts';
import type { Named } from '../../core/stats.ts';
import { number } from '../shared/words.ts';
import { Picture } from './picture.tsx';

interface Props {
  id: string;
  title: string;
  /** Of the table's first column. */
  head: string;
  named: readonly Named[];
  shown(name: string): string;
  href(name: string): string;
}

export function MostMet({ id, title, head, named, shown, href }: Props) {
  const most = named[0]?.papers ?? 1;
  const rows = () => named.map(({ name, papers }) => [{ text: shown(name), href: href(name) }, papers]);
  return (
    <Picture
      id={id}
      title={title}
      said={say('statsAllTime')}
      table={{ head: [head, say('statsPapers')], rows }}
    >
      <ol class="most" aria-describedby={`${id}-said`}>
        {named.map(({ name, papers }) => (
          <li key={name}>
            <a href={href(name)}>
              <span class="what" dir="auto">
                {shown(name)}
              </span>
              <span class="n">{number(papers)}</span>
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect class="ground" width={100} height={4} />
                <rect class="bar" width={Math.max(1, (papers / most) * 100)} height={4} />
              </svg>
            </a>
          </li>
        ))}
      </ol>
    </Picture>
  );
}
