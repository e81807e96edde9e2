/** Backup files as they lie on disk: read piece by piece, encrypted, cut, damaged. */
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/core/paper.ts';
import { backupHead, readBackupFile } from '../../src/exchange/from/backup-stream.ts';
import { newKey } from '../../src/exchange/seal.ts';
import { type BackupItem, backupFile } from '../../src/exchange/to/backup-file.ts';

const AT = '2026-01-31T08:00:00.000Z';
const PASS = 'Grüße an den Rand';
const LOW = 1_000; // iterations: the real number would make every test wait

const paper = (number: number): Paper => {
  const id = `arxiv:2401.${String(10_000 + number)}`;
  return {
    id,
    title: `Über ${number} “pointing” hands ☞`,
    authors: ['Ada Lovelace'],
    abstract: 'We point. '.repeat(50),
    categories: [],
    links: { page: `https://arxiv.org/abs/2401.${10_000 + number}`, code: [], project: [] },
    aliases: [],
    topics: [],
    topicsVersion: 0,
    seen: { count: 1, first: { at: AT, site: 'x' }, last: { at: AT, site: 'x' }, bySite: { x: AT } },
  };
};
const items = (count: number): BackupItem[] => [
  ...Array.from({ length: count }, (_, number): BackupItem => ({ kind: 'paper', value: paper(number) })),
  { kind: 'mark', value: { id: 'arxiv:2401.10000', saved: { value: true, at: AT } } },
  { kind: 'setting', value: { keyboard: false } },
];

async function read(file: Blob, secret?: string | CryptoKey) {
  const all: unknown[] = [];
  const problems: { line: number; why: string }[] = [];
  let batches = 0;
  let bytes = 0;
  for await (const batch of readBackupFile(file, { secret })) {
    all.push(...batch.items);
    problems.push(...batch.problems);
    expect(batch.bytes).toBeGreaterThanOrEqual(bytes);
    bytes = batch.bytes;
    batches++;
  }
  expect(bytes).toBe(file.size);
  return { all, problems, batches };
}

const linesOf = async (file: Blob) => (await file.text()).split('\n').slice(0, -1);
const fileOf = (lines: readonly string[]) => new Blob([lines.map((line) => `${line}\n`).join('')]);

describe('a plain file', () => {
  test('comes back whole in several batches, characters across the borders of pieces unharmed', async () => {
    const progress: number[] = [];
    const { blob, records } = await backupFile(items(1_500), AT, (done) => progress.push(done));
    expect(records).toBe(1_502);
    expect(progress.at(-1)).toBe(1_502);
    expect(blob.size).toBeGreaterThan(1_000_000);
    const back = await read(blob);
    expect(back.problems).toEqual([]);
    expect(back.all).toEqual(items(1_500));
    expect(await backupHead(blob)).toMatchObject({ exported: AT, version: 2, promised: { papers: 1_500 } });
  });

  test('with byte order mark, other line ends and without a last one', async () => {
    const { blob } = await backupFile(items(3), AT);
    const text = `\ufeff${(await blob.text()).replaceAll('\n', '\r\n').slice(0, -2)}`;
    expect(await read(new Blob([text]))).toMatchObject({ all: items(3), problems: [] });
  });

  test('that holds nothing is one all the same', async () => {
    const { blob, records } = await backupFile([], AT);
    expect(records).toBe(0);
    expect(await read(blob)).toMatchObject({ all: [], problems: [] });
  });

  test('cut in the middle gives every whole line, and says what is missing', async () => {
    const { blob } = await backupFile(items(10), AT);
    const back = await read(blob.slice(0, Math.floor(blob.size / 2)));
    expect(back.all.length).toBeGreaterThan(3);
    expect(back.all).toEqual(items(10).slice(0, back.all.length));
    expect(back.problems.map(({ why }) => why)).toEqual([
      'The line is broken or cut off.',
      `The file promises 10 papers and holds ${back.all.length}: it may have been cut short.`,
      'The file promises 1 marks and holds 0: it may have been cut short.',
      'The file promises 1 settings and holds 0: it may have been cut short.',
    ]);
  });

  test('that is none says so', async () => {
    for (const text of ['', 'a,b\n', '{"title":"x"}\n', 'x'.repeat(100_000)])
      await expect(read(new Blob([text]))).rejects.toMatchObject({
        code: 'bad-file',
        message: 'This file is not a Manicule backup. Nothing was changed.',
      });
  });
});

