/** A cell of a row. The row takes the focus, and the controls in it; cells never do. */
import type { ComponentChildren } from 'preact';

export function Cell({ kind, children }: { kind: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual, a grid can
    <div role="gridcell" tabIndex={-1} class={kind}>
      {children}
    </div>
  );
}
