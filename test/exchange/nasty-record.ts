/** How the nasty records are written down. */
import type { Exportable } from '../../src/exchange/index.ts';

type Paper = Exportable['paper'];
export type Extra = Partial<Omit<Paper, 'links'>> & { page?: string; pdf?: string; code?: string[] };
type Marks = Omit<Exportable, 'paper'>;

/**
 * A function that makes preprints numbered from 1 on within `month` (YYMM): with the given title; `extra` overrides any
 * field of the paper, `marks` what the reader decided.
 */
export function recorder(month: string): (title: string, extra?: Extra, marks?: Marks) => Exportable {
  let count = 0;
  return (title, extra = {}, marks = {}) => {
    count++;
    const number = `${month}.${String(count).padStart(5, '0')}`;
    const { page, pdf, code, ...paper } = extra;
    return {
      paper: {
        id: `arxiv:${number}`,
        title,
        authors: ['Ada Lovelace'],
        published: '2024-01-15',
        categories: ['cs.CL'],
        ...paper,
        links: {
          page: page ?? `https://arxiv.org/abs/${number}`,
          ...(pdf ? { pdf } : {}),
          code: code ?? [],
          project: [],
        },
      },
      ...marks,
    };
  };
}
