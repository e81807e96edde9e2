/** The options page: a quiet list of sections on the left, the sections beside it. */
import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, say } from '../../core/say.ts';
import { ownPage } from '../../platform/tabs.ts';
import { Hand } from '../shared/hand.tsx';
import { LibrarySection } from './library-section.tsx';
import { LogSection } from './looks.tsx';
import { LookupSection } from './lookup-section.tsx';
import { NoticeLine } from './notice.tsx';
import { PageSection } from './page-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { RelevanceSection } from './relevance-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { SitesSection } from './sites-section.tsx';
import { TopicsSection } from './topics-section.tsx';
import { ZoteroSection } from './zotero-section.tsx';

const SECTIONS = [
  ['rules', 'optionsRulesTitle'],
  ['pages', 'optionsPagesTitle'],
  ['topics', 'optionsTopicsTitle'],
  ['relevance', 'optionsRelevanceTitle'],
  ['sites', 'optionsSitesTitle'],
  ['lookups', 'optionsLookupsTitle'],
  ['zotero', undefined], // a name
  ['library', 'optionsLibraryTitle'],
  ['privacy', 'optionsPrivacyTitle'],
  ['log', 'optionsLogTitle'],
] as const satisfies readonly (readonly [id: string, name: MessageKey | undefined])[];

/** Id of the section one reads: the last whose top has passed the upper part of the window. */
function useCurrentSection(): string {
  const [current, setCurrent] = useState<string>(SECTIONS[0][0]);
  useEffect(() => {
    const look = () => {
      const end = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const passed = SECTIONS.filter(([id]) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < window.innerHeight * 0.3;
      });
      const at = end && window.scrollY > 0 ? SECTIONS.at(-1) : passed.at(-1);
      setCurrent((at ?? SECTIONS[0])[0]);
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    const grown = new ResizeObserver(look); // rules are read, opened, closed
    grown.observe(document.body);
    return () => {
      grown.disconnect();
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, []);
  return current;
}

export function App() {
  const current = useCurrentSection();
  return (
    <>
      <header class="masthead">
        <Hand state="flagged" size={22} />
        <h1>{say('optionsTitle')}</h1>
        <a class="first-page" href={ownPage('welcome')}>
          {say('optionsWelcome')}
        </a>
      </header>
      <nav aria-label={say('optionsNav')}>
        <ul>
          {SECTIONS.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
                {name ? say(name) : 'Zotero'}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <RulesSection />
        <PageSection />
        <TopicsSection />
        <RelevanceSection />
        <SitesSection />
        <LookupSection />
        <ZoteroSection />
        <LibrarySection />
        <PrivacySection />
        <LogSection />
      </main>
      <NoticeLine />
    </>
  );
}
