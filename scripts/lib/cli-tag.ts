/** `tag`: the same records with their topics. Whatever else a record holds is passed on untouched. */
import { numberedLines, parseObject } from '../../src/exchange/lines.ts';
import { tag } from '../../src/topics/index.ts';
import { complain, nameOf, readInput, textIn, writeLine } from './cli-io.ts';
import { readTopicModel } from './topic-model.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A list of texts, or one text that is such a list: `cs.CL cs.LG`, `agents, planning`. */
function list(value: unknown, separator: RegExp): string[] {
  const items: unknown[] =
    typeof value === 'string' ? value.split(separator) : Array.isArray(value) ? value : [];
  return items.filter((item): item is string => typeof item === 'string' && item !== '');
}

/** @returns the exit code: 1 when a line could not be used; the others are written all the same. */
export async function tagPapers(file: string | undefined): Promise<number> {
  const model = readTopicModel();
  let code = 0;
  for (const line of numberedLines(await textIn(await readInput(file)))) {
    const parsed = parseObject(line.text);
    const title = 'value' in parsed ? text(parsed.value['title']) : '';
    if ('why' in parsed || title.trim() === '') {
      complain(`${nameOf(file)}:${line.line}: ${'why' in parsed ? parsed.why : 'The record has no title.'}`);
      code = 1;
      continue;
    }
    const record = parsed.value;
    const paper = {
      title,
      abstract: text(record['abstract']) || text(record['summary']),
      categories: list(record['categories'], /[\s,;]+/),
      keywords: list(record['keywords'], /\s*[,;]\s*/),
    };
    await writeLine({ ...record, topics: tag(paper, model) });
  }
  return code;
}
