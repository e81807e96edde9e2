/** What every bench prints: a figure with its unit and, where DESIGN has one, the goal it is held against. */
export interface Figure {
  value: number;
  unit: string;
  goal?: string;
  met?: boolean;
}

/** One decimal, or three digits of what is smaller than that. */
const round = (value: number): number =>
  Math.abs(value) >= 1 ? Math.round(value * 10) / 10 : Number(value.toPrecision(3));

/** A figure that should be at most `most`. */
export const atMost = (value: number, unit: string, most: number): Figure => ({
  value: round(value),
  unit,
  goal: `≤ ${most}`,
  met: value <= most,
});

/** A figure that should be at least `least`. */
export const atLeast = (value: number, unit: string, least: number): Figure => ({
  value: round(value),
  unit,
  goal: `≥ ${least}`,
  met: value >= least,
});

export const figure = (value: number, unit: string): Figure => ({ value: round(value), unit });

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  if (high === undefined) throw new Error('no values');
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] as number) + high) / 2;
}