describe('an encrypted file', () => {
  const make = async (count = 200) => backupFile(items(count), AT, undefined, await newKey(PASS, LOW));

  test('tells nothing without its passphrase, and everything with it', async () => {
    const { blob, records } = await make();
    expect(records).toBe(202);
    const text = await blob.text();
    expect(text).not.toMatch(/pointing|Lovelace|papers|arxiv/);
    expect((await linesOf(blob)).length).toBeGreaterThan(3);
    expect(await read(blob, PASS)).toMatchObject({ all: items(200), problems: [] });
    // accents composed or not: keyboards differ
    expect((await read(blob, PASS.normalize('NFD'))).all).toHaveLength(202);
    expect(await backupHead(blob)).toMatchObject({
      exported: AT,
      sealed: { cipher: 'AES-256-GCM', kdf: 'PBKDF2-HMAC-SHA-256', iterations: LOW },
    });
  });

  test('opens with the key itself, which cannot be read out', async () => {
    const key = await newKey(PASS, LOW);
    const { blob } = await backupFile(items(2), AT, undefined, key);
    expect((await read(blob, key.key)).all).toEqual(items(2));
    await expect(crypto.subtle.exportKey('raw', key.key)).rejects.toThrow();
  });

  test('says that it is encrypted, or that the passphrase does not fit', async () => {
    const { blob } = await make(2);
    await expect(read(blob)).rejects.toMatchObject({
      code: 'locked-file',
      message: expect.stringMatching(/give its passphrase/),
    });
    await expect(read(blob, 'something else')).rejects.toMatchObject({
      code: 'locked-file',
      message: 'The passphrase does not fit this backup. Nothing was changed; try again.',
    });
  });

  test('cut short gives its intact chunks and says how many are missing', async () => {
    const { blob } = await make();
    const lines = await linesOf(blob);
    const chunks = lines.length - 2;
    const cut = fileOf(lines.slice(0, -1));
    const back = await read(cut, PASS);
    expect(back.all.length).toBeGreaterThan(100);
    expect(back.all).toEqual(items(200).slice(0, back.all.length));
    expect(back.problems.map(({ why }) => why)).toEqual([
      `Part ${chunks} of ${chunks} could not be opened: damaged, or cut off. Their records are missing.`,
      `The file promises 200 papers and holds ${back.all.length}: it may have been cut short.`,
      'The file promises 1 marks and holds 0: it may have been cut short.',
      'The file promises 1 settings and holds 0: it may have been cut short.',
    ]);
    // in the middle of a line
    const half = await read(cut.slice(0, cut.size - 50), PASS);
    expect(half.all.length).toBeGreaterThan(0);
    expect(half.problems[0]?.why).toBe('The line is broken or cut off.');
  });

  test('with one changed character loses that chunk only; swapped or foreign chunks are not believed', async () => {
    const key = await newKey(PASS, LOW);
    const { blob } = await backupFile(items(200), AT, undefined, key);
    const lines = await linesOf(blob);
    const damaged = [...lines];
    damaged[2] = (lines[2] ?? '').replace(
      /"data":"(.)/,
      (_, first) => `"data":"${first === 'A' ? 'B' : 'A'}`,
    );
    const back = await read(fileOf(damaged), PASS);
    expect(back.all.length).toBeGreaterThan(100);
    expect(back.problems[0]).toEqual({ line: 3, why: 'Part 1 is damaged; its records are missing.' });

    const renumbered = [...lines];
    renumbered[2] = (lines[3] ?? '').replace('"n":2', '"n":1');
    expect((await read(fileOf(renumbered), PASS)).problems[0]?.why).toMatch(/^Part 1 is damaged/);

    const other = await linesOf((await backupFile(items(200), AT, undefined, key)).blob);
    const foreign = [...lines];
    foreign[2] = other[2] ?? '';
    expect((await read(fileOf(foreign), PASS)).problems[0]?.why).toMatch(/^Part 1 is damaged/);
    // twice is once
    expect((await read(fileOf([...lines, lines[2] ?? '']), PASS)).all).toHaveLength(202);
  });

  test('a header that asks for endless work is refused', async () => {
    const { blob } = await make(1);
    const [head = '', ...rest] = await linesOf(blob);
    const hostile = fileOf([head.replace(`"iterations":${LOW}`, '"iterations":4000000000'), ...rest]);
    await expect(read(hostile, PASS)).rejects.toMatchObject({ code: 'bad-file' });
  });
});
