/** Saved pages, read as their sites are: by a script of its own, see core/saved-page.ts. */
import { SAVED_FILE, SAVED_SCOPE, type SavedPage } from '../../core/saved-page.ts';
import { sayMany } from '../../core/say.ts';
import { textOfFile } from '../../exchange/from/file-text.ts';

let loading: Promise<void> | undefined;

/** Runs the script, once; after a failure the next call tries again. */
function load(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `/${SAVED_FILE}`;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      loading = undefined;
      reject(new Error(`${SAVED_FILE} was not loaded.`));
    });
    document.head.append(script);
  });
  return loading;
}

/** What the reader of its site makes of a saved page; undefined where it cannot be read so: then its links are left. */
export async function readSaved(file: Blob, url: string): Promise<SavedPage | undefined> {
  try {
    const [text] = await Promise.all([textOfFile(file), load()]);
    const read = await SAVED_SCOPE.maniculeSaved?.(text, url);
    // what exactly it was says nothing to whoever reads papers
    const parts = read?.problems.length ?? 0;
    return read && { ...read, problems: parts > 0 ? [sayMany('pageParts', parts)] : [] };
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
