/** The reader's labels of one paper: any words, several at once with commas, known ones suggested. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tagsOf } from '../../core/mark.ts';
import { LIMITS } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import type { Acts } from './acts.ts';
import { allTags, type Row } from './data.ts';
import { Icon } from './icons.tsx';
import { tagsIn } from './tags.ts';

interface Props {
  row: Row;
  title: string;
  acts: Acts;
  focus?: boolean;
  onDone?: () => void;
}

export function TagEditor({ row, title, acts, focus, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState<readonly string[]>([]);
  const { id } = row.paper;
  const tags = tagsOf(row.mark);

  useLayoutEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const read = () => {
    allTags().then((all) => setKnown(all.map(({ tag }) => tag)), acts.failed);
  };

  const add = () => {
    if (!field.current) return;
    const given = tagsIn(field.current.value).filter((tag) => !tags.includes(tag));
    field.current.value = '';
    if (given.length > 0) void acts.tag([id], given, true);
  };
  return (
    <div class="editor tags">
      <div class="tag-line">
        {tags.map((tag) => (
          <span key={tag} class="chip tag" dir="auto">
            {tag}
            <button
              type="button"
              class="tag-off"
              aria-label={say('sharedRemoveTag', tag, title)}
              onClick={() => {
                void acts.tag([id], [tag], false);
                field.current?.focus();
              }}
            >
              <Icon name="dismiss" size={10} />
            </button>
          </span>
        ))}
        {tags.length === 0 && <span class="muted">{say('sharedNoTags')}</span>}
      </div>
      <div class="tag-line">
        <input
          ref={field}
          class="field"
          type="text"
          dir="auto"
          maxLength={LIMITS.tag * 5}
          list={`tags-${id}`}
          aria-label={say('sharedAddTag', title)}
          placeholder={say('sharedAddTagHint')}
          onFocus={read}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) {
              event.preventDefault();
              add();
            } else if (event.key === 'Escape') {
              event.preventDefault();
              add();
              if (onDone) onDone();
              else field.current?.blur();
            }
          }}
        />
        <datalist id={`tags-${id}`}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
        <button type="button" class="button" onClick={add}>
          {say('commonAdd')}
        </button>
        {onDone && (
          <button type="button" class="link" onClick={onDone}>
            {say('commonDoneEsc')}
          </button>
        )}
      </div>
    </div>
  );
}
