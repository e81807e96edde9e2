/** The sheet of keys, which is loaded after the page is painted. */
import type { SheetProps } from './help-sheet.tsx';
import { later } from './later.tsx';
import type { Steps } from './steps.ts';

type Props = SheetProps & { steps: Steps };

const Sheet = later<Props>(() => import('./help-sheet.tsx').then((part) => part.HelpSheet), {
  failed({ steps, onClose }, error) {
    onClose();
    steps.fail(error);
  },
  soon: true,
});

export const Help = ({ open, ...props }: Props & { open: boolean }) => (open ? <Sheet {...props} /> : null);
