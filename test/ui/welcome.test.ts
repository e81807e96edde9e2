import { expect, test } from 'vitest';
import { decide } from '../../src/ui/welcome/demo.tsx';

test('what one decides is taken back by the same button; a dismissed paper is neither saved nor flagged', () => {
  const saved = decide({}, 'saved');
  expect(saved).toMatchObject({ saved: true, dismissed: false });
  expect(decide(saved, 'saved')).toMatchObject({ saved: false });
  const both = decide(saved, 'flagged');
  expect(both).toMatchObject({ saved: true, flagged: true });
  expect(decide(both, 'dismissed')).toEqual({ dismissed: true });
  expect(decide({ dismissed: true }, 'dismissed')).toEqual({});
  expect(decide({ dismissed: true }, 'saved')).toMatchObject({ saved: true, dismissed: false });
});
