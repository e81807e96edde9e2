/** Hands a file to the browser: a Blob, since `data:` addresses end at the first `#`. */
import type { ExportFile } from '../core/messages.ts';

/** The browser has read the Blob long before this, in ms. */
const KEEP_MS = 60_000;

export function download(file: ExportFile): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: file.mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
