/** How fast the reader goes through the page, told from its scroll events. */

/** Faster than this nobody reads, in px/ms. */
const FAST = 3;
/** Without a scroll event for this long the page rests. */
const REST_MS = 100;
/** The page is worth another look after it moved this far, in px. */
const FAR = 160;

export class Pace {
  readonly #look: () => void;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #at = -Infinity;
  #y = 0;
  #speed = 0;
  #lookedAt = 0;

  /** @param look called while the page moves slowly, and once whenever it comes to rest. */
  constructor(look: () => void, signal: AbortSignal) {
    this.#look = look;
    document.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true, capture: true });
    signal.addEventListener('abort', () => clearTimeout(this.#rest), { once: true });
  }

  /** 'still': never moved; 'resting': not now; 'slow', 'fast': moving. */
  get now(): 'still' | 'resting' | 'slow' | 'fast' {
    const since = performance.now() - this.#at;
    if (since === Infinity) return 'still';
    // timers may fire a little early
    if (since >= REST_MS * 0.9) return 'resting';
    return this.#speed < FAST ? 'slow' : 'fast';
  }

  /** The page was looked at where it stands now. */
  looked(): void {
    this.#lookedAt = window.scrollY;
  }

  #scrolled(): void {
    const now = performance.now();
    const y = window.scrollY;
    const before = this.#y;
    const gone = now - this.#at;
    if (gone < 4) return; // two events of one frame tell nothing of speed
    this.#at = now;
    this.#y = y;
    this.#speed = Math.abs(y - before) / gone;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.#look, REST_MS);
    // a part of the page that scrolls by itself does not move `y`
    if (this.#speed < FAST && (y === before || Math.abs(y - this.#lookedAt) > FAR)) this.#look();
  }
}
