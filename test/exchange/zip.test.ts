import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ZipParts } from '../../src/exchange/zip.ts';

const mtime = new Date(2026, 10, 26, 12, 0, 0);

function zipOf(count: number, nameOf: (at: number) => string, textOf: (at: number) => string): Buffer {
  const zip = new ZipParts(mtime);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < count; at++)
    pieces.push(...zip.add(nameOf(at), new TextEncoder().encode(textOf(at)) as Uint8Array<ArrayBuffer>));
  return Buffer.concat([...pieces, ...zip.end()]);
}

test.each([0, 1, 99, 100, 101, 250])('%d files, packed some at a time, are one ZIP', (count) => {
  const nameOf = (at: number) => `Papers/Größe ${at} 表.md`;
  const files = unzipSync(zipOf(count, nameOf, (at) => `# ${'text '.repeat(at)}`));
  expect(Object.keys(files)).toEqual(Array.from({ length: count }, (_, at) => nameOf(at)));
  for (const [at, bytes] of Object.values(files).entries())
    expect(Buffer.from(bytes).toString()).toBe(`# ${'text '.repeat(at)}`);
});

test.each([65_534, 65_535, 65_536, 70_000])('%d files are counted', (count) => {
  const files = Object.entries(unzipSync(zipOf(count, String, (at) => `note ${at}`)));
  expect(files).toHaveLength(count);
  expect(files.every(([name, bytes]) => Buffer.from(bytes).toString() === `note ${name}`)).toBe(true);
});
