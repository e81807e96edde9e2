/** Hands a file to the browser's downloads without any permission. */

/** Starts the download of a Blob of `pieces`; the address is given up once the browser surely has it. */
export function download(filename: string, mime: string, pieces: BlobPart[]): void {
  const url = URL.createObjectURL(
    new Blob(pieces, { type: mime.includes(';') ? mime : `${mime};charset=utf-8` }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** `manicule-saved-2026-03-17.bib` */
export function fileName(what: string, extension: string, now = new Date()): string {
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0'));
  return `manicule-${what}-${date.join('-')}.${extension}`;
}
