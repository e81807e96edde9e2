/** What is kept, where, and who sees it. */
import { say } from '../../core/say.ts';
import { Said } from '../shared/said.tsx';

export function PrivacySection() {
  const lookups = (
    <a key="lookups" href="#lookups">
      {say('optionsLookupsTitle')}
    </a>
  );
  const sites = (
    <a key="sites" href="#sites">
      {say('optionsPrivacySites')}
    </a>
  );
  return (
    <section id="privacy" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{say('optionsPrivacyTitle')}</h2>
      <p class="lead">
        <Said k="optionsPrivacyLead" parts={[lookups]} />
      </p>
      <dl class="facts">
        <div>
          <dt>{say('optionsPrivacyStored')}</dt>
          <dd>{say('optionsPrivacyStoredHint')}</dd>
        </div>
        <div>
          <dt>{say('optionsPrivacyWhere')}</dt>
          <dd>{say('optionsPrivacyWhereHint')}</dd>
        </div>
        <div>
          <dt>{say('optionsPrivacyRead')}</dt>
          <dd>
            <Said k="optionsPrivacyReadHint" parts={[sites]} />
          </dd>
        </div>
        <div>
          <dt>{say('optionsPrivacyGone')}</dt>
          <dd>{say('optionsPrivacyGoneHint')}</dd>
        </div>
      </dl>
    </section>
  );
}
