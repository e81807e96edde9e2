/** A sentence with more than text in it: a link, a key, a name in another face. */
import type { ComponentChildren } from 'preact';
import { type MessageKey, sayPieces } from '../../core/say.ts';

/** The words of `k`, `$1`… filled in with `parts` in the order the reader's language has them. */
export function Said({ k, parts }: { k: MessageKey; parts: readonly ComponentChildren[] }) {
  return <>{sayPieces(k).map((piece) => (typeof piece === 'number' ? parts[piece] : piece))}</>;
}
