/** `rank`: the papers of a listing, those nearest to what was liked first, with reasons. The library's own scores. */
import { titleId } from '../../src/core/identity.ts';
import { numberedLines, parseObject } from '../../src/exchange/lines.ts';
import { type Features, featuresOf, isModel, type Marked, score, train } from '../../src/ranking/index.ts';
import { type TopicModel, tag } from '../../src/topics/index.ts';
import { CliError, complain, nameOf, readInput, textIn, writeLine } from './cli-io.ts';
import { readTopicModel } from './topic-model.ts';

interface Read {
  id: string;
  features: Features;
  text: { title: string; abstract: string; authors: string[] };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): string[] => {
  const items: unknown[] =
    typeof value === 'string' ? value.split(/[\s,;]+/) : Array.isArray(value) ? value : [];
  return items.filter((item): item is string => typeof item === 'string' && item !== '');
};

/** Papers of a file, one a line. @returns how many lines could not be used beside them; each is said on stderr. */
async function papersOf(
  file: string | undefined,
  topicModel: TopicModel,
): Promise<{ papers: Read[]; bad: number }> {
  const papers: Read[] = [];
  let bad = 0;
  for (const line of numberedLines(await textIn(await readInput(file)))) {
    const parsed = parseObject(line.text);
    const title = 'value' in parsed ? text(parsed.value['title']) : '';
    if ('why' in parsed || title.trim() === '') {
      complain(`${nameOf(file)}:${line.line}: ${'why' in parsed ? parsed.why : 'The record has no title.'}`);
      bad++;
      continue;
    }
    const record = parsed.value;
    const abstract = text(record['abstract']) || text(record['summary']);
    const authors = Array.isArray(record['authors']) ? list(record['authors']) : [];
    const categories = list(record['categories']);
    const topics = tag({ title, abstract, categories, keywords: list(record['keywords']) }, topicModel);
    papers.push({
      id: text(record['id']) || titleId(title, authors),
      features: featuresOf({ title, abstract, authors, categories, topics }),
      text: { title, abstract, authors },
    });
  }
  return { papers, bad };
}

const marked = (papers: readonly Read[], importance: number): Marked[] =>
  papers.map(({ features, text: words }) => ({ features, importance, text: words }));

/** @returns the exit code: 1 when a line could not be used; the others are ranked all the same. */
export async function rankPapers(
  file: string | undefined,
  likedFile: string | undefined,
  dislikedFile: string | undefined,
): Promise<number> {
  if (likedFile === undefined) throw new CliError(1, 'Say which papers are liked: --liked papers.jsonl.');
  const topicModel = readTopicModel();
  const liked = await papersOf(likedFile, topicModel);
  const disliked =
    dislikedFile === undefined ? { papers: [], bad: 0 } : await papersOf(dislikedFile, topicModel);
  const listing = await papersOf(file, topicModel);
  const model = train({
    marks: [...marked(liked.papers, 1), ...marked(disliked.papers, -1)],
    met: [...listing.papers, ...disliked.papers].map((paper) => paper.features),
    vectors: topicModel.vectors,
  });
  if (!isModel(model)) {
    const { have, need } = model;
    throw new CliError(
      1,
      `Not enough yet: ${have} liked ${have === 1 ? 'paper' : 'papers'}, ${need} are needed.`,
    );
  }
  const scored = score(
    model,
    listing.papers.map((paper) => paper.features),
  );
  const order = listing.papers.map((paper, at) => ({
    id: paper.id,
    ...(scored[at] as (typeof scored)[number]),
  }));
  order.sort((a, b) => b.score - a.score);
  for (const one of order) await writeLine(one);
  return liked.bad + disliked.bad + listing.bad > 0 ? 1 : 0;
}
