/**
 * Other programs read our bibliographies: pandoc, biber and BibTeX itself, pandoc for CSL-JSON, a strict parser of RIS.
 * What they understand is compared, field by field, with what our CSL-JSON says. Runs over the nasty records and, where
 * the folder of real papers is present, over the hard ones among them.
 */
import { describe, expect, test } from 'vitest';
import { exportPapers } from '../../src/exchange/index.ts';
import { plainText } from '../../src/exchange/latex-read.ts';
import { MATH_COMMANDS } from '../../src/exchange/latex-symbols.ts';
import type { CslItem, CslName } from '../../src/exchange/to/csl-json.ts';
import { BIBER, BIBTEX, biber, bibtex, PANDOC, pandocItems, SETS } from './read-back.ts';

/** RIS as the specification has it: nothing but tagged lines, those of notes aside, records from TY to ER. */
function ris(text: string): Map<string, string[]>[] {
  const records: Map<string, string[]>[] = [];
  let open: Map<string, string[]> | undefined;
  let last = '';
  for (const line of text.split('\r\n').slice(0, -1)) {
    const match = /^([A-Z][A-Z0-9]) {2}- (.*)$/su.exec(line);
    if (!match) {
      if (last !== 'N1') throw new Error(`not a line of RIS: ${line}`);
      continue;
    }
    const [, tag = '', value = ''] = match;
    last = tag;
    if (tag === 'TY') open = new Map();
    if (!open) throw new Error(`outside of a record: ${line}`);
    open.set(tag, [...(open.get(tag) ?? []), value]);
    if (tag === 'ER') {
      records.push(open);
      open = undefined;
    }
  }
  if (open) throw new Error('the last record has no end');
  return records;
}

/** Letters and digits of a text, a formula's commands included: markup and punctuation are dropped on both sides. */
function letters(text: string | undefined): string {
  return (
    (text ?? '')
      .replace(/<\/?(?:i|b|u|sup|sub)>|<span [^<>]*>|<\/span>/g, '')
      // how single braces are spelled in formulas
      .replace(/\\[lr]brace/g, '')
      .normalize('NFKD')
      .replace(/[ßẞ]/g, 'ss')
      .replace(/ı/g, 'i')
      .replace(/ȷ/g, 'j')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  );
}

/** Letters and signs whose TeX command this pandoc drops. */
const UNKNOWN_TO_PANDOC = /[ĐđÞþÐð®™©°€£§¶½¼¾]/g;

/** An item as TeX characters tell it: signs are formulas, and pandoc keeps the command of a formula ("\\alpha"). */
function spelled(item: CslItem): CslItem {
  const spell = (text: string | undefined) =>
    (text ?? '').replace(UNKNOWN_TO_PANDOC, '').replace(/[^ -~]/gu, (c) => {
      const command = MATH_COMMANDS.get(c);
      return command && /^[a-z]/i.test(command) ? `\\${command}` : c;
    });
  const author = (item.author ?? []).map(
    (name) => Object.fromEntries(Object.entries(name).map(([part, text]) => [part, spell(text)])) as CslName,
  );
  return { ...item, title: spell(item.title), abstract: spell(item.abstract), author };
}

/**
 * pandoc splits an elided particle off by itself, so "d'Alembert" is compared as one, takes lower-case words at the end
 * of a given name for a particle, and a name of one word for a group when it is in braces.
 */
