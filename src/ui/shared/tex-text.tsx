/**
 * A title or an abstract with its formulas: as text at once, and those that read badly in a line set as soon as that is
 * loaded. For places where one paper is read; lists show the text.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './formula.css';
import { type Formula, texPieces } from './tex.ts';
import { wantsSetting } from './tex-deep.ts';

type MathOf = typeof import('./tex-math.ts').mathOf;

let loaded: MathOf | undefined;

export function TexText({ text }: { text: string }) {
  const pieces = texPieces(text, wantsSetting);
  if (pieces.every((piece) => typeof piece === 'string')) return <>{pieces.join('')}</>;
  return (
    <>
      {pieces.map((piece, at) =>
        typeof piece === 'string' ? piece : <SetFormula key={`${at} ${piece.body}`} formula={piece} />,
      )}
    </>
  );
}

/** One formula; its text where it cannot be set. */
function SetFormula({ formula: { body, text } }: { formula: Formula }) {
  const place = useRef<HTMLSpanElement>(null);
  const [mathOf, setMathOf] = useState<MathOf | undefined>(() => loaded);
  useLayoutEffect(() => {
    if (mathOf) {
      place.current?.replaceChildren(mathOf(body, text) ?? text);
      return;
    }
    place.current?.replaceChildren(text);
    let gone = false;
    import('./tex-math.ts').then(
      (module) => {
        loaded = module.mathOf;
        if (!gone) setMathOf(() => module.mathOf);
      },
      () => undefined, // the text stays
    );
    return () => {
      gone = true;
    };
  }, [mathOf, body, text]);
  return <span class="formula" ref={place} />;
}

/** Puts formulas on the clipboard as text: a listener for `copy` around what holds them. */
export function copyAsText(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !event.clipboardData) return;
  const copied = selection.getRangeAt(0).cloneContents();
  const formulas = copied.querySelectorAll('math');
  if (formulas.length === 0) return;
  for (const math of formulas) math.replaceWith(math.getAttribute('alttext') ?? math.textContent ?? '');
  event.clipboardData.setData('text/plain', copied.textContent ?? '');
  event.preventDefault();
}
