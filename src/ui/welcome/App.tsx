/** The first page: what Manicule does, a list to try it on, and where everything is. Shown once, after the installation. */
import type { ComponentChildren } from 'preact';
import { say } from '../../core/say.ts';
import { pageKeyList } from '../../core/words.ts';
import { ownPage } from '../../platform/tabs.ts';
import { Hand } from '../shared/hand.tsx';
import { Said } from '../shared/said.tsx';
import { Demo } from './demo.tsx';
import { Pictures } from './pictures.tsx';
import { PIN } from './pin.ts';

/** Listings to begin with, read from the installation on. */
const LISTINGS = [
  ['Hugging Face Papers', 'https://huggingface.co/papers'],
  ['arXiv cs.CL', 'https://arxiv.org/list/cs.CL/new'],
  ['arXiv cs.LG', 'https://arxiv.org/list/cs.LG/new'],
  ['arXiv cs.CV', 'https://arxiv.org/list/cs.CV/new'],
  ['arXiv math', 'https://arxiv.org/list/math/new'],
] as const;

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export function App() {
  return (
    <>
      <header>
        <Hand state="flagged" size={40} />
        <h1>{say('welcomeHeading')}</h1>
        <p>{say('welcomeLead')}</p>
      </header>
      <main>
        <Part id="what" title={say('welcomeWhat')}>
          <Pictures />
        </Part>
        <Part id="try" title={say('welcomeTry')}>
          <p>{say('welcomeTryHere')}</p>
          <Demo />
          <p>{say('welcomeTryThere')}</p>
          <ul class="listings">
            {LISTINGS.map(([name, url]) => (
              <li key={url}>
                <a class="button big" href={url} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </li>
            ))}
          </ul>
          <p class="muted">
            <Said
              k="welcomeMoreSites"
              parts={[
                <a key="sites" href={ownPage('options', 'sites')}>
                  {say('welcomeSitesLink')}
                </a>,
              ]}
            />
          </p>
        </Part>
        <Part id="pin" title={say('welcomePin')}>
          <p>{say(PIN[location.protocol === 'moz-extension:' ? 'firefox' : 'chrome'])}</p>
        </Part>
        <Part id="move" title={say('welcomeMove')}>
          <p>
            <Said
              k="welcomeMoveHow"
              parts={[
                <a key="import" href={ownPage('options', 'import')}>
                  {say('welcomeImportLink')}
                </a>,
              ]}
            />
          </p>
        </Part>
        <Part id="keys" title={say('welcomeKeys')}>
          <dl class="keys">
            {pageKeyList().map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part id="private" title={say('welcomePrivacy')}>
          <p>{say('welcomePrivacySaid')}</p>
        </Part>
        <nav aria-label={say('welcomeNext')}>
          <a class="button big" href={ownPage('library')}>
            {say('welcomeLibrary')}
          </a>
          <a class="button big" href={ownPage('options')}>
            {say('welcomeOptions')}
          </a>
        </nav>
      </main>
    </>
  );
}
