/** The menus of the page bar, made when they are first opened. Part of the cards script. */
import { sentenceOf } from '../core/errors.ts';
import { count, say, sayMany } from '../core/say.ts';
import { send } from '../platform/rpc.ts';
import { el } from './dom.ts';
import { download } from './download.ts';
import { fitRows } from './fit-menu.ts';
import type { PageModel } from './model.ts';

export type BarMenu = 'topics' | 'fits' | 'export' | 'note';

export interface MenuActions {
  /** The model's filter or order was changed. */
  changed(): void;
  say(words: string): void;
  /** A report about the page's structure, without its text. */
  report(): Promise<string>;
  library(search: string): void;
  /** Opens what was learned of what is saved. */
  learned(): void;
}

/** What a row of a menu can do. */
export interface RowActions extends MenuActions {
  close(): void;
}

/** What `papers.export` writes; the worker knows how. */
const FORMATS: readonly [id: string, label: string][] = [
  ['bibtex', 'BibTeX'],
  ['biblatex', 'BibLaTeX'],
  ['ris', 'RIS'],
  ['csl-json', 'CSL-JSON'],
  ['endnote', 'EndNote XML'],
  ['csv', 'CSV'],
  ['markdown', 'Markdown'],
  ['org', 'Org'],
  ['html', 'HTML'],
  ['jsonl', 'JSON Lines'],
];

const button = (text: string, click: () => void): HTMLButtonElement => {
  const made = el('button', { type: 'button' }, text);
  made.addEventListener('click', click);
  return made;
};

function topicRows(model: PageModel, { changed, close }: RowActions): Node[] {
  const { topics: chosen } = model.filter;
  const topics = model.topics();
  if (topics.length === 0) return [el('h2', {}, say('menuNoTopics'))];
  const rows: Node[] = topics.map((topic) => {
    const box = el('input', { type: 'checkbox' });
    box.checked = chosen.has(topic.id);
    box.addEventListener('change', () => {
      if (box.checked) chosen.add(topic.id);
      else chosen.delete(topic.id);
      changed();
    });
    return el('label', {}, box, topic.label, el('span', { class: 'n' }, count(topic.count)));
  });
  if (chosen.size === 0) return rows;
  const all = button(say('menuAllTopics'), () => {
    chosen.clear();
    close();
    changed();
  });
  return [all, ...rows];
}

/** Writes the page's saved papers into a file. */
async function exportSaved(model: PageModel, format: string, tell: (words: string) => void): Promise<void> {
  const saved = model.rows.filter((row) => row.state?.saved);
  const ids = [...new Set(saved.map((row) => row.state?.id ?? row.entry.id))];
  try {
    const file = await send('papers.export', { ids, format });
    download(file);
    const words = [sayMany('menuExported', ids.length, file.filename)];
    if (file.skipped.length > 0) words.push(sayMany('menuExportLeft', file.skipped.length));
    tell(words.join(' '));
  } catch (error) {
    tell(sentenceOf(error));
  }
}

function exportRows(model: PageModel, { say: tell, library, close }: RowActions): Node[] {
  const { saved } = model.counts();
  const write = (format: string) => {
    close();
    void exportSaved(model, format, tell);
  };
  return [
    el('h2', {}, saved > 0 ? sayMany('menuExportSaved', saved) : say('menuExportNone')),
    ...(saved > 0 ? FORMATS : []).map(([id, label]) => button(label, () => write(id))),
    button(say('menuLibrary'), () => library('is:saved')),
  ];
}

/** The text comes later, the click is now: the browser lets a promise be copied for it. */
const copyLater = (text: Promise<string>): Promise<void> =>
  navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': text.then((words) => new Blob([words], { type: 'text/plain' })) }),
  ]);

/** How the page was read, where that was not as it should be. */
function noteRows(model: PageModel, { say: tell, report, close }: RowActions): Node[] {
  const copy = button(say('menuCopyReport'), () => {
    close();
    copyLater(report()).then(
      () => tell(say('menuReportCopied')),
      () => tell(say('menuReportNotCopied')),
    );
  });
  copy.title = say('menuCopyReportTitle');
  return [el('p', {}, model.problem ?? ''), copy];
}

const MENUS = { topics: topicRows, fits: fitRows, export: exportRows, note: noteRows };

export const menuRows = (which: BarMenu, model: PageModel, actions: RowActions): Node[] =>
  MENUS[which](model, actions);
