/** The popup: search, three tabs, the list, and what one does with it. */
import { useEffect } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { BackupReminder } from '../shared/backup-reminder.tsx';
import { EDITOR_HEIGHT } from '../shared/editor.tsx';
import { Help } from '../shared/help.tsx';
import { keyListener } from '../shared/keys.ts';
import { PaperList } from '../shared/paper-list.tsx';
import { PaperRow } from '../shared/row.tsx';
import { SearchField } from '../shared/search-field.tsx';
import { Toast } from '../shared/toast.tsx';
import { KeysButton } from '../shared/tool-buttons.tsx';
import { Unreadable } from '../shared/unreadable.tsx';
import { Empty } from './empty.tsx';
import { Filters } from './filter-row.tsx';
import { GUESS, rowHeight } from './first.ts';
import { Footer } from './footer.tsx';
import { PageNotice } from './page-notice.tsx';
import { popupKeys } from './popup-keys.ts';
import type { PopupState } from './state.ts';
import { Tabs } from './tabs.tsx';

const NAMES = { page: 'popupListPage', saved: 'popupListSaved', flagged: 'popupListFlagged' } as const;

interface Props {
  state: PopupState;
  /** It stands beside the page, where it cannot be docked any more. */
  docked?: boolean;
}

export function App({ state, docked = false }: Props) {
  useEffect(() => {
    const listener = keyListener((action) => popupKeys(action, state));
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [state]);

  return (
    <main class="popup">
      <h1 class="quiet">Manicule</h1>
      <header>
        <SearchField
          query={state.query}
          label={say('popupSearch')}
          placeholder={say('popupSearchHint')}
          focus
          onInput={() => state.needIndex()}
          onDown={() => state.cursor.to(state.cursor.index)}
          suggest={(field, typed) => state.finder.suggest(field, typed)}
        />
        <KeysButton open={state.helpOpen} />
      </header>
      <Tabs state={state} />
      <Filters state={state} />
      <section id="panel" role="tabpanel" aria-labelledby={`tab-${state.tab.value}`} class="panel">
        <Unreadable papers={state.papers} />
        <List state={state} />
      </section>
      <Toast steps={state.steps} />
      <BackupReminder onFail={state.steps.fail} />
      <Footer state={state} docked={docked} />
      <Help
        open={state.helpOpen.value}
        steps={state.steps}
        onClose={() => {
          state.helpOpen.value = false;
        }}
        more={[
          ['1 2 3', say('popupKeyTabs')],
          ['w', say('popupKeyShow')],
          ['g r', say('sharedKeyReview')],
        ]}
      />
    </main>
  );
}

function List({ state }: { state: PopupState }) {
  const ids = state.shown.value;
  const tab = state.tab.value;
  const open = state.acts.editing.value;
  const dense = state.dense.value;
  if (!state.begun.value || state.base.value === undefined) return <div class="list" aria-busy="true" />;
  const page = state.page.value;
  if (ids.length === 0) return <Empty state={state} />;
  return (
    <>
      {tab === 'page' && <PageNotice page={page} state={state} />}
      <PaperList
        key={tab}
        label={say(NAMES[tab])}
        ids={ids}
        papers={state.papers}
        cursor={state.cursor}
        rowHeight={rowHeight(dense)}
        open={open && { id: open.id, by: EDITOR_HEIGHT[open.what] }}
        guess={GUESS}
        startAt={state.scrollAt}
        onScroll={(offset) => state.keepScroll(offset)}
        row={(id, place) => (
          <PaperRow
            key={place.key}
            id={id}
            place={place}
            papers={state.papers}
            cursor={state.cursor}
            acts={state.acts}
            look={dense ? 'short' : 'full'}
            onPage={tab === 'page'}
            editing={open?.id === id ? open : undefined}
          />
        )}
      />
    </>
  );
}
