/** `rank` as a program: the library's scores, best first; what is wrong on stderr. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTopicModel } from '../../scripts/lib/topic-model.ts';
import { featuresOf, isModel, score, train } from '../../src/ranking/index.ts';
import { tag } from '../../src/topics/index.ts';
import { everything, type Shelved, shelf } from '../ranking/support/shelf.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

function cli(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/cli.ts', 'rank', ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const lines = stdout.split('\n').filter(Boolean);
  return {
    lines: lines.map((line) => JSON.parse(line) as { id: string; score: number; because: object[] }),
    err: stderr,
    code: status,
  };
}

let folder = '';
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const line = ({ title, abstract, authors }: Shelved, id: string) =>
  JSON.stringify({ id, title, abstract, authors, categories: [] });
const write = (name: string, papers: readonly Shelved[]) =>
  file(name, papers.map((one, at) => line(one, `${name}:${at}`)).join('\n'));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'manicule-rank-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('rank', () => {
  it('gives every paper of the listing the score that the library gives it, best first, with reasons', () => {
    const [liked, disliked, listing] = [shelf('bells', 4), shelf('wells', 2), everything(3)];
    const { lines, err, code } = cli(
      '--liked',
      write('a', liked),
      '--disliked',
      write('b', disliked),
      write('l', listing),
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const topicModel = readTopicModel();
    const features = ({ title, abstract, authors }: Shelved) =>
      featuresOf({
        title,
        abstract,
        authors,
        categories: [],
        topics: tag({ title, abstract, categories: [], keywords: [] }, topicModel),
      });
    const marks = (papers: readonly Shelved[], importance: number) =>
      papers.map((one) => ({ features: features(one), importance, text: one }));
    const model = train({
      marks: [...marks(liked, 1), ...marks(disliked, -1)],
      met: [...listing, ...disliked].map(features),
      vectors: topicModel.vectors,
    });
    if (!isModel(model)) throw new Error('no model');
    const expected = score(model, listing.map(features)).map((one, at) => ({ id: `l:${at}`, ...one }));
    expect(lines).toEqual(expected.sort((a, b) => b.score - a.score));
    expect(
      lines
        .slice(0, 3)
        .map((one) => one.id)
        .sort(),
    ).toEqual(['l:0', 'l:1', 'l:2']);
    expect(lines[0]?.because).toContainEqual({ term: expect.any(String), weight: expect.any(Number) });
  });

  it('a line that cannot be used is said and left out; the rest is ranked', () => {
    const { lines, err, code } = cli(
      '--liked',
      write('a', shelf('bells', 3)),
      file('l', `{"id":"x"}\n${line(shelf('looms', 1)[0]!, 'y')}\n{"id"`),
    );
    expect(lines.map((one) => one.id)).toEqual(['y']);
    expect(err).toBe(
      `${folder}/l:1: The record has no title.\n${folder}/l:3: The line is broken or cut off.\n`,
    );
    expect(code).toBe(1);
  });

  it('too few liked papers: says how many are needed, writes nothing', () => {
    const { lines, err, code } = cli('--liked', write('a', shelf('bells', 2)), write('l', everything(1)));
    expect({ lines, err, code }).toEqual({
      lines: [],
      err: 'Not enough yet: 2 liked papers, 3 are needed.\n',
      code: 1,
    });
  });
});
