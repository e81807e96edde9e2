/** Files of few papers and of very many, which are read in different ways, are the same. */
import { beforeEach, expect, test } from 'vitest';
import { DEFAULT_EXPORT, EXPORT_ORDERS, type ExportOrder } from '../../src/core/export-choices.ts';
import type { FormatId } from '../../src/exchange/formats.ts';
import { changeMarks, citeKeys, setCiteKeys, syncEntries } from '../../src/storage/index.ts';
import type { Exported } from '../../src/ui/shared/export-messages.ts';
import { writePapers } from '../../src/ui/shared/export-papers.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from '../storage/setup.ts';

const ids = Array.from(
  { length: 40 },
  (_, n) => `arxiv:2403.${String(10 + ((n * 7) % 40)).padStart(5, '0')}`,
);
/** Nobody knows these. */
const nobody = Array.from({ length: 20_000 }, (_, n) => `arxiv:9901.${String(n).padStart(5, '0')}`);

beforeEach(async () => {
  await freshDatabase();
  await syncEntries(
    ids.map((id, n) => entry({ id, title: `Paper ${n % 9}`, authors: [`Ada Author${n % 3}`] })),
    visitAt(),
    plainTools,
    NOW,
  );
  await changeMarks(
    ids
      .slice(0, 30)
      .map((id, n) => ({ id, change: { saved: true, ...(n % 2 ? { note: `Note ${n}` } : {}) } })),
    later(1),
  );
  await setCiteKeys(new Map(ids.slice(0, 10).map((id, n) => [id, `own${n}`])), later(2));
});

async function written(
  of: readonly string[],
  format: FormatId,
  order: ExportOrder,
  renew = false,
): Promise<{ text: string; made: Exported }> {
  let made: Exported | undefined;
  const choices = { ...DEFAULT_EXPORT, order };
  await writePapers(
    { do: 'file', format, ids: of.join('\n'), choices, renew, topicChoices: {}, language: 'en' },
    Promise.resolve(),
    () => undefined,
    (file) => {
      made = file;
    },
  );
  if (!made) throw new Error('nothing was made');
  return { text: await made.file.text(), made };
}

test.each([
  ...EXPORT_ORDERS.map((order) => ['bibtex', order] as const),
  ['papers', 'listed'] as const,
  ['markdown', 'saved'] as const,
])('%s, %s', async (format, order) => {
  const many = await written([...ids, ...nobody], format, order);
  const few = await written(ids, format, order);
  expect(many.text).toBe(few.text);
  expect([many.made.written, many.made.missing]).toEqual([ids.length, nobody.length]);
  expect([few.made.written, few.made.missing]).toEqual([ids.length, 0]);
  expect(many.text.length).toBeGreaterThan(1_000);
});

test('cite keys of many that stand, stay; new ones are given anew and stored', async () => {
  const own = new Map([...(await citeKeys())].map(([key, id]) => [id, key]));
  await written([...ids, ...nobody], 'bibtex', 'listed');
  const given = new Map([...(await citeKeys())].map(([key, id]) => [id, key]));
  expect(given.size).toBe(ids.length);
  for (const [id, key] of own) expect(given.get(id)).toBe(key);
  const { text } = await written([...ids, ...nobody], 'bibtex', 'listed', true);
  expect(text).not.toContain('{own');
  const renewed = [...(await citeKeys()).keys()];
  expect(renewed.length).toBe(ids.length);
  expect(renewed.filter((key) => key.startsWith('own'))).toEqual([]);
});
