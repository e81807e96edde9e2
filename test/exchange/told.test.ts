import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { MarkSchema } from '../../src/exchange/schemas.ts';

const at = '2026-03-17T09:00:00.000Z';

describe('what ranker and duplicates are told, in a backup', () => {
  it('comes back as it was, whatever ids the other papers have', () => {
    const mark = {
      id: 'arxiv:2403.06504',
      less: { value: true, at },
      distinct: {
        'doi:10.1002/(SICI)1099-0755(199807/08)8:4<515::AID-AQC261>3.0.CO;2-J': { value: true, at },
        'title:tar on hulls|lovelace': { value: false, at },
        __proto__x: { value: true, at },
      },
    };
    expect(v.parse(MarkSchema, JSON.parse(JSON.stringify(mark)))).toEqual(mark);
  });

  it.each([
    [{ less: true }],
    [{ less: { value: 'yes', at } }],
    [{ less: { value: true, at: 'yesterday' } }],
    [{ distinct: ['arxiv:1'] }],
    [{ distinct: { 'arxiv:1': true } }],
    [{ distinct: { 'arxiv:1': { value: 1, at } } }],
  ])('of a wrong shape is refused: %j', (wrong) => {
    expect(v.safeParse(MarkSchema, { id: 'arxiv:2403.06504', ...wrong }).success).toBe(false);
  });
});
