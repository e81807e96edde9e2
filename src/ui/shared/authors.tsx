/** A paper's authors: of a long list the first, and the others at a click. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { namedAtOnce } from '../../core/authors.ts';
import { sayMany } from '../../core/say.ts';
import { allAuthors } from './words.ts';

/** @param props `cut`: the list is known to be cut. To be keyed by the paper: another one's list begins short again. */
export function Authors({ authors, cut }: { authors: readonly string[]; cut: boolean | undefined }) {
  const [whole, setWhole] = useState(false);
  const list = useRef<HTMLParagraphElement>(null);
  // the button that had the focus is gone
  useEffect(() => {
    if (whole) list.current?.focus({ preventScroll: true });
  }, [whole]);
  const named = whole ? authors.length : namedAtOnce(authors.length);
  return (
    <p ref={list} class="authors" dir="auto" tabIndex={-1}>
      {named === authors.length ? (
        allAuthors(authors, cut)
      ) : (
        <>
          {authors.slice(0, named).join(', ')}{' '}
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {sayMany('authorsMore', authors.length - named)}
          </button>
        </>
      )}
    </p>
  );
}
