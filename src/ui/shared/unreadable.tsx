/** Says that records were left out because they could not be read. */
import type { Papers } from './papers.ts';

export function Unreadable({ papers }: { papers: Papers }) {
  const count = papers.unreadable.value;
  if (count === 0) return null;
  return (
    <p class="notice" role="note">
      {count === 1 ? '1 record' : `${count} records`} could not be read and {count === 1 ? 'was' : 'were'}{' '}
      left out (see the log in options).
    </p>
  );
}
