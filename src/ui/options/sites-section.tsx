/** Which sites are read: those from install, those the reader allowed, and when each last worked. */
import { useEffect } from 'preact/hooks';
import { CATALOG, type SiteInfo } from '../../core/catalog.ts';
import { say } from '../../core/say.ts';
import { allowedOf, followSites, granted, OPTIONAL, otherHosts, setAllowed, status } from './site-state.ts';
import { statusWords } from './site-words.ts';
import { setSettings, settings } from './state.ts';
import { Switch } from './switch.tsx';

const hostsOf = (site: SiteInfo): string =>
  site.matches.map((pattern) => pattern.replace(/^https:\/\/(?:\*\.)?|\/\*$/g, '')).join(', ');

function OwnSite({ site }: { site: SiteInfo }) {
  const on = !settings.value.sitesOff.includes(site.id);
  const turn = () =>
    setSettings(({ sitesOff }) => {
      const others = sitesOff.filter((one) => one !== site.id);
      return { sitesOff: on ? [...others, site.id] : others };
    });
  return (
    <Row name={site.name} where={hostsOf(site)} met={statusWords(status.value[site.id])} on={on}>
      <button
        type="button"
        class="source-button"
        aria-label={say(on ? 'optionsSiteSwitchOffNamed' : 'optionsSiteSwitchOnNamed', site.name)}
        onClick={() => void turn()}
      >
        {say(on ? 'optionsSiteSwitchOff' : 'optionsSiteSwitchOn')}
      </button>
    </Row>
  );
}

function OptionalSite({ site }: { site: SiteInfo }) {
  const mine = allowedOf(site, granted.value);
  const on = mine.length > 0;
  return (
    <Row name={site.name} where={hostsOf(site)} met={on ? statusWords(status.value[site.id]) : ''} on={on}>
      <button
        type="button"
        class="source-button"
        aria-label={say(on ? 'optionsSiteRevokeNamed' : 'optionsAllowNamed', site.name)}
        onClick={() => void setAllowed(site.name, on ? mine : site.matches, !on)}
      >
        {say(on ? 'optionsSiteRevoke' : 'optionsAllow')}
      </button>
    </Row>
  );
}

function Row(props: {
  name: string;
  where: string;
  met: string;
  on: boolean;
  children: preact.ComponentChildren;
}) {
  const { name, where, met, on, children } = props;
  return (
    <tr class={on ? '' : 'off'}>
      <th scope="row">{name}</th>
      <td class="where">{where}</td>
      <td>{met}</td>
      <td>{children}</td>
    </tr>
  );
}

export function SitesSection() {
  useEffect(followSites, []);
  const others = otherHosts(granted.value);
  return (
    <section id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">{say('optionsSitesTitle')}</h2>
      <p class="lead">{say('optionsSitesLead')}</p>
      <Switch
        label={say('optionsSitesAny')}
        hint={say('optionsSitesAnyHint')}
        on={settings.value.anyPage}
        onChange={(on) => void setSettings({ anyPage: on })}
      />
      <table class="site-table">
        <thead>
          <tr>
            <th scope="col">{say('optionsSitesSite')}</th>
            <th scope="col">{say('optionsSitesWhere')}</th>
            <th scope="col">{say('optionsSitesLastRead')}</th>
            <th scope="col">{say('optionsSitesRead')}</th>
          </tr>
        </thead>
        <tbody>
          {CATALOG.filter((site) => site.fromInstall).map((site) => (
            <OwnSite key={site.id} site={site} />
          ))}
          {OPTIONAL.map((site) => (
            <OptionalSite key={site.id} site={site} />
          ))}
          {others.map((origin) => {
            const host = origin.replace(/^https?:\/\/|\/\*$/g, '');
            return (
              <Row key={origin} name={host} where={say('optionsSitesByLinks')} met="" on>
                <button
                  type="button"
                  class="source-button"
                  aria-label={say('optionsSiteRevokeNamed', host)}
                  onClick={() => void setAllowed(host, [origin], false)}
                >
                  {say('optionsSiteRevoke')}
                </button>
              </Row>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
