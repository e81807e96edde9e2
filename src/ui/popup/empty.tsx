/** Nothing to list: why, and what to do next. */
import type { ComponentChildren } from 'preact';
import { openTab, ownPage } from '../../platform/tabs.ts';
import { NO_FILTER } from '../shared/filters.ts';
import { Hand } from '../shared/hand.tsx';
import { CopyReport, isOdd } from './page-notice.tsx';
import { pageWords } from './page-words.ts';
import type { PopupState } from './state.ts';

export function Empty({ state }: { state: PopupState }) {
  let actions: ComponentChildren;
  const say = (text: string, more?: string) => (
    <div class="empty">
      <Hand size={40} />
      <p class="empty-text">{text}</p>
      {more && <p class="muted">{more}</p>}
      {actions}
    </div>
  );

  const base = state.base.value ?? [];
  if (state.narrowing.value && base.length > 0) {
    actions = (
      <button
        type="button"
        class="button"
        onClick={() => {
          state.query.value = '';
          state.filter.value = NO_FILTER;
        }}
      >
        Show all {base.length}
      </button>
    );
    return say(state.searched.value ? 'No paper here matches.' : 'Searching…');
  }
  const tab = state.tab.value;
  if (tab === 'saved')
    return say('Nothing saved yet.', 'Press s on a paper, or click the hand beside it, on any listing.');
  if (tab === 'flagged') {
    actions = (
      <button type="button" class="button" onClick={() => void openTab(ownPage('options'))}>
        Set up a watch rule
      </button>
    );
    return say('Nothing flagged.', 'Press f on a paper, or let a watch rule flag what you care about.');
  }
  const page = state.page.value;
  if (page.kind === 'offer') {
    const { access } = page;
    actions = (
      <div class="go">
        <button type="button" class="button strong" onClick={() => void state.link.always(access)}>
          Always here
        </button>
        <button type="button" class="button" onClick={() => void state.link.once(access)}>
          Once
        </button>
      </div>
    );
    return access.site
      ? say(
          `Manicule can read ${access.name}.`,
          'Always: on every visit, until you take it back in the options.',
        )
      : say('Look for papers on this page?', `Manicule finds them on ${access.name} by their links.`);
  }
  const words = pageWords(page.kind === 'report' ? page.report : undefined);
  if (page.kind === 'report' && isOdd(page.report)) {
    if (page.report.expected !== undefined) actions = <CopyReport state={state} />;
  } else if (words.listings) {
    actions = (
      <div class="go">
        {LISTINGS.map(([name, url]) => (
          <button key={url} type="button" class="button" onClick={() => void openTab(url)}>
            {name}
          </button>
        ))}
      </div>
    );
  } else if (words.options) {
    actions = (
      <button type="button" class="button" onClick={() => void openTab(ownPage('options'))}>
        Open options
      </button>
    );
  }
  return say(words.text, words.more);
}

const LISTINGS = [
  ['Hugging Face Papers', 'https://huggingface.co/papers'],
  ['arXiv: new in cs.CL', 'https://arxiv.org/list/cs.CL/new'],
] as const;
