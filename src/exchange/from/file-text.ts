/** Bytes as text, whatever wrote them. */

/** Bytes decoded between two turns of the page. */
const SLICE = 4_000_000;

async function decoded(file: Blob, decoder: TextDecoder): Promise<string> {
  let text = '';
  for (let at = 0; at < file.size; at += SLICE) {
    const end = Math.min(at + SLICE, file.size);
    text += decoder.decode(await file.slice(at, end).arrayBuffer(), { stream: end < file.size });
  }
  return text;
}

/**
 * The text of a file: UTF-8, UTF-16 (told by its mark, or by a first letter with a zero byte beside it, which no other text
 * has), or, where it is neither, Windows-1252, which has a sign for every byte.
 */
export async function textOfFile(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if ((first === 0xff && second === 0xfe) || (first && second === 0))
    return decoded(file, new TextDecoder('utf-16le'));
  if ((first === 0xfe && second === 0xff) || (first === 0 && second))
    return decoded(file, new TextDecoder('utf-16be'));
  try {
    return await decoded(file, new TextDecoder('utf-8', { fatal: true }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // a few broken bytes, as where a file was cut within a sign, make no other character set of it
    const text = await decoded(file, new TextDecoder('utf-8'));
    const [whole, broken] = [/[^\0-\x7f\ufffd]/gu, /\ufffd/g].map((signs) => text.match(signs)?.length ?? 0);
    return (whole ?? 0) >= (broken ?? 0) && whole ? text : decoded(file, new TextDecoder('windows-1252'));
  }
}
