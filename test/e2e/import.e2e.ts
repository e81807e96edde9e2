/** Imports on the built extension: a BibTeX library, a table, a PaperMemory backup, a pasted list; looked at first, undone whole. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { until } from './marks.ts';
import { howMany, stored } from './stored.ts';

const BIB = `@misc{looms, title={Looms of {BERT}}, author={Lovelace, Ada}, year={2024}, eprint={2403.06504}, archivePrefix={arXiv}, keywords={thesis, R\\&D}, annote={Read {again}.}}
@article{open, title={Open at the end}, year={2002, abstract={Lost
@article{bells, title={Bells \\& Whistles}, author={Kurt G{\\"o}del}, journal={Journal of Looms}, volume={7}, year={2019}, doi={10.1234/bells}}
`;
const TABLE =
  'Werk,Jahr,DOI,Status\n"Looms, again",2024,10.1234/looms,read\nBells,2019,10.1234/bells,to-read\n';
const PAPERMEMORY = JSON.stringify({
  'Arxiv-2403.06504': {
    id: 'Arxiv-2403.06504',
    title: 'Looms of BERT',
    author: 'Ada Lovelace',
    year: '2024',
    source: 'arxiv',
    pdfLink: 'https://arxiv.org/pdf/2403.06504v1.pdf',
    bibtex: '',
    note: 'from elsewhere',
    tags: ['memory'],
    favorite: true,
    addDate: '2024-03-12T08:00:00.000Z',
    lastOpenDate: '2024-05-01T09:00:00.000Z',
    count: 4,
  },
  __dataVersion: 10100,
});

let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  options = await chromium.open('src/ui/options/index.html');
});
afterAll(() => chromium?.close());

const panel = () => options.locator('#import');
const button = (name: string) => panel().getByRole('button', { name, exact: true });

async function choose(name: string, text: string): Promise<void> {
  const choosing = options.waitForEvent('filechooser');
  await button('Choose a file…').click();
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
}
async function bring(name: string): Promise<void> {
  await button('Import').click();
  await panel().getByText(`Imported ${name}.`).waitFor();
}
const ids = async () => (await stored(options, 'papers')).map((paper) => paper['id']).sort();
const markOf = async (id: string) => (await stored(options, 'marks')).find((mark) => mark['id'] === id);

describe('an import', () => {
  it('of a BibTeX library says what it would bring and what it could not read', async () => {
    await choose('looms.bib', BIB);
    await panel().getByText('is a BibTeX or BibLaTeX library. Nothing is changed yet.').waitFor();
    await options.getByLabel('Tag them all with').fill('imported');
    await button('Preview').click();
    await panel().getByText('Importing would bring:').waitFor();
    expect(await panel().locator('.brings li').allTextContents()).toEqual([
      '3 new papers',
      '3 new marks (saves, flags, notes, tags …)',
    ]);
    expect(await panel().locator('.problems li').allTextContents()).toEqual([
      'line 2: The entry “open” is not closed in “year”. What stands before is kept.',
    ]);
    expect(await ids()).toEqual([]);
    const { violations } = await new AxeBuilder({ page: options }).include('#import').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await bring('looms.bib');
    expect(await ids()).toEqual(['arxiv:2403.06504', 'doi:10.1234/bells', 'title:open-at-the-end']);
    expect(await markOf('arxiv:2403.06504')).toMatchObject({
      saved: { value: true },
      note: { value: 'Read again.' },
      tags: { thesis: { value: true }, 'R&D': { value: true }, imported: { value: true } },
      citeKey: { value: 'looms' },
    });
    const [bells] = (await stored(options, 'papers')).filter((paper) => paper['id'] === 'doi:10.1234/bells');
    expect(bells).toMatchObject({
      title: 'Bells & Whistles',
      authors: ['Kurt Gödel'],
      venue: 'Journal of Looms',
      journalRef: 'Journal of Looms 7 (2019)',
    });
  });

  it('of a table asks what its columns hold', async () => {
    await choose('table.csv', TABLE);
    await panel().getByText('is a table (CSV).').waitFor();
    await options.getByLabel('Werk holds').selectOption('title');
    await options.getByLabel('Jahr holds').selectOption('published');
    expect(await options.getByLabel('Status holds').inputValue()).toBe('status');
    await button('Preview').click();
    await panel().getByText('Importing would bring:').waitFor();
    expect(await panel().locator('.brings li').first().textContent()).toBe('1 new paper');
    await bring('table.csv');
    expect(await ids()).toContain('doi:10.1234/looms');
    expect(await markOf('doi:10.1234/bells')).toMatchObject({
      status: { value: 'to-read' },
      saved: { value: true },
    });
  });

  it('of PaperMemory joins what is here, overrides nothing, and is undone whole', async () => {
    const before = [await stored(options, 'papers'), await stored(options, 'marks')];
    await choose('PaperMemory-data.json', PAPERMEMORY);
    await panel().getByText('is a PaperMemory backup.').waitFor();
    await button('Preview').click();
    await panel().getByText('Importing would bring:').waitFor();
    await panel().locator('summary', { hasText: '1 decision said differently' }).click();
    expect(await panel().locator('.conflicts li').allTextContents()).toEqual([
      'arxiv:2403.06504, note: here “Read again.”, in the file “from elsewhere”; both are kept',
    ]);
    await bring('PaperMemory-data.json');
    expect(await markOf('arxiv:2403.06504')).toMatchObject({
      note: { value: 'Read again.\n\nfrom elsewhere' },
      flagged: { value: { on: true, reasons: [{ by: 'hand', text: 'favourite in PaperMemory' }] } },
      tags: { memory: { value: true }, thesis: { value: true } },
    });
    const [looms] = (await stored(options, 'papers')).filter((paper) => paper['id'] === 'arxiv:2403.06504');
    expect(looms?.['seen']).toMatchObject({
      count: 4,
      first: { at: '2024-03-12T08:00:00.000Z', site: 'papermemory' },
    });
    await button('Undo import').click();
    await until('undone', async () => (await markOf('arxiv:2403.06504'))?.['flagged'] === undefined);
    await until('all of it', async () => (await stored(options, 'undo')).length === 0);
    expect([await stored(options, 'papers'), await stored(options, 'marks')]).toEqual(before);
  });

  it('of pasted addresses saves papers by their ids; what is nothing is told', async () => {
    await panel().getByText('Paste a list or a library').click();
    await options
      .locator('#import-paste')
      .fill('https://arxiv.org/abs/2001.00001v2\n10.1234/pasted\nhello\n');
    await button('Read it').click();
    await panel().getByText('is a list of addresses, DOIs or ids.').waitFor();
    await button('Preview').click();
    await panel().getByText('2 new papers').waitFor();
    await bring('The pasted text');
    expect(await ids()).toEqual(expect.arrayContaining(['arxiv:2001.00001', 'doi:10.1234/pasted']));
    await choose('nothing.txt', 'Dear all, hello.\n');
    await panel().getByText('Nothing in this file looks like papers').waitFor();
  });

  it('is done and undone by keyboard, the focus never leaving the panel', async () => {
    const { keyboard } = options;
    const on = () =>
      options.evaluate(() => {
        const { activeElement: at } = document;
        return at?.closest('#import') ? (at.textContent ?? '') : `outside, on ${at?.tagName}`;
      });
    const press = async (name: string, key: 'Tab' | 'Shift+Tab', most: number) => {
      for (let n = 0; n < most && (await on()) !== name; n++) await keyboard.press(key);
      expect(await on()).toBe(name);
      await keyboard.press('Enter');
    };
    const before = await ids();
    await options.reload();
    await panel().locator('summary').focus();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.insertText('https://arxiv.org/abs/2405.00009');
    await press('Read it', 'Tab', 1);
    await button('Preview').waitFor();
    await press('Preview', 'Tab', 3);
    await button('Import').waitFor();
    expect(await options.evaluate(() => document.activeElement?.className)).toBe('would');
    await press('Import', 'Tab', 1);
    await panel()
      .getByText(/^Imported .*\.$/)
      .waitFor();
    expect(await ids()).toEqual([...before, 'arxiv:2405.00009'].sort());
    await button('Undo import').waitFor();
    await press('Undo import', 'Shift+Tab', 5);
    await until('it is undone', async () => (await ids()).join() === before.join());
    await until('the focus is kept', async () => !(await on()).startsWith('outside'));
  });

  it('goes on where it stopped when its page was closed half-way', async () => {
    const count = 1_500;
    const many = Array.from(
      { length: count },
      (_, n) => `@misc{k${n}, title={Made up paper ${n}}, eprint={2201.${String(n + 1).padStart(5, '0')}}}`,
    );
    const before = await howMany(options, 'papers');
    await choose('many.bib', many.join('\n'));
    await button('Preview').click();
    await panel().getByText('1,500 new papers').waitFor();
    await button('Import').click();
    await until('some of it', async () => (await howMany(options, 'papers')) > before);
    await options.close();
    options = await chromium.open('src/ui/options/index.html');
    await panel().getByText('Imported many.bib.').waitFor();
    expect(await howMany(options, 'papers')).toBe(before + count);
    expect(await howMany(options, 'staged')).toBe(0);
    await button('Undo import').click();
    await until('all of it', async () => (await howMany(options, 'papers')) === before);
  });

  it('leaves no error behind', () => {
    expect(chromium.errors).toEqual([]);
  });
});
