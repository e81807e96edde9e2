/** What can be done with the paper, in buttons for a thumb; each says its key. */
import type { ComponentChildren } from 'preact';
import { isDismissed, isFlagged, isSaved } from '../../core/mark.ts';
import { say } from '../../core/say.ts';
import { Hand } from '../shared/hand.tsx';
import { Icon, type IconName } from '../shared/icons.tsx';
import type { ReviewState } from './state.ts';

interface DoProps {
  name: string;
  hotkey: string;
  kind?: string;
  icon: ComponentChildren;
  pressed?: boolean;
  disabled?: boolean;
  act: () => void;
}

function Do({ name, hotkey, kind = '', icon, pressed, disabled, act }: DoProps) {
  const cap = hotkey === 'space' ? say('reviewSpace') : hotkey;
  return (
    <button
      type="button"
      class={`do ${kind}`}
      aria-pressed={pressed}
      aria-keyshortcuts={hotkey}
      disabled={disabled}
      title={say('sharedHint', name, cap)}
      onClick={act}
    >
      {icon}
      <span class="do-name">{name}</span>
      <span class="hotkey" aria-hidden="true">
        {cap}
      </span>
    </button>
  );
}

const icon = (name: IconName) => <Icon name={name} size={18} />;

export function Actions({ state }: { state: ReviewState }) {
  const mark = state.row.value?.mark;
  const id = state.id.value ?? '';
  const { acts } = state;
  const at = state.session.value?.at ?? 0;
  return (
    // a pressed button must not keep the focus: the next space is the next paper's
    // biome-ignore lint/a11y/useSemanticElements: no form is filled in here
    <div
      class="actions"
      role="group"
      aria-label={say('reviewThisPaper')}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div class="main-acts">
        <Do
          name={say('reviewBack')}
          hotkey="k"
          kind="turn"
          icon={icon('back')}
          disabled={at === 0}
          act={() => state.back()}
        />
        <Do
          name={say('commonSave')}
          hotkey="s"
          icon={<Hand state={isSaved(mark) ? 'saved' : 'none'} size={20} />}
          pressed={isSaved(mark)}
          act={() => state.decide('save')}
        />
        <Do
          name={say('commonFlag')}
          hotkey="f"
          kind="red"
          icon={icon('flag')}
          pressed={isFlagged(mark)}
          act={() => state.decide('flag')}
        />
        <Do
          name={say('commonDismiss')}
          hotkey="x"
          icon={icon('dismiss')}
          pressed={isDismissed(mark)}
          act={() => state.decide('dismiss')}
        />
        <Do
          name={say('reviewNext')}
          hotkey="space"
          kind="turn strong"
          icon={icon('next')}
          act={() => state.next()}
        />
      </div>
      <div class="more-acts">
        <Do name={say('reviewTag')} hotkey="t" icon={icon('tag')} act={() => acts.edit(id, 'tags')} />
        <Do name={say('reviewNote')} hotkey="n" icon={icon('note')} act={() => acts.edit(id, 'note')} />
        <Do name={say('reviewOpen')} hotkey="o" icon={icon('open')} act={() => acts.open(id)} />
        <Do name="PDF" hotkey="p" icon={icon('pdf')} act={() => acts.openPdf(id)} />
        <Do
          name={say('commonUndo')}
          hotkey="u"
          icon={icon('undo')}
          disabled={state.steps.depth.value === 0}
          act={() => void state.undo()}
        />
      </div>
    </div>
  );
}
