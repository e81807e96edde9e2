/** Which sites are read: those from install, those the reader allowed, and when each last worked. */
import { useEffect } from 'preact/hooks';
import { CATALOG, type SiteInfo } from '../../core/catalog.ts';
import { allowedOf, followSites, granted, OPTIONAL, otherHosts, setAllowed, status } from './site-state.ts';
import { statusWords } from './site-words.ts';
import { setSettings, settings } from './state.ts';
import { Switch } from './switch.tsx';

const hostsOf = (site: SiteInfo): string =>
  site.matches.map((pattern) => pattern.replace(/^https:\/\/(?:\*\.)?|\/\*$/g, '')).join(', ');

function OwnSite({ site }: { site: SiteInfo }) {
  const now = settings.value;
  const on = !now.sitesOff.includes(site.id);
  const sitesOff = on ? [...now.sitesOff, site.id] : now.sitesOff.filter((one) => one !== site.id);
  return (
    <Row name={site.name} where={hostsOf(site)} met={statusWords(status.value[site.id])} on={on}>
      <button
        type="button"
        class="source-button"
        aria-label={`${on ? 'Switch off' : 'Switch on'} ${site.name}`}
        onClick={() => void setSettings({ sitesOff })}
      >
        {on ? 'Switch off' : 'Switch on'}
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
        aria-label={`${on ? 'Revoke' : 'Allow'} ${site.name}`}
        onClick={() => void setAllowed(site.name, on ? mine : site.matches, !on)}
      >
        {on ? 'Revoke' : 'Allow'}
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
      <h2 id="sites-title">Sites</h2>
      <p class="lead">
        Hugging Face and arXiv are read from install. Every other site only once you allow it, here or with
        the toolbar button while you are there; your browser asks, and you can take it back.
      </p>
      <Switch
        label="Look for papers on any page"
        hint="When you click the toolbar button on a page of no site below, its links to papers are marked. Off: you are asked first."
        on={settings.value.anyPage}
        onChange={(on) => void setSettings({ anyPage: on })}
      />
      <table class="site-table">
        <thead>
          <tr>
            <th scope="col">Site</th>
            <th scope="col">Where</th>
            <th scope="col">Last read</th>
            <th scope="col">Read</th>
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
              <Row key={origin} name={host} where="by links to papers" met="" on>
                <button
                  type="button"
                  class="source-button"
                  aria-label={`Revoke ${host}`}
                  onClick={() => void setAllowed(host, [origin], false)}
                >
                  Revoke
                </button>
              </Row>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
