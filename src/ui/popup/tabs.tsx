/** On this page, Saved, Flagged: each with its count. */
import { type MessageKey, say } from '../../core/say.ts';
import { isRtl } from '../shared/direction.ts';
import { number } from '../shared/words.ts';
import { type PopupState, TABS, type Tab } from './state.ts';

const LABELS: Readonly<Record<Tab, MessageKey>> = {
  page: 'popupTabPage',
  saved: 'popupTabSaved',
  flagged: 'popupTabFlagged',
};

export function Tabs({ state }: { state: PopupState }) {
  const at = state.tab.value;
  return (
    <div
      role="tablist"
      aria-label={say('popupLists')}
      class="tabs"
      onKeyDown={(event) => {
        const [next, last] = isRtl() ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
        const by = event.key === next ? 1 : event.key === last ? -1 : 0;
        if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        state.nextTab(by);
        document.getElementById(`tab-${state.tab.peek()}`)?.focus();
      }}
    >
      {TABS.map((tab, index) => {
        const count = state.tabCount(tab);
        const label = say(LABELS[tab]);
        return (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={tab === at}
            aria-controls="panel"
            tabIndex={tab === at ? 0 : -1}
            title={say('sharedHint', label, index + 1)}
            onClick={() => state.showTab(tab)}
          >
            <span class="tab-name">{label}</span>
            <span class={tab === 'flagged' && (count ?? 0) > 0 ? 'count red' : 'count'}>
              {count === undefined ? '\u2007' : number(count)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
