/** No English in the sources: what the reader reads stands in public/_locales. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';

const SRC = join(ROOT, 'src');

/**
 * What may stand in the sources: `file` begins so, `text` is like this. Without a text: nothing in it is for the reader
 * of the extension.
 */
const ALLOWED: readonly (readonly [file: string, text?: RegExp])[] = [
  // pages are read, not written; problems with them are lines of the local log
  ['sites/'],
  // lists and what they are made of: topics, stop words, names of journals, preprint servers and institutions, TeX
  ['topics/'],
  ['core/terms.ts'],
  ['core/stem.ts'],
  ['core/catalog.ts'],
  ['core/preprint.ts'],
  ['storage/search-words.ts', /^(?:alpha beta|chi psi) /],
  ['exchange/cite-words.ts'],
  ['exchange/names.ts'],
  ['exchange/group-names.ts'],
  ['exchange/from/bibtex-parse.ts', /^January February/],
  ['exchange/venue-names.ts'],
  // a kind of publication, stored as files of references have it
  ['exchange/issued.ts', /^(?:PhD thesis|Technical report)$/],
  // references as styles of theirs write them
  ['exchange/place.ts', /^(?:In: |(?:no|ser|vol)\. )/],
  ['exchange/ascii.ts'],
  ['exchange/latex-symbols.ts'],
  ['exchange/from/bibtex.ts'],
  ['ui/shared/tex-'],
  // what files of others say, and what is written into files, whose language is English
  [
    'exchange/from/',
    /^(?:; )?et al\.$|^(?:to read|in progress|The listing showed the first authors only\.)$/,
  ],
  ['exchange/from/digest-lines.ts'],
  ['exchange/from/arxiv-mailing.ts'],
  ['exchange/from/import-text.ts'],
  ['exchange/from/api-dblp.ts'],
  ['exchange/from/papermemory.ts', /^favourite in PaperMemory$/],
  ['exchange/from/zotero-rdf.ts', /^(?:Seq|Person)$/],
  ['exchange/to/'],
  ['exchange/note.ts', /^%% manicule|^ et al\.$/],
  ['exchange/note-pieces.ts', /^Papers$/],
  ['exchange/seal.ts', /^manicule /],
  // answers of servers that cannot be read: the reader is told which source, not why
  ['exchange/from/api', /answer|question|^Error$/],
  ['exchange/from/xml.ts'],
  ['exchange/from/zotero-items.ts'],
  ['platform/net.ts'],
  ['exchange/cite-key.ts', /^The default pattern is broken\.$/],
  // reasons as they are stored and searched for: `reasonWords` of core/words.ts tells them
  ['core/rules.ts', /^(?:watch|author|category|topic): /],
  // particles of family names
  ['core/rules.ts', /^van von vom /],
  ['core/words.ts', /^author you saved(?: twice)?$/],
  // the short months of every language, as its formatter writes them
  ['core/words.ts', /^(?:Jan\.? Feb|janv\. févr)/],
  ['core/mark.ts', /^flagged by you$/],
  ['core/imported-mark.ts', /^(?:tag|topic) /],
  ['ranking/'],
  // a report on the structure of a page, for whoever mends it, and the log
  ['content/outline.ts'],
  ['background/failed.ts', /^Manicule, /],
  ['ui/shared/papers.ts', /^The stored record of \$\{\} cannot be read;/],
  // names, keys and codes
  ['', /^(?:Markdown|Org|JSON Lines|EndNote XML|BibTeX|Manicule|Zotero|Hugging Face Papers)$/],
  ['', /^(?:Enter|Escape|Esc|Backspace|Delete|Tab|Home|End|Shift|Space|Files|Alt\+↑ Alt\+↓)$/],
  ['core/sources.ts', /^(?:Hugging Face|Crossref|Semantic Scholar)$/],
  ['content/mark-view.ts', /^act flag$/],
  ['content/page-bar.ts', /^toggle wide$/],
  ['ui/library/App.tsx', /^title: author: /],
  ['ui/library/table.tsx', /^--cols: /],
  // made papers, and listings by their names
  ['ui/welcome/demo.tsx'],
  ['ui/welcome/App.tsx', /^arXiv /],
  ['ui/options/effect-field.tsx', /^watch: /],
  ['ui/options/relevance-section.tsx', /^topic: /],
  ['ui/library/duplicates.tsx', /^(?:nearly the )?same (?:title|text)$/],
  ['ui/shared/row.tsx', /^row row-/],
  ['background/entries.ts', /^authorsCut /],
  ['', /^(?:as added|latest change first)$/],
  ['storage/search-segment.ts', /^(?:every block is there|a block of the search index was not read)$/],
  ['storage/undo.ts', /^(?:marks|papers|aliases) /],
];

