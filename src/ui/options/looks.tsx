/** Parts of the options that are seen only once they are asked for: loaded then. */
import { later } from '../shared/later.tsx';
import { sayFailure } from './notice.tsx';

/** What a file would change. */
export const RestoreLook = later(() => import('./restore-look.tsx').then((part) => part.RestoreLook), {
  failed: (_, error) => sayFailure(error),
});

/** What a file is. */
export const ImportTold = later(() => import('./import-told.tsx').then((part) => part.ImportTold), {
  failed: (_, error) => sayFailure(error),
});

/** How a topic is shown. */
export const TopicEditor = later(() => import('./topic-editor.tsx').then((part) => part.TopicEditor), {
  failed: (_, error) => sayFailure(error),
});
