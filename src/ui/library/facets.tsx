/** Left: the views and what narrows them, each with the number of papers it would leave. */
import { useState } from 'preact/hooks';
import { STATUSES } from '../../core/mark.ts';
import { type MessageKey, say, sayMany } from '../../core/say.ts';
import { reasonWords } from '../../core/words.ts';
import { type Choice, choose, GROUPS, type Group, isFiltering, NO_FILTER } from '../shared/filters.ts';
import { topicLabel } from '../shared/topic-labels.ts';
import { number, siteName, statusWords } from '../shared/words.ts';
import { CollectionsSection } from './collections-facet.tsx';
import { DuplicatesButton } from './duplicates-button.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { type LibraryState, type LibraryView, VIEWS } from './state.ts';
import { TrashFacet } from './trash-facet.tsx';

const VIEW_NAMES: Readonly<Record<LibraryView, MessageKey>> = {
  all: 'libraryViewAll',
  saved: 'libraryViewSaved',
  reading: 'libraryViewReading',
  flagged: 'libraryViewFlagged',
  dismissed: 'libraryViewDismissed',
  met: 'libraryViewMet',
};
/** Groups that are lists of values; collections are a tree. */
const LISTED = GROUPS.filter((group) => group !== 'collections');

const GROUP_NAMES: Readonly<Record<Group, MessageKey>> = {
  collections: 'libraryFacetCollections',
  topics: 'libraryFacetTopics',
  tags: 'libraryFacetTags',
  status: 'libraryFacetStatus',
  sites: 'libraryFacetSites',
  venues: 'libraryFacetVenues',
  year: 'libraryFacetYear',
  rules: 'libraryFacetRules',
};
const LABELS: Readonly<Record<Group, (value: string) => string>> = {
  collections: (id) => id,
  topics: topicLabel,
  tags: (tag) => tag,
  status: (value) => statusWords(STATUSES.find((status) => status === value) ?? 'read'),
  sites: siteName,
  venues: (venue) => venue,
  year: (year) => year,
  rules: reasonWords,
};

/** Shown before "more". */
const SHORT = 8;

/** Drawn with every key that is typed; what follows it in the pane only when its own numbers are there. */
function Views({ state }: { state: LibraryState }) {
  const counts = state.counts.value;
  return (
    <ul aria-label={say('libraryViews')}>
      {VIEWS.map((view) => (
        <li key={view}>
          <button
            type="button"
            class="facet view"
            aria-current={state.view.value === view && !state.trash.open.value ? 'true' : undefined}
            onClick={() => state.show(view)}
          >
            <span>{say(VIEW_NAMES[view])}</span>
            <span class="n">{counts[view] === undefined ? '' : number(counts[view])}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Facets({ state }: { state: LibraryState }) {
  return (
    <nav class="facets" aria-label={say('libraryViewsAndFilters')}>
      <Views state={state} />
      <TrashFacet trash={state.trash} />
      <CollectionsSection state={state} />
      <SavedSearches state={state} />
      <DuplicatesButton />
      {isFiltering(state.filter.value) && (
        <button
          type="button"
          class="link"
          onClick={() => {
            state.filter.value = NO_FILTER;
          }}
        >
          {say('sharedClearFilters')}
        </button>
      )}
      {LISTED.map((group) => (
        <FacetGroup key={group} state={state} group={group} found={state.choices.value?.[group] ?? []} />
      ))}
    </nav>
  );
}

function FacetGroup({
  state,
  group,
  found,
}: {
  state: LibraryState;
  group: Group;
  found: readonly Choice[];
}) {
  const [all, setAll] = useState(false);
  if (found.length === 0) return null;
  const label = (value: string) =>
    group === 'status' && value === 'none' ? say('sharedNoStatus') : LABELS[group](value);
  const shown = all ? found : found.filter((choice, at) => at < SHORT || choice.chosen);
  return (
    <section aria-labelledby={`facet-${group}`}>
      <h2 id={`facet-${group}`}>{say(GROUP_NAMES[group])}</h2>
      <ul>
        {shown.map(({ value, count, chosen }) => (
          <li key={value}>
            <button
              type="button"
              class="facet"
              aria-pressed={chosen}
              title={label(value)}
              onClick={() => {
                state.filter.value = choose(state.filter.peek(), group, value);
              }}
            >
              <span dir="auto">{label(value)}</span>
              <span class="n">{number(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHORT && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('libraryFewerChoices') : sayMany('libraryMoreChoices', found.length - SHORT)}
        </button>
      )}
    </section>
  );
}
