/**
 * Keys of an order made by hand. Between any two there is room for another, so that moving one thing changes its own key
 * and no other's: moves on two machines then merge as any two decisions do. They are compared by code unit. What was put
 * at an end has eight digits to base 62 that count; what was put between has as many more as it takes (the fractions of
 * D. Greenspan, "Implementing fractional indexing", 2020). None ends in 0: nothing would fit between "a" and "a0".
 */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
const LENGTH = 8;
const MOST = BASE ** LENGTH;
const MIDDLE = MOST / 2 + 1;

/** Longest key that is given: from there on a list gets new ones. */
const LONGEST = 60;
/** Longest that is taken over from elsewhere. */
const LONGEST_READ = 200;

export const isOrderKey = (key: string): boolean =>
  key.length <= LONGEST_READ && /^[\dA-Za-z]*[1-9A-Za-z]$/.test(key);

function written(number: number): string {
  let rest = number;
  let out = '';
  for (let n = 0; n < LENGTH; n++) {
    out = DIGITS[rest % BASE] + out;
    rest = Math.floor(rest / BASE);
  }
  return out;
}

const counted = (key: string): number =>
  [...key.slice(0, LENGTH).padEnd(LENGTH, '0')].reduce((sum, digit) => sum * BASE + DIGITS.indexOf(digit), 0);

/** The middle of two fractions; `b` undefined: 1. */
function middle(a: string, b: string | undefined): string {
  let same = 0;
  while (b !== undefined && same < b.length && (a[same] ?? '0') === b[same]) same++;
  if (b !== undefined && same > 0) return b.slice(0, same) + middle(a.slice(same), b.slice(same));
  const from = a === '' ? 0 : DIGITS.indexOf(a[0] as string);
  const to = b === undefined ? BASE : DIGITS.indexOf(b[0] as string);
  if (to - from > 1) return DIGITS[Math.round((from + to) / 2)] as string;
  if (b !== undefined && b.length > 1) return b[0] as string;
  return DIGITS[from] + middle(a.slice(1), undefined);
}

/** A key after `a` and before `b`; '' for an end. `a` must be less than `b`. */
export function keyBetween(a: string, b: string): string {
  if (a !== '' && b !== '') return middle(a, b);
  if (a === '' && b === '') return written(MIDDLE);
  const step = a === '' ? -1 : 1;
  const next = counted(a || b) + step;
  const number = next % BASE === 0 ? next + step : next;
  if (number > 0 && number < MOST) return written(number);
  return a === '' ? middle('', b) : middle(a, undefined);
}

/** `many` keys in order between two; '' for an end. */
export function keysBetween(a: string, b: string, many: number): string[] {
  if (many <= 0) return [];
  if (b === '') {
    const out: string[] = [];
    for (let last = a; out.length < many; out.push(last)) last = keyBetween(last, '');
    return out;
  }
  if (a === '') {
    const out: string[] = [];
    for (let first = b; out.length < many; out.push(first)) first = keyBetween('', first);
    return out.reverse();
  }
  const half = Math.floor(many / 2);
  const key = keyBetween(a, b);
  return [...keysBetween(a, key, half), key, ...keysBetween(key, b, many - half - 1)];
}

/** One thing of a list with its key; '' where it has none yet: such stand behind those that have one. */
export interface Placed {
  id: string;
  key: string;
}

/**
 * The keys that change when `moved` are put, in their order, between `before` and `after`: their own, those of what stands
 * before and has none yet, and those of what follows with the same key (two machines gave it). Undefined where keys would
 * become too long: then `freshKeys` of the whole list.
 * @param before in order, at least from the last one on that has a key
 * @param after in order, at least up to the first one with a greater key
 */
export function keysForMove(
  before: readonly Placed[],
  moved: readonly string[],
  after: readonly Placed[],
): Map<string, string> | undefined {
  let keyed = before.length - 1;
  while (keyed >= 0 && before[keyed]?.key === '') keyed--;
  const low = before[keyed]?.key ?? '';
  let rest = 0;
  while (rest < after.length && after[rest]?.key !== '' && (after[rest]?.key ?? '') <= low) rest++;
  const ids = [...before.slice(keyed + 1), ...after.slice(0, rest)].map(({ id }) => id);
  ids.splice(before.length - keyed - 1, 0, ...moved);
  const keys = keysBetween(low, after[rest]?.key ?? '', ids.length);
  if (keys.some((key) => key.length > LONGEST)) return undefined;
  return new Map(ids.map((id, n) => [id, keys[n] as string]));
}

/** New keys for a whole list. */
export function freshKeys(ids: readonly string[]): Map<string, string> {
  const keys = keysBetween('', '', ids.length);
  return new Map(ids.map((id, n) => [id, keys[n] as string]));
}
