/** What is kept, where, and who sees it. */
export function PrivacySection() {
  return (
    <section id="privacy" aria-labelledby="privacy-title">
      <h2 id="privacy-title">Privacy</h2>
      <p class="lead">
        Nothing leaves this machine unless you switch <a href="#lookups">Missing abstracts</a> on, which says
        what is sent to whom. Manicule has no account, no server and no statistics.
      </p>
      <dl class="facts">
        <div>
          <dt>What is stored</dt>
          <dd>
            The papers on the listings you open (title, authors, abstract, links), when and on which listing
            you met them, what you decided about them, your rules and settings, and a log of failures.
          </dd>
        </div>
        <div>
          <dt>Where</dt>
          <dd>
            In this browser profile: the extension's own database and storage, which no web page can read.
          </dd>
        </div>
        <div>
          <dt>What is read</dt>
          <dd>
            Listings and paper pages of the <a href="#sites">sites</a> you allow, and any page on which you
            click the toolbar button: never more than the page already shows you, never before.
          </dd>
        </div>
        <div>
          <dt>How it goes away</dt>
          <dd>
            Removing the extension removes all of it. The backups you made or let be written stay where they
            are, outside the browser; without one, nothing comes back.
          </dd>
        </div>
      </dl>
    </section>
  );
}
