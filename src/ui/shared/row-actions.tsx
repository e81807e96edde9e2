/** What can be done with one paper: shown on hover and focus, over the end of the chips. */
import { isDismissed, isFlagged, noteOf, STATUSES, type Status, statusOf, tagsOf } from '../../core/mark.ts';
import { say } from '../../core/say.ts';
import type { Acts } from './acts.ts';
import { Cell } from './cell.tsx';
import type { Row } from './data.ts';
import { Icon, type IconName } from './icons.tsx';
import { statusWords } from './words.ts';
import { isInZotero, zoteroOn } from './zotero.ts';

interface Props {
  row: Row;
  title: string;
  acts: Acts;
  tab: number;
}

export function RowActions({ row, title, acts, tab }: Props) {
  const { paper, mark } = row;
  const { id } = paper;
  const flagged = isFlagged(mark);
  const dismissed = isDismissed(mark);
  const button = (
    icon: IconName,
    name: string,
    hint: string,
    act: () => void,
    pressed?: boolean,
    red = false,
  ) => (
    <button
      type="button"
      class={red ? 'tool red' : 'tool'}
      tabIndex={tab}
      aria-label={say('sharedNamed', name, title)}
      aria-pressed={pressed}
      title={hint}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <Cell kind="acts">
      {button(
        'flag',
        say('sharedActFlag'),
        say(flagged ? 'sharedActFlagged' : 'sharedActFlagHint'),
        () => void acts.flag([id]),
        flagged,
        true,
      )}
      {button(
        'dismiss',
        say('sharedActDismiss'),
        say(dismissed ? 'sharedActDismissed' : 'sharedActDismissHint'),
        () => void acts.dismiss([id]),
        dismissed,
      )}
      {button(
        'note',
        say('sharedActNote'),
        say('sharedActNoteHint'),
        () => acts.edit(id, 'note'),
        noteOf(mark) !== '',
      )}
      {button(
        'tag',
        say('sharedActTags'),
        say('sharedActTagsHint'),
        () => acts.edit(id, 'tags'),
        tagsOf(mark).length > 0,
      )}
      <StatusSelect
        status={statusOf(mark)}
        title={title}
        tab={tab}
        set={(status) => void acts.status([id], status)}
      />
      {button('cite', say('sharedActCite'), say('sharedActCiteHint'), () => void acts.cite(id))}
      {zoteroOn.value &&
        (isInZotero(paper)
          ? button(
              'zotero',
              say('sharedInZotero'),
              say('sharedInZoteroAlready'),
              () => void acts.zotero([id]),
              true,
            )
          : button(
              'zotero',
              say('sharedSendToZotero'),
              say('sharedSendToZotero'),
              () => void acts.zotero([id]),
            ))}
      {paper.links.pdf && button('pdf', 'PDF', say('sharedActPdfHint'), () => acts.openPdf(id))}
      {acts.canShow && button('show', say('sharedActShow'), say('sharedActShowHint'), () => acts.show(id))}
    </Cell>
  );
}

interface StatusProps {
  status: Status | null;
  title: string;
  tab: number;
  set: (status: Status | null) => void;
}

export function StatusSelect({ status, title, tab, set }: StatusProps) {
  return (
    <select
      class="status"
      tabIndex={tab}
      aria-label={say('sharedStatusOf', title)}
      title={say('sharedStatusHint')}
      value={status ?? ''}
      onChange={(event) => set((event.currentTarget.value || null) as Status | null)}
    >
      <option value="">{say('sharedNoStatus')}</option>
      {STATUSES.map((one) => (
        <option key={one} value={one}>
          {statusWords(one)}
        </option>
      ))}
    </select>
  );
}
