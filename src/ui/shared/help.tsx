/** The keys, on one sheet. */
import { useEffect, useRef } from 'preact/hooks';
import './help.css';

const KEYS: readonly [string, string][] = [
  ['/', 'search'],
  ['↓', 'from the search into the list'],
  ['j k', 'next, previous paper'],
  ['o  Enter', 'open the paper'],
  ['p', 'open its PDF'],
  ['s', 'save, or take out'],
  ['f', 'flag, or take the flag off'],
  ['x', 'dismiss, or take it back'],
  ['n', 'note'],
  ['t', 'tags'],
  ['r', 'status: to read, reading, read'],
  ['c', 'copy the citation (BibTeX)'],
  ['u', 'undo'],
  ['Esc', 'close what is open'],
  ['?', 'this sheet'],
];

interface Props {
  open: boolean;
  onClose: () => void;
  /** In place of the keys of lists. */
  keys?: readonly [string, string][];
  more?: readonly [string, string][];
}

export function Help({ open, onClose, keys = KEYS, more = [] }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="help" aria-label="Keys" onClose={onClose}>
      <h2>Keys</h2>
      <dl>
        {[...keys, ...more].map(([names, what]) => (
          <div key={names}>
            <dt>
              {names.split(/\s+/).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
