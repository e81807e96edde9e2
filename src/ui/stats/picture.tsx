/** What stands around every picture: its name, what it says in a sentence, and the same as a table. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { number } from '../shared/words.ts';

export type TableCell = string | number | { text: string; href: string };

export interface Table {
  head: readonly string[];
  rows(): readonly (readonly TableCell[])[];
}

interface Props {
  /** Tells it from the others on the page. */
  id: string;
  title: string;
  said: string;
  table?: Table | undefined;
  children: ComponentChildren;
}

export function Picture({ id, title, said, table, children }: Props) {
  return (
    <section class="picture" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="muted" id={`${id}-said`}>
        {said}
      </p>
      {children}
      {table && <AsTable title={title} table={table} />}
    </section>
  );
}

/** Made when it is opened: a year has three hundred days. */
function AsTable({ title, table }: { title: string; table: Table }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('statsTable')}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
        <section class="table" tabIndex={0} aria-label={title}>
          <table>
            <caption class="quiet">{title}</caption>
            <thead>
              <tr>
                {table.head.map((one) => (
                  <th key={one} scope="col">
                    {one}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows().map((row, at) => (
                <tr key={at}>
                  {row.map((one, column) =>
                    column === 0 ? (
                      <th key="name" scope="row" dir="auto">
                        <Shown cell={one} />
                      </th>
                    ) : (
                      <td key={table.head[column]}>
                        <Shown cell={one} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

function Shown({ cell }: { cell: TableCell }) {
  if (typeof cell === 'object') return <a href={cell.href}>{cell.text}</a>;
  return <>{typeof cell === 'number' ? number(cell) : cell}</>;
}
