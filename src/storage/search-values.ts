/** What papers are counted and found by (topics, tags, sites …), each value by a number. */
export class Values {
  /** By number. */
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a value, a new one where it has none. */
  numberOf(value: string): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.all.length;
      this.all.push(value);
      this.#numbers.set(value, number);
    }
    return number;
  }

  /** The number of a value; undefined where it has none. */
  find(value: string): number | undefined {
    return this.#numbers.get(value);
  }
}
