/** Whether this script still belongs to a running extension: content scripts outlive updates and removals. */
import { api } from './api.ts';

export function alive(): boolean {
  try {
    return api.runtime?.id !== undefined;
  } catch {
    return false; // Firefox throws "can't access dead object"
  }
}

/** The version of the extension this script came with; '' after it was removed. */
export function version(): string {
  try {
    return api.runtime.getManifest().version;
  } catch {
    return '';
  }
}

/** Tells the browser that this worker is at work: it stops those that call nothing of it for half a minute. */
export function stayAwake(): void {
  void api.runtime.getPlatformInfo?.().catch(() => undefined);
}
