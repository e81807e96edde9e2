/** Hands a file to the reader. */

/** How long the browser may take to start reading the file, in ms. */
const START = 60_000;

/** Downloads `blob` under `filename`, where the browser puts downloads. */
export function download(blob: Blob, filename: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), START);
}
