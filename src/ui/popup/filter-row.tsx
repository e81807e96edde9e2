/** Topic, status and tag: one choice each narrows the list. */
import { STATUSES } from '../../core/mark.ts';
import { say } from '../../core/say.ts';
import { type Group, isFiltering, NO_FILTER } from '../shared/filters.ts';
import { Icon } from '../shared/icons.tsx';
import { topicLabel } from '../shared/topic-labels.ts';
import { statusWords } from '../shared/words.ts';
import type { PopupState } from './state.ts';

function statusLabel(value: string): string {
  const status = STATUSES.find((one) => one === value);
  return status ? statusWords(status) : say('sharedNoStatus');
}

export function Filters({ state }: { state: PopupState }) {
  return (
    <fieldset class="filters" aria-label={say('popupFilters')}>
      <Choose
        state={state}
        group="topics"
        name={say('popupTopic')}
        all={say('popupAllTopics')}
        label={topicLabel}
      />
      <Choose
        state={state}
        group="status"
        name={say('popupStatus')}
        all={say('popupAnyStatus')}
        label={statusLabel}
      />
      <Choose
        state={state}
        group="tags"
        name={say('popupTag')}
        all={say('popupAllTags')}
        label={(tag) => tag}
      />
      {isFiltering(state.filter.value) && (
        <button
          type="button"
          class="tool"
          aria-label={say('sharedClearFilters')}
          title={say('sharedClearFilters')}
          onClick={() => {
            state.filter.value = NO_FILTER;
          }}
        >
          <Icon name="dismiss" size={12} />
        </button>
      )}
    </fieldset>
  );
}

interface Props {
  state: PopupState;
  group: Group;
  name: string;
  all: string;
  label: (value: string) => string;
}

function Choose({ state, group, name, all, label }: Props) {
  const chosen = state.filter.value[group][0] ?? '';
  const found = state.choices.value?.[group] ?? [];
  return (
    <select
      class={chosen ? 'choose on' : 'choose'}
      aria-label={name}
      value={chosen}
      onFocus={() => state.needIndex()}
      onChange={(event) => {
        const value = event.currentTarget.value;
        state.filter.value = { ...state.filter.peek(), [group]: value ? [value] : [] };
      }}
    >
      <option value="">{all}</option>
      {found.map(({ value, count }) => (
        <option key={value} value={value}>
          {say('popupChoice', label(value), count)}
        </option>
      ))}
    </select>
  );
}
