/** What Manicule does, in four pictures with a sentence each. They are drawn of the same hand, lines and red as the rest. */
import type { ComponentChildren } from 'preact';
import { HAND_PATH } from '../../core/hand.ts';
import { type MessageKey, say } from '../../core/say.ts';

/** Lines of text, as a page has them. */
function Lines({ y, dim }: { y: number; dim?: boolean }) {
  return (
    <g class={dim ? 'lines dim' : 'lines'}>
      <rect class="line strong" x={46} y={y} width={112} height={5} rx={2} />
      <rect class="line" x={46} y={y + 11} width={92} height={3} rx={1.5} />
    </g>
  );
}

const Mark = ({ y, state }: { y: number; state: string }) => (
  <path class={`mark ${state}`} transform={`translate(18 ${y - 3}) scale(.8)`} d={HAND_PATH} />
);

const Chip = ({ x, y, width, why }: { x: number; y: number; width: number; why?: boolean }) => (
  <g class={why ? 'chip why' : 'chip'}>
    <rect x={x} y={y} width={width} height={9} rx={4.5} />
    <rect class="word" x={x + 6} y={y + 3.5} width={width - 12} height={2} rx={1} />
  </g>
);

const PICTURES: readonly (readonly [MessageKey, ComponentChildren])[] = [
  [
    'welcomeMarks',
    <g key="marks">
      <Mark y={18} state="saved" />
      <Lines y={18} />
      <Mark y={50} state="none" />
      <Lines y={50} />
      <Mark y={82} state="dismissed" />
      <Lines y={82} dim />
    </g>,
  ],
  [
    'welcomeSeen',
    <g key="seen">
      <Lines y={18} />
      <Chip x={146} y={28} width={26} why />
      <Lines y={50} dim />
      <Chip x={146} y={60} width={38} />
      <Lines y={82} dim />
      <Chip x={146} y={92} width={38} />
    </g>,
  ],
  [
    'welcomeWatch',
    <g key="watch">
      <Lines y={18} dim />
      <Mark y={50} state="flagged" />
      <Lines y={50} />
      <Chip x={46} y={69} width={64} why />
      <Lines y={88} dim />
    </g>,
  ],
  [
    'welcomeKeep',
    <g key="keep">
      <rect class="pane" x={18} y={14} width={40} height={88} rx={4} />
      <rect class="pane" x={64} y={14} width={118} height={88} rx={4} />
      {[24, 36, 48].map((y) => (
        <rect key={y} class="line" x={26} y={y} width={24} height={3} rx={1.5} />
      ))}
      {[24, 44, 64, 84].map((y) => (
        <g key={y}>
          <path class="mark saved" transform={`translate(71 ${y - 4}) scale(.5)`} d={HAND_PATH} />
          <rect class="line strong" x={90} y={y} width={y % 40 === 4 ? 70 : 82} height={4} rx={2} />
        </g>
      ))}
    </g>,
  ],
];

export function Pictures() {
  return (
    <ol class="pictures">
      {PICTURES.map(([words, drawing]) => (
        <li key={words}>
          <svg viewBox="0 0 200 116" aria-hidden="true" dir="ltr">
            <rect class="sheet" x={0.5} y={0.5} width={199} height={115} rx={9} />
            {drawing}
          </svg>
          <p>{say(words)}</p>
        </li>
      ))}
    </ol>
  );
}
