/** Values of a query that are numbers or times: `2023..2025`, `>3`, `<7d`, `2026-03`. */

/** Both ends belong to it. */
export interface Range {
  from: number;
  to: number;
}

const MAX_YEAR = 9999;
export const NO_END = Number.MAX_SAFE_INTEGER;

/** `2024`, `2023..2025`, `..2020`, `2020..`; undefined for anything else. */
export function yearRange(value: string): Range | undefined {
  const match = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(value);
  if (!match || (!match[1] && !match[3])) return undefined;
  const from = match[1] ? Number(match[1]) : 0;
  const to = match[3] ? Number(match[3]) : match[2] ? MAX_YEAR : from;
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** `3`, `>3`, `>=3`, `<3`, `<=3`, `2..5`; undefined for anything else. */
export function numberRange(value: string): Range | undefined {
  const one = /^(<=|>=|<|>)?(\d{1,6})$/.exec(value);
  if (one) {
    const n = Number(one[2]);
    if (one[1] === '>') return { from: n + 1, to: NO_END };
    if (one[1] === '>=') return { from: n, to: NO_END };
    if (one[1] === '<') return { from: 0, to: n - 1 };
    return one[1] === '<=' ? { from: 0, to: n } : { from: n, to: n };
  }
  const two = /^(\d{1,6})?\.\.(\d{1,6})?$/.exec(value);
  if (!two || (!two[1] && !two[2])) return undefined;
  const [from, to] = [Number(two[1] ?? 0), Number(two[2] ?? NO_END)];
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

const DAY = 24 * 60 * 60 * 1000;
/** Units of an age, in ms. */
const UNITS: Readonly<Record<string, number>> = {
  h: DAY / 24,
  d: DAY,
  w: 7 * DAY,
  m: 30 * DAY,
  y: 365 * DAY,
};

/** An age in ms at both ends, or a stretch of time in ms since 1970. */
export type TimeSpan = { age: Range } | { time: Range };

/** `2026`, `2026-03` or `2026-03-17` as local time, from its first to its last ms. */
function dayRange(text: string): Range | undefined {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)];
  if (month > 11 || month < 0 || day < 1 || day > 31) return undefined;
  const end = match[3]
    ? new Date(year, month, day + 1)
    : match[2]
      ? new Date(year, month + 1, 1)
      : new Date(year + 1, 0, 1);
  return { from: new Date(year, month, day).getTime(), to: end.getTime() - 1 };
}

/**
 * `<7d` (within the last seven days), `>2w`, `3m..6m`, `1y`, `today`, `2026-03`, `2026-01..2026-03`, `>2026-03-17`;
 * units h d w m y; of two days or ages either may be first. A plain age means "within". Undefined for anything else.
 */
export function timeSpan(value: string): TimeSpan | undefined {
  if (value === 'today') return { age: { from: 0, to: DAY } };
  const age = /^(<=?|>=?)?(\d{1,4})([hdwmy])$/.exec(value);
  if (age) {
    const ms = Number(age[2]) * (UNITS[age[3] as string] as number);
    return { age: age[1]?.startsWith('>') ? { from: ms, to: NO_END } : { from: 0, to: ms } };
  }
  const ages = /^(\d{1,4})([hdwmy])\.\.(\d{1,4})([hdwmy])$/.exec(value);
  if (ages) {
    const a = Number(ages[1]) * (UNITS[ages[2] as string] as number);
    const b = Number(ages[3]) * (UNITS[ages[4] as string] as number);
    return { age: { from: Math.min(a, b), to: Math.max(a, b) } };
  }
  const [first = '', second] = value.replace(/^[<>]=?/, '').split('..');
  const from = first === '' ? undefined : dayRange(first);
  const to = second === undefined ? from : second === '' ? undefined : dayRange(second);
  if ((first !== '' && !from) || (second && !to) || (!from && !to)) return undefined;
  if (value.startsWith('<'))
    return from && { time: { from: 0, to: value[1] === '=' ? from.to : from.from - 1 } };
  if (value.startsWith('>'))
    return from && { time: { from: value[1] === '=' ? from.from : from.to + 1, to: NO_END } };
  // in whichever order the two stand
  if (from && to && to.from < from.from) return { time: { from: to.from, to: from.to } };
  return { time: { from: from?.from ?? 0, to: to?.to ?? NO_END } };
}
