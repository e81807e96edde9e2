/** In the export worker: marks and cite keys read while the reader still chooses a format. */
import { keyedMarks, onChanges } from '../../storage/index.ts';
import { idsOf } from './export-messages.ts';

type Keyed = ReturnType<typeof keyedMarks>;

/** After which they are dropped, in ms: whoever looks at a menu for longer has other plans. */
const KEPT_MS = 10_000;

export class MarksAhead {
  #read: { ids: string; keyed: Keyed } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #following = false;

  /** Reads those of `ids`, one a line. Forgotten when anything changes, when they are taken, and after some seconds. */
  readAhead(ids: string): void {
    if (!this.#following) onChanges(() => this.#drop());
    this.#following = true;
    this.#drop();
    const keyed = keyedMarks(idsOf(ids));
    keyed.catch(() => undefined); // whoever takes them hears of it
    this.#read = { ids, keyed };
    this.#timer = setTimeout(() => this.#drop(), KEPT_MS);
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#read = undefined;
  }

  /** What was read ahead of exactly these, else read now. @throws ManiculeError */
  take(ids: string): Keyed {
    const read = this.#read;
    this.#drop();
    const now = () => keyedMarks(idsOf(ids));
    return read?.ids === ids ? read.keyed.catch(now) : now();
  }
}
