/** The keys, on one sheet. */
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../core/say.ts';
import './help.css';

const keysOfLists = (): [string, string][] => [
  ['/', say('sharedKeySearch')],
  ['↓', say('sharedKeyDown')],
  ['j k', say('sharedKeyMove')],
  ['o  Enter', say('sharedKeyOpen')],
  ['p', say('sharedKeyPdf')],
  ['s', say('sharedKeySave')],
  ['f', say('sharedKeyFlag')],
  ['x', say('sharedKeyDismiss')],
  ['n', say('sharedKeyNote')],
  ['t', say('sharedKeyTags')],
  ['r', say('sharedKeyStatus')],
  ['c', say('sharedKeyCite')],
  ['u', say('sharedKeyUndo')],
  ['Esc', say('sharedKeyClose')],
  ['?', say('sharedKeyHelp')],
];

/** What stands on a key. */
function keyCap(key: string): string {
  if (key === 'Space') return say('sharedCapSpace');
  if (key === 'Enter') return say('sharedCapEnter');
  if (key === 'Esc') return say('sharedCapEsc');
  if (key === 'Delete') return say('sharedCapDelete');
  return key.startsWith('Ctrl+') ? say('sharedCapCtrl', key.slice('Ctrl+'.length)) : key;
}

export interface SheetProps {
  onClose: () => void;
  /** In place of the keys of lists. */
  keys?: readonly [string, string][];
  more?: readonly [string, string][];
}

export function HelpSheet({ onClose, keys = keysOfLists(), more = [] }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-label={say('sharedKeys')} onClose={onClose}>
      <h2>{say('sharedKeys')}</h2>
      <dl>
        {[...keys, ...more].map(([names, what]) => (
          <div key={names}>
            <dt>
              {names.split(/\s+/).map((key) => (
                <kbd key={key} dir="ltr">
                  {keyCap(key)}
                </kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {say('commonClose')}
      </button>
    </dialog>
  );
}
