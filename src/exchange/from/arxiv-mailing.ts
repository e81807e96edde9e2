/**
 * arXiv's daily mailing (https://info.arxiv.org/help/subscribe.html): papers between lines of dashes, each with a head of
 * `Name: value` lines and an abstract between lines that begin with two backslashes.
 */
import { type Draft, type ImportStep, recordOf } from './import-record.ts';
import { looseDate, namesIn } from './import-text.ts';
import { textLines } from './lines-of.ts';

const HEAD = /^arXiv:(\S+)(?:\s+\(\*cross-listing\*\))?\s*$/;
const FIELD =
  /^(Date|Title|Authors?|Categories|Comments|Journal-ref|DOI|License|Report-no|MSC-class|ACM-class|Date \(v\d+\)|Date \(revised v\d+\)):\s*(.*)$/;

/** Whether a text holds papers as arXiv mails them. */
export const looksLikeArxivMailing = (text: string): boolean => /(?:^|\n)\\\\[ \t]*\r?\narXiv:\S/.test(text);

interface Open {
  line: number;
  id: string;
  fields: Map<string, string>;
  last: string;
  abstract: string[];
  /** Head, abstract, or behind both. */
  at: 'head' | 'abstract' | 'end';
}

/** Names as arXiv writes them: commas, a last "and", affiliations in parentheses. */
function namesOf(written: string) {
  let bare = written;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/\s*\([^()]*\)/g, '');
  }
  return namesIn(bare.replace(/,?\s+and\s+|,\s*/g, ' ; '));
}

function draftOf(open: Open): Draft {
  const field = (name: string): string => open.fields.get(name) ?? '';
  return {
    title: field('Title'),
    ...namesOf(field('Authors') || field('Author')),
    abstract: open.abstract.join(' '),
    published: looseDate((field('Date') || field('Date (v1)')).replace(/^\w{3},\s*/, '')),
    comment: field('Comments'),
    journalRef: field('Journal-ref'),
    categories: field('Categories').split(/\s+/),
    ids: [`arXiv:${open.id}`, ...field('DOI').split(/[\s,]+/)],
  };
}

/** Reads a mailing paper by paper; replacements, which come without abstract, too. */
export function* readArxivMailing(text: string): Generator<ImportStep, void> {
  let open: Open | undefined;
  const close = function* (): Generator<ImportStep, void> {
    if (!open) return;
    const record = recordOf(draftOf(open), { line: open.line });
    if (record) yield { record };
    open = undefined;
  };
  for (const { line, text: content, end } of textLines(text)) {
    const head = HEAD.exec(content);
    if (head?.[1]) {
      yield* close();
      yield { read: end };
      open = { line, id: head[1], fields: new Map(), last: '', abstract: [], at: 'head' };
    } else if (!open) continue;
    else if (/^\\\\/.test(content)) open.at = open.at === 'head' && open.fields.size > 0 ? 'abstract' : 'end';
    else if (/^(?:-{20,}|%%?-|%%%)/.test(content)) yield* close();
    else if (open.at === 'head') {
      const field = FIELD.exec(content);
      if (field?.[1]) {
        open.last = field[1];
        open.fields.set(field[1], field[2] ?? '');
      } else if (/^\s+\S/.test(content) && open.last)
        open.fields.set(open.last, `${open.fields.get(open.last)} ${content.trim()}`);
    } else if (open.at === 'abstract') open.abstract.push(content.trim());
  }
  yield* close();
}
