/** Asks how well papers fit what the reader saved. */
import type { PaperId } from '../../core/paper.ts';
import type { Fit, FromWorker, ToWorker } from './relevance-messages.ts';

/** The fits of `ids`; of none where too little was saved, or where they cannot be worked out. Never rejects. */
export function fitsOf(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, Fit>> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./relevance-worker.ts', import.meta.url), { type: 'module' });
    const end = (fits: readonly Fit[]) => {
      worker.terminate();
      done(new Map(fits.map((fit) => [fit.id, fit])));
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => end(data.fits);
    worker.onerror = () => end([]);
    worker.postMessage({ ids } satisfies ToWorker);
  });
}
