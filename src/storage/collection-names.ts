/** What search calls collections: their names and those of the collections they are in. */
import { collectionTree, flatTree, pathWords } from '../core/collections.ts';
import { listCollections } from './collections.ts';
import type { Labels } from './search-terms.ts';

export class CollectionNames {
  #names: ReadonlyMap<string, string> = new Map();

  /** Reads them anew. @throws ManiculeError */
  async read(): Promise<void> {
    const flat = flatTree(collectionTree(await listCollections()));
    this.#names = new Map(flat.map((node) => [node.id, pathWords(node)]));
  }

  readonly labels: Labels = { collection: (id) => this.#names.get(id) };
}
