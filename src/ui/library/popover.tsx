/** A button with a small panel under it: Esc and clicks elsewhere close it, Esc brings the focus back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../shared/icons.tsx';
import { keepInSight } from '../shared/in-sight.ts';
import './popover.css';

interface Props {
  icon: IconName;
  label: string;
  hint: string;
  kind: string;
  /** Its content; `refocus` gives the panel the focus, for when what had it went. */
  children: (refocus: () => void) => ComponentChildren;
}

export function Popover({ icon, label, hint, kind, children }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const refocus = () => panel.current?.focus();

  useLayoutEffect(() => {
    if (!open || !panel.current) return;
    keepInSight(panel.current);
    refocus(); // before the next key arrives
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes what lies inside
    <div
      class="menu-place"
      ref={place}
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="tool"
        aria-expanded={open}
        aria-label={label}
        title={hint}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
      </button>
      {open && (
        <section ref={panel} class={`menu down end panel ${kind}`} tabIndex={-1} aria-label={label}>
          <h2>{label}</h2>
          {children(refocus)}
        </section>
      )}
    </div>
  );
}