function person(name: CslName): string {
  const [, given = '', tail = ''] = /^(.*?)((?:\s+\p{Ll}[\p{L}'’]*)*)$/u.exec(name.given ?? '') ?? [];
  const particles = (name['dropping-particle'] ?? '') + (name['non-dropping-particle'] ?? '');
  const family = letters(tail + particles + (name.family ?? ''));
  const parts = [letters(name.literal), family, letters(given), letters(name.suffix)];
  return parts.filter((part) => part !== '').length === 1 ? parts.join('') : parts.join('|');
}

const people = (item: CslItem): string[] =>
  (item.author ?? []).map(person).filter((name) => name !== 'others');

/** What both sides must agree on. A day is no part of BibTeX. */
const facts = (item: CslItem) => ({
  id: item.id,
  title: letters(item.title),
  abstract: letters(item.abstract),
  authors: people(item).join(' & '),
  issued: item.issued?.['date-parts'][0]?.slice(0, 2).join('-'),
  container: letters(item['container-title']),
  volume: item.volume,
  issue: item.issue,
  page: item.page?.replace('–', '-'),
  doi: item.DOI,
  url: item.URL,
});

function differences(read: readonly CslItem[], own: readonly CslItem[]): string[] {
  const out = read.length === own.length ? [] : [`${read.length} items instead of ${own.length}`];
  const byId = new Map(read.map((item) => [item.id, facts(item)]));
  for (const item of own) {
    const expected = facts(item);
    const found = byId.get(item.id);
    for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
      if (found?.[key] !== expected[key])
        out.push(`${item.id} ${key}: "${found?.[key]}" instead of "${expected[key]}"`);
    }
  }
  return out;
}

// other programs on a busy machine: a minute may not do
describe.each(SETS)('%s', { timeout: 300_000 }, (name, items) => {
  const csl: CslItem[] = JSON.parse(exportPapers('csl-json', items).text);

  test('are enough to mean something', () => {
    console.info(`${name}: ${items.length}`);
    expect(items.length).toBeGreaterThanOrEqual(
      { 'nasty records': 150, 'records by chance': 400 }[name] ?? 2_000,
    );
    expect(csl).toHaveLength(items.length);
  });

  test.skipIf(!PANDOC).each(['bibtex', 'biblatex'] as const)('come back through pandoc as %s', async (id) => {
    expect(differences(await pandocItems(id, exportPapers(id, items).text), csl)).toEqual([]);
  });

  test.skipIf(!PANDOC)('come back through pandoc from TeX characters', async () => {
    const text = exportPapers('bibtex', items, { unicode: false }).text;
    // words inside a formula stay TeX to pandoc, accents and all
    const accented = new Set(
      csl
        .filter((item) => /\\text\{[^{}]*[^ -~]|\$[^$]*[^ -~][^$]*\$/.test(item.abstract ?? ''))
        .map(({ id }) => id),
    );
    const told = (item: CslItem) => spelled(accented.has(item.id) ? { ...item, abstract: '' } : item);
    expect(differences((await pandocItems('bibtex', text)).map(told), csl.map(told))).toEqual([]);
  });

  test.skipIf(!PANDOC)('are CSL-JSON that pandoc reads', async () => {
    expect(differences(await pandocItems('csljson', exportPapers('csl-json', items).text), csl)).toEqual([]);
  });

  test.skipIf(!BIBER)('pass the data model of biber', async () => {
    // biber takes 20 ms a paper: the signs are in titles and abstracts, so long lists of authors are shortened
    const step = Math.ceil(items.length / 700);
    const some = items
      .filter((item, i) => i % step === 0 || /[{}\\]/.test(item.paper.title))
      .map((item, i) => ({
        ...item,
        paper: { ...item.paper, authors: item.paper.authors.slice(0, i % 50 === 0 ? 200 : 8) },
      }));
    const { eprints, errors, warnings } = await biber(exportPapers('biblatex', some).text);
    // what is not known of a paper cannot be in the file
    const lacks = /Missing mandatory field (?:'author'|- one of 'date, year' must be defined)$/;
    const keys = new Map(
      (JSON.parse(exportPapers('csl-json', some).text) as CslItem[]).map((item) => [item.id, item]),
    );
    const unknown = (line: string) => {
      const item = keys.get(/Entry '([^']+)'/.exec(line)?.[1] ?? '');
      return lacks.test(line) && (line.includes("'author'") ? !item?.author : !item?.issued);
    };
    expect({ errors, warnings: warnings.filter((line) => !unknown(line)) }).toEqual({
      errors: [],
      warnings: [],
    });
    const arxiv = some.map(({ paper }) => paper.id).filter((id) => id.startsWith('arxiv:'));
    expect(eprints.sort()).toEqual(arxiv.map((id) => id.slice('arxiv:'.length)).sort());
  });

  test.skipIf(!BIBTEX).each([true, false])('are read by BibTeX (unicode: %s)', async (unicode) => {
    const { log, entries } = await bibtex(exportPapers('bibtex', items, { unicode }).text);
    expect(log).toEqual([]);
    expect(entries.map(({ fields }) => fields.get('key'))).toEqual(csl.map(({ id }) => id));
    entries.forEach(({ fields, authors }, i) => {
      const item = csl[i] as CslItem;
      const names = item.author ?? [];
      expect(fields.get('url')).toBe(item.URL);
      expect(fields.get('doi')).toBe(item.DOI);
      expect(fields.get('eprint')).toBe(item.archive_location);
      expect(fields.get('year')).toBe(item.issued?.['date-parts'][0]?.[0]?.toString());
      expect(fields.get('pages')).toBe(item.page?.replace('-', '--'));
      if (unicode) expect(letters(plainText(fields.get('title') ?? ''))).toBe(letters(item.title));
      const known = authors.filter((name) => name !== '||others|');
      expect(known).toHaveLength(names.length);
      if (unicode)
        expect(known.map((name) => letters(plainText(name)))).toEqual(
          names.map((name) =>
            letters(
              (name.literal ?? '') +
                (name.given ?? '') +
                (name['dropping-particle'] ?? '') +
                (name['non-dropping-particle'] ?? '') +
                (name.family ?? '') +
                (name.suffix ?? ''),
            ),
          ),
        );
    });
  });

  test('come back from RIS', () => {
    const records = ris(exportPapers('ris', items).text);
    expect(records).toHaveLength(csl.length);
    records.forEach((record, i) => {
      const item = csl[i] as CslItem;
      const one = (tag: string) => record.get(tag)?.[0];
      expect(letters(one('TI'))).toBe(letters(item.title));
      const names = (item.author ?? []).map((author) =>
        letters(
          author.literal ??
            [
              author['dropping-particle'],
              author['non-dropping-particle'],
              author.family,
              author.given,
              author.suffix,
            ].join(''),
        ),
      );
      expect((record.get('AU') ?? []).map(letters)).toEqual(names);
      expect(one('PY')).toBe(item.issued?.['date-parts'][0]?.[0]?.toString());
      expect([one('DO'), one('UR'), one('ID')]).toEqual([item.DOI, item.URL, item.id]);
      expect([one('VL'), one('IS')]).toEqual([item.volume, item.issue]);
      expect([one('SP'), one('EP')]).toEqual(
        item.page ? [...item.page.split('-'), undefined].slice(0, 2) : [undefined, undefined],
      );
      expect(one('AN')).toBe(item.archive_location && `arXiv:${item.archive_location}`);
    });
  });
});
