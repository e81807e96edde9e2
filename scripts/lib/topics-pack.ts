/** A trained net in few bytes. */

import { stepOf } from '../../src/topics/model.ts';
import type { Parts } from '../../src/topics/model-file.ts';
import type { Net } from './topics-net.ts';

const MOST = 7;

/** The smallest step, as its byte, whose seven multiples reach `largest`. */
function stepByte(largest: number): number {
  if (largest === 0) return 0;
  return Math.max(0, Math.min(255, Math.ceil((Math.log2(largest / MOST) + 24) * 8)));
}

/** The squared error of `row` in multiples of `step`. */
function errorOf(row: Float32Array, step: number): number {
  let sum = 0;
  for (const value of row) {
    const times = Math.max(-MOST, Math.min(MOST, Math.round(value / step)));
    sum += (value - times * step) ** 2;
  }
  return sum;
}

/** Word vectors in four bits a number, with one step a word: of those below the largest needed, the one that errs least. */
export function packWords({ words, width }: Net): Pick<Parts, 'steps' | 'rows'> {
  const count = words.length / width;
  const steps = new Uint8Array(count);
  const rows = new Uint8Array((count * width) / 2);
  for (let word = 0; word < count; word++) {
    const row = words.subarray(word * width, (word + 1) * width);
    const largest = stepByte(row.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
    let byte = largest;
    for (let smaller = Math.max(0, largest - 8); smaller < largest; smaller++)
      if (errorOf(row, stepOf(smaller)) < errorOf(row, stepOf(byte))) byte = smaller;
    steps[word] = byte;
    const four = (value: number): number =>
      Math.max(-MOST, Math.min(MOST, Math.round(value / stepOf(byte)))) + 8;
    for (let i = 0; i < width; i += 2)
      rows[(word * width + i) >> 1] = four(row[i]!) | (four(row[i + 1]!) << 4);
  }
  return { steps, rows };
}

/** The net as it is after packing, to be blended as readers will have it. */
export function unpacked(net: Net, { steps, rows }: Pick<Parts, 'steps' | 'rows'>): Net {
  const words = Float32Array.from(net.words, (_, at) => {
    const two = rows[at >> 1]!;
    return ((at % 2 === 0 ? two & 15 : two >> 4) - 8) * stepOf(steps[Math.floor(at / net.width)]!);
  });
  return { ...net, words };
}
