/** A part of a page that is loaded when it is first drawn: what is beside or over the list must not hold up the list. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A component that draws nothing until `load` has answered. Where it cannot be loaded (the extension was updated meanwhile)
 * the rest of the page stands without it.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => known);
    useEffect(() => {
      if (Part) return;
      let here = true;
      load().then((part) => {
        known = part;
        if (here) setPart(() => part);
      }, reportError);
      return () => {
        here = false;
      };
    }, [Part]);
    return Part ? <Part {...props} /> : null;
  };
}
