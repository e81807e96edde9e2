import { describe, expect, it } from 'vitest';
import { readTopicModel } from '../../scripts/lib/topic-model.ts';
import { readGold } from './support/gold.ts';
import { measure } from './support/measure.ts';

const dev = readGold('dev');
if (dev === undefined) console.warn('skipped: labelled papers not found (MANICULE_SHARED or ../shared)');

describe.skipIf(dev === undefined)(
  'labelled papers (labelled by language models, checked by no person)',
  () => {
    it('agrees with two annotators on the 70 papers: micro-F1 at least 0.78', () => {
      const result = measure(dev!, readTopicModel());
      expect(result.papers).toBe(70);
      expect(result.microF1).toBeGreaterThanOrEqual(0.78);
      expect(result.firstTopicRight).toBeGreaterThanOrEqual(0.88);
      expect(result.topicsPerPaper).toBeGreaterThanOrEqual(2);
      expect(result.topicsPerPaper).toBeLessThanOrEqual(4);
    });
  },
);
