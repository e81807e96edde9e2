/** On a real digest, kept beside the repository: works on one subject are related, and no duplicates. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDigest } from '../../src/exchange/from/digest.ts';
import { featuresOf, possibleDuplicates, related, relatedIndex } from '../../src/ranking/index.ts';
import { tag } from '../../src/topics/index.ts';
import { corpusFolder } from '../sites/shared-corpus.ts';

const folder = corpusFolder('digest');
if (folder === undefined) console.warn('skipped: the digest was not found (MANICULE_SHARED or ../shared)');

describe.skipIf(folder === undefined)('a digest of 73 papers', () => {
  const text = folder ? readFileSync(join(folder, 'hugging-face-papers-2025-03-17.txt'), 'utf8') : '';
  const entries = readDigest(text);
  const papers = entries.map((entry) => featuresOf({ ...entry, topics: tag({ ...entry, keywords: [] }) }));
  const at = (start: string) => entries.findIndex((entry) => entry.title.startsWith(start));

  it('two works on one subject by close names are related, best first', () => {
    expect(entries).toHaveLength(73);
    const [hi, hier] = [at('Hi-SLAM'), at('Hier-SLAM++')];
    const index = relatedIndex(papers);
    expect(related(index, papers[hi]!, 3, hi).map((one) => one.at)).toContain(hier);
    expect(related(index, papers[hier]!, 3, hier).map((one) => one.at)).toContain(hi);
  });

  it('and are not taken for one; nothing in it is', () => {
    const works = entries.map((entry, place) => ({ ...entry, terms: papers[place]!.terms }));
    expect(possibleDuplicates(works)).toEqual([]);
  });
});
