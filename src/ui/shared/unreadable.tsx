/** Says that records were left out because they could not be read. */
import { sayMany } from '../../core/say.ts';
import type { Papers } from './papers.ts';

export function Unreadable({ papers }: { papers: Papers }) {
  const count = papers.unreadable.value;
  if (count === 0) return null;
  return (
    <p class="notice" role="note">
      {sayMany('sharedUnreadable', count)}
    </p>
  );
}
