/** The reader's labels of one paper: any words, several at once with commas, known ones suggested. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tagsOf } from '../../core/mark.ts';
import { LIMITS } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import type { Acts } from './acts.ts';
import { allTags, type Row } from './data.ts';
import { LabelEditor } from './label-editor.tsx';
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

  const add = (typed: string) => {
    const given = tagsIn(typed).filter((tag) => !tags.includes(tag));
    if (given.length > 0) void acts.tag([id], given, true);
    return true;
  };
  /** What was typed is meant. */
  const addTyped = () => {
    add(field.current?.value ?? '');
    if (field.current) field.current.value = '';
  };
  const latest = useRef(addTyped);
  latest.current = addTyped;
  // another paper is shown: this one keeps what was typed for it
  useLayoutEffect(() => () => latest.current(), []);
  const done = () => {
    addTyped();
    onDone?.();
  };
  return (
    <LabelEditor
      id={`tags-${id}`}
      field={field}
      labels={tags.map((tag) => ({
        key: tag,
        content: tag,
        hint: tag,
        offName: say('sharedRemoveTag', tag, title),
        off: () => void acts.tag([id], [tag], false),
      }))}
      none={say('sharedNoTags')}
      options={known.filter((tag) => !tags.includes(tag))}
      name={say('sharedAddTag', title)}
      hint={say('sharedAddTagHint')}
      maxLength={LIMITS.tag * 5}
      onFocus={() => {
        allTags().then((all) => setKnown(all.map(({ tag }) => tag)), acts.failed);
      }}
      add={add}
      leave={() => {
        done();
        if (!onDone) field.current?.blur();
      }}
    >
      {onDone && (
        <button type="button" class="link" onClick={done}>
          {say('commonDoneEsc')}
        </button>
      )}
    </LabelEditor>
  );
}
