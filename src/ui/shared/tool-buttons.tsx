/** Buttons that every page has in its header or footer. */
import type { Signal } from '@preact/signals';
import { say } from '../../core/say.ts';
import { openTab, ownPage } from '../../platform/tabs.ts';
import { Icon } from './icons.tsx';

/** Opens the sheet of keys. */
export function KeysButton({ open }: { open: Signal<boolean> }) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={say('sharedKeys')}
      title={say('sharedKeysHint')}
      onClick={() => {
        open.value = true;
      }}
    >
      <Icon name="help" />
    </button>
  );
}

/** Opens the options in a tab. @param failed is told where that cannot be done */
export function OptionsButton({ failed }: { failed: (error: unknown) => void }) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={say('sharedOptions')}
      title={say('sharedOptions')}
      onClick={() => void openTab(ownPage('options')).catch(failed)}
    >
      <Icon name="gear" />
    </button>
  );
}
