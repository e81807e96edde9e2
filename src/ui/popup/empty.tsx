/** Nothing to list: why, and what to do next. */
import type { ComponentChildren } from 'preact';
import { say } from '../../core/say.ts';
import { openTab, ownPage } from '../../platform/tabs.ts';
import { NO_FILTER } from '../shared/filters.ts';
import { Hand } from '../shared/hand.tsx';
import { CopyReport, isOdd } from './page-notice.tsx';
import { pageWords } from './page-words.ts';
import type { PopupState } from './state.ts';

export function Empty({ state }: { state: PopupState }) {
  let actions: ComponentChildren;
  const tell = (text: string, more?: string) => (
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
        {say('popupShowAll', base.length)}
      </button>
    );
    return tell(say(state.searched.value ? 'popupNoMatch' : 'popupSearching'));
  }
  const tab = state.tab.value;
  if (tab === 'saved') return tell(say('popupNothingSaved'), say('popupNothingSavedHint'));
  if (tab === 'flagged') {
    actions = (
      <button type="button" class="button" onClick={() => void openTab(ownPage('options'))}>
        {say('popupSetUpRule')}
      </button>
    );
    return tell(say('popupNothingFlagged'), say('popupNothingFlaggedHint'));
  }
  const page = state.page.value;
  if (page.kind === 'offer') {
    const { access } = page;
    actions = (
      <div class="go">
        <button type="button" class="button strong" onClick={() => void state.link.always(access)}>
          {say('popupAlwaysHere')}
        </button>
        <button type="button" class="button" onClick={() => void state.link.once(access)}>
          {say('popupOnce')}
        </button>
      </div>
    );
    return access.site
      ? tell(say('popupCanRead', access.name), say('popupCanReadHint'))
      : tell(say('popupLookHere'), say('popupLookHereHint', access.name));
  }
  const words = pageWords(page.kind === 'report' ? page.report : undefined);
  if (page.kind === 'report' && isOdd(page.report)) {
    if (page.report.expected !== undefined) actions = <CopyReport state={state} />;
  } else if (words.listings) {
    actions = (
      <div class="go">
        {listings().map(([name, url]) => (
          <button key={url} type="button" class="button" onClick={() => void openTab(url)}>
            {name}
          </button>
        ))}
      </div>
    );
  } else if (words.options) {
    actions = (
      <button type="button" class="button" onClick={() => void openTab(ownPage('options'))}>
        {say('popupOpenOptions')}
      </button>
    );
  }
  return tell(words.text, words.more);
}

const listings = (): [string, string][] => [
  ['Hugging Face Papers', 'https://huggingface.co/papers'],
  [say('popupArxivNew', 'cs.CL'), 'https://arxiv.org/list/cs.CL/new'],
];