interface Found {
  file: string;
  line: number;
  text: string;
}

/** Two words in a row, or one with a capital; `${}` is a word that is filled in. */
const WORDS =
  /(?:\p{L}{2,}|\$\{\})[^\p{L}\s$]{0,3} [^\p{L}\s$]{0,2}(?:\p{L}{2,}|\$\{\})|^\p{Lu}\p{Ll}+[.!?…]?$/u;
/** Selectors, media queries, classes and markup are no words. */
const CODE = /[[\]{}=#<>]|(?:^|[ ,])[.:]\w|\(prefers-|^[a-z]+(?:, [a-z]+)+$|:$/;
/** Attributes that name things for machines. */
const MACHINE =
  /^(?:class|className|kind|rel|role|type|id|for|key|href|viewBox|d|style|transform|aria-(?:describedby|labelledby|controls))$/;

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const nameOf = (key: unknown): string => (isNode(key) ? String(key['name'] ?? key['value'] ?? '') : '');

/** Every text of a source that looks like words. */
function* wordsIn(file: string, source: string): Generator<Found> {
  const found: { start: number; text: string }[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) look(one);
      return;
    }
    if (!isNode(node)) return;
    // types, names of modules and messages of defects are read by nobody
    if (/^(?:Import|Export(?:All)|TS(?:Literal|TypeAlias|Interface))/.test(node.type)) return;
    if (
      node.type === 'NewExpression' &&
      /^(?:DOMException|(?:Type|Range)?Error)$/.test(nameOf(node['callee']))
    )
      return;
    if (node.type === 'JSXAttribute' && MACHINE.test(nameOf(node['name']))) return;
    if (node.type === 'Property' && MACHINE.test(nameOf(node['key']))) return;
    let text: string | undefined;
    if (node.type === 'Literal' && typeof node['value'] === 'string') text = node['value'];
    else if (node.type === 'JSXText') text = String(node['value']).trim();
    else if (node.type === 'TemplateLiteral')
      text = (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('${}');
    const coded = text?.replaceAll('${}', '');
    if (
      text !== undefined &&
      coded !== undefined &&
      WORDS.test(text) &&
      /\p{L}{2}/u.test(coded) &&
      !CODE.test(coded)
    )
      found.push({ start: node.start, text });
    for (const [key, value] of Object.entries(node)) if (key !== 'start' && key !== 'end') look(value);
  };
  look(parseSync(file, source).program);
  for (const { start, text } of found) yield { file, line: source.slice(0, start).split('\n').length, text };
}

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

const isAllowed = ({ file, text }: Found): boolean =>
  ALLOWED.some(([begin, like]) => file.startsWith(begin) && (like?.test(text) ?? true));

const textsOf = (source: string): string[] => [...wordsIn('made.tsx', source)].map(({ text }) => text);

describe('words in a source', () => {
  it.each([
    [`say('Saved papers')`, ['Saved papers']],
    ['const a = `$' + '{n} papers`;', ['$' + '{} papers']],
    ['const a = `Saved: $' + '{n}`;', ['Saved: $' + '{}']],
    [`<button title="Close it" class="act wide">Close</button>`, ['Close it', 'Close']],
    [`import a from './Some file';`, []],
    [`throw new Error('No such thing.');`, []],
    [`throw new ManiculeError('bad-file', 'No such thing.');`, ['No such thing.']],
    [`el('div', { class: 'pill main', 'aria-label': 'The bar' })`, ['The bar']],
    [`document.querySelector('main, [role=main]')`, []],
    [`say('barAll')`, []],
  ])('of %s', (source, texts) => {
    expect(textsOf(source)).toEqual(texts);
  });
});

describe.each(readdirSync(SRC).sort())('src/%s', (folder) => {
  it('has no words of its own', () => {
    const forgotten: string[] = [];
    for (const path of files(join(SRC, folder))) {
      const file = relative(SRC, path).split(sep).join('/');
      for (const one of wordsIn(file, readFileSync(path, 'utf8')))
        if (!isAllowed(one)) forgotten.push(`${one.file}:${one.line}: ${one.text}`);
    }
    expect(forgotten).toEqual([]);
  });
});
