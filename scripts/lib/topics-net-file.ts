/** A net as it is between two runs of its training: its numbers in FILE, its measures in FILE.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Net } from './topics-net.ts';

export function writeNet(file: string, net: Net): void {
  const parts = [net.words, net.constants, net.out, net.outConstants];
  const bytes = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  writeFileSync(file, Buffer.concat(bytes));
  const { width, labels } = net;
  writeFileSync(`${file}.json`, JSON.stringify({ width, labels, vocabulary: net.words.length / width }));
}

/** @throws Error where it is absent or was trained for other terms. */
export function readNet(file: string, vocabulary: number): Net {
  const size = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Record<string, number>;
  const { width = 0, labels = 0 } = size;
  if (size['vocabulary'] !== vocabulary) throw new Error(`${file} was trained for other terms.`);
  const bytes = readFileSync(file);
  const numbers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  let at = 0;
  const take = (length: number): Float32Array => {
    at += length;
    return numbers.slice(at - length, at);
  };
  return {
    ...{ width, labels, words: take(vocabulary * width), constants: take(width) },
    ...{ out: take(labels * width), outConstants: take(labels) },
  };
}
