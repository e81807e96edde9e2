import { expect, test } from 'vitest';
import { appeared } from '../../src/core/appeared.ts';

test.each([
  [{ id: 'arxiv:2403.00001', published: '2023-05-01', venue: 'ACL 2024' }, '2023-05-01'],
  [{ id: 'arxiv:2403.00001' }, '2024-03'],
  [{ id: 'arxiv:math.gt/0309136' }, '2003-09'],
  [{ id: 'arxiv:hep-th/9901001' }, '1999-01'],
  [{ id: 'doi:10.1145/7', aliases: ['title:x|y', 'arxiv:0704.0001'] }, '2007-04'],
  [{ id: 'acl:2024.acl-long.1', venue: 'Proceedings of ACL 2024' }, '2024'],
  [{ id: 'title:x|y', venue: 'Looms', journalRef: 'J. Looms 3, 2017 (2018)' }, '2018'],
  [{ id: 'title:x|y', venue: 'Looms' }, undefined],
  [{ id: 'doi:10.1145/2024.7' }, undefined],
])('%j appeared %s', (paper, date) => {
  expect(appeared(paper)).toBe(date);
});
