/** A button with a menu: arrows move, Esc closes, focus comes back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keepInSight } from './in-sight.ts';
import './menu.css';

export interface MenuItem {
  label: string;
  hint?: string;
  act: () => void;
}

interface Props {
  label: ComponentChildren;
  name?: string;
  items: readonly MenuItem[];
  disabled?: boolean;
  /** Tab index of its button. */
  tab?: number;
  /** Where it opens. */
  side?: 'up' | 'down';
  align?: 'start' | 'end';
  onOpen?: () => void;
}

export function Menu({ label, name, items, disabled, tab, side = 'down', align = 'start', onOpen }: Props) {
  const [open, setOpen] = useState(false);
  /** The item that is a tab stop: a menu that scrolls must have one. */
  const [stop, setStop] = useState(0);
  const menu = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    if (!open || !menu.current) return;
    keepInSight(menu.current);
    // before the next key arrives: it is meant for the menu
    menu.current.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return;
    onOpen?.();
    const outside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const all = [...(place.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const next = to[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else if (next !== undefined) all.at(next % all.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu-place" ref={place}>
      <button
        ref={button}
        type="button"
        class="button"
        tabIndex={tab}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={name}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div
          ref={menu}
          role="menu"
          class={`menu ${side} ${align}`}
          tabIndex={-1}
          aria-label={name}
          onKeyDown={keys}
        >
          {items.map((item, n) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={n === stop ? 0 : -1}
              class="menu-item"
              onFocus={() => setStop(n)}
              onClick={() => {
                close();
                item.act();
              }}
            >
              <span>{item.label}</span>
              {item.hint && (
                <span class="muted" dir="auto">
                  {item.hint}
                </span>
              )}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
