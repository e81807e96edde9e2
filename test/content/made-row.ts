/** Entries of a page as a script in it has them. */
import { PageModel, type Row } from '../../src/content/model.ts';

/** An entry of arXiv; its title is its id. @param item where it stands; by default nothing is asked of that */
export function madeRow(id: string, item = {} as Element): Row {
  const links = { page: 'https://arxiv.org/abs/1', code: [], project: [] };
  const entry = { id, site: 'arxiv', title: id, authors: [], categories: [], links, position: 1 };
  return { item, listing: { kind: 'listing' } as Row['listing'], entry, hidden: false };
}

/** A page of these, of which the worker told nothing yet. */
export function madeModel(rows: Row[]): PageModel {
  const model = new PageModel();
  for (const row of rows) model.add(row);
  model.order(rows);
  return model;
}
