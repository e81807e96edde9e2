// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Acts } from '../../src/ui/shared/acts.ts';
import type { Row } from '../../src/ui/shared/data.ts';
import { Drafts } from '../../src/ui/shared/drafts.ts';
import { NoteEditor } from '../../src/ui/shared/note-editor.tsx';
import { Notes } from '../../src/ui/shared/notes.ts';
import type { Steps } from '../../src/ui/shared/steps.ts';

afterEach(() => render(null, document.body));

test('Esc that ends the input method’s own work leaves the note open', async () => {
  const steps = { write: async () => undefined, push: () => undefined } as unknown as Steps;
  const acts = { notes: new Notes(steps, new Drafts(localStorage)) } as unknown as Acts;
  const row = { paper: { id: 'arxiv:1' } } as Row;
  const onDone = vi.fn();
  await act(() =>
    render(<NoteEditor row={row} title="A paper" acts={acts} focus onDone={onDone} />, document.body),
  );
  const field = document.querySelector('textarea') as HTMLTextAreaElement;
  const pressEsc = (isComposing: boolean) =>
    act(() => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing, bubbles: true }));
    });
  await pressEsc(true);
  expect(onDone).not.toHaveBeenCalled();
  await pressEsc(false);
  expect(onDone).toHaveBeenCalledOnce();
});
