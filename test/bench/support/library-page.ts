/** What a reader waits for in the library, measured in the page itself. */
import type { Page } from 'playwright-core';

export interface Typed {
  /** Per key: from the key to the rows of the answer in the tree, in ms. */
  ms: number[];
  /** Papers found for the last. */
  found: string;
}

/** Notes every long task of the page. Runs in the page. */
export const WATCH_TASKS = () => {
  const longTasks: number[] = [];
  Object.assign(window, { longTasks });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
};

/** Types text key by key, each as soon as the last was answered. */
export const typeInto = (page: Page, text: string): Promise<Typed> =>
  page.evaluate(async (typed) => {
    const field = document.querySelector('input[type=search]') as HTMLInputElement;
    const main = document.querySelector('main') as HTMLElement;
    const idle = () =>
      new Promise<void>((done) => {
        const ready = () => main.getAttribute('aria-busy') !== 'true';
        let begun = false;
        const watch = new MutationObserver(() => {
          if (!ready()) begun = true;
          else if (begun) {
            watch.disconnect();
            done();
          }
        });
        watch.observe(main, { attributes: true, attributeFilter: ['aria-busy'] });
      });
    const give = async (value: string) => {
      const began = performance.now();
      const answered = idle();
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await answered;
      return performance.now() - began;
    };
    const ms: number[] = [];
    for (let length = 1; length <= typed.length; length++) {
      if (typed[length - 1] === ' ') continue; // the same words
      ms.push(await give(typed.slice(0, length)));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    const found = document.querySelector('.how-many')?.textContent ?? '';
    await give('');
    return { ms, found };
  }, text);

/** From a click on the first topic to the rows it leaves, and back again; ms of both. */
export const clickFacet = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const main = document.querySelector('main') as HTMLElement;
    const ms: number[] = [];
    for (let n = 0; n < 2; n++) {
      const button = document.querySelector<HTMLButtonElement>(
        'section[aria-labelledby=facet-topics] button[aria-pressed]',
      );
      const began = performance.now();
      await new Promise<void>((done) => {
        let begun = false;
        const watch = new MutationObserver(() => {
          if (main.getAttribute('aria-busy') === 'true') begun = true;
          else if (begun) {
            watch.disconnect();
            done();
          }
        });
        watch.observe(main, { attributes: true, attributeFilter: ['aria-busy'] });
        button?.click();
      });
      ms.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return ms;
  });
