/** The copies put aside before each restore, to be saved as files. */
import { useEffect } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { copies } from './copies.ts';
import { list, moment, size } from './format.ts';
import { sayFailure } from './notice.tsx';

async function readList(): Promise<void> {
  try {
    copies.value = await (await import('./recovery.ts')).listCopies();
  } catch (error) {
    sayFailure(error);
  }
}

const save = async (name: string): Promise<void> => {
  try {
    await (await import('./recovery.ts')).saveCopy(name);
  } catch (error) {
    sayFailure(error);
  }
};

export function RecoveryList() {
  useEffect(() => void readList(), []);
  if (copies.value.length === 0) return null;
  return (
    <div class="copies">
      <p class="hint">{say('optionsCopiesHint')}</p>
      <ul>
        {copies.value.map(({ name, at, bytes }) => (
          <li key={name}>
            {list([moment(at), size(bytes)])}{' '}
            <button
              type="button"
              class="button"
              aria-label={say('optionsCopiesSaveOf', moment(at))}
              onClick={() => void save(name)}
            >
              {say('optionsCopiesSave')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
