/** A part of a page that is loaded when it is first drawn: what is beside or over the list must not hold up the list. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ManiculeError } from '../../core/errors.ts';
import { say } from '../../core/say.ts';
import { soon as whenIdle } from './painted.ts';

interface How<Props> {
  /** Drawn until the part is there; by default nothing. */
  frame?: ComponentType<Props>;
  /** Tells the reader that it cannot be loaded; by default that is said in its place. */
  failed?: (props: Props, error: ManiculeError) => void;
  /** Loaded once the page is painted and idle: a key that asks for it does not wait. */
  soon?: boolean;
}

/** A component that draws its frame until `load` has answered. Nothing loads after the extension was updated meanwhile. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { frame: Frame, failed, soon = false }: How<Props> = {},
): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  const fetched = async () => {
    known ??= await load();
    return known;
  };
  if (soon) whenIdle(fetched);
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => known);
    const [gone, setGone] = useState(false);
    useEffect(() => {
      if (Part) return;
      let here = true;
      fetched().then(
        (part) => here && setPart(() => part),
        (error: unknown) => {
          if (!here) return;
          if (!failed) setGone(true);
          else failed(props, new ManiculeError('extension-gone', say('errorUpdated'), { cause: error }));
        },
      );
      return () => {
        here = false;
      };
    }, [Part]);
    if (Part) return <Part {...props} />;
    if (gone) return <p role="alert">{say('errorUpdated')}</p>;
    return Frame ? <Frame {...props} /> : null;
  };
}
