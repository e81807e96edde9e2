/**
 * Backups under a passphrase: AES-256-GCM (NIST SP 800-38D) with a key from PBKDF2-HMAC-SHA-256 (RFC 8018), through
 * WebCrypto. 600,000 iterations are what OWASP's Password Storage Cheat Sheet asks for (2023). Every chunk is sealed by
 * itself, bound to its file and its place in it: a damaged file still gives its intact chunks, and none can be swapped.
 */
import { ManiculeError } from '../core/errors.ts';
import { say } from '../core/say.ts';
import { fromBase64, toBase64 } from './base64.ts';

export const ITERATIONS = 600_000;
/** More than this takes minutes: no file of ours, and a hostile one must not hang the page. */
const MAX_ITERATIONS = 10_000_000;
const CIPHER = 'AES-256-GCM';
const KDF = 'PBKDF2-HMAC-SHA-256';
const IV_BYTES = 12;

/** A key and what deriving it again needs. */
export interface SealKey {
  key: CryptoKey;
  /** Base64, 16 bytes. */
  salt: string;
  iterations: number;
}

/** What the header of a sealed file states. */
export interface SealHeader {
  cipher: string;
  kdf: string;
  iterations: number;
  /** Base64. */
  salt: string;
  /** Base64, 16 random bytes for each file. */
  file: string;
  /** A sealed word, by which a wrong passphrase is told from a damaged file. */
  check: Sealed;
}

export interface Sealed {
  /** Base64, 12 bytes, never used twice under one key. */
  iv: string;
  /** Base64: ciphertext and tag. */
  data: string;
}

const encoder = new TextEncoder();
const random = (bytes: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(bytes));

/** Derives the key of a passphrase; NFC, so that keyboards that compose accents differently agree (RFC 8265). */
async function derive(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const raw = encoder.encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', raw, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const what = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(how, base, what, false, ['encrypt', 'decrypt']);
}

/** A key for new files, with a salt of its own; it cannot be read out. @param iterations fewer for tests only */
export async function newKey(passphrase: string, iterations = ITERATIONS): Promise<SealKey> {
  const salt = random(16);
  return { key: await derive(passphrase, salt, iterations), salt: toBase64(salt), iterations };
}

const bound = (file: string, place: number | string) => encoder.encode(`manicule ${file} ${place}`);

async function seal(key: CryptoKey, text: string, additionalData: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = random(IV_BYTES);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    encoder.encode(text),
  );
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** The text that was sealed; undefined where it, its place or the key is another. */
async function open(
  key: CryptoKey,
  sealed: { iv?: unknown; data?: unknown },
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<string | undefined> {
  const [iv, data] = [fromBase64(sealed.iv), fromBase64(sealed.data)];
  if (iv?.length !== IV_BYTES || !data) return undefined;
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data);
    return new TextDecoder().decode(text);
  } catch {
    return undefined;
  }
}

/** Seals the chunks of one file. */
export interface Sealer {
  header: SealHeader;
  /** @param place number of the chunk in the file */
  seal(text: string, place: number): Promise<Sealed>;
}

export async function sealerOf({ key, salt, iterations }: SealKey): Promise<Sealer> {
  const file = toBase64(random(16));
  const check = await seal(key, 'manicule', bound(file, 'check'));
  return {
    header: { cipher: CIPHER, kdf: KDF, iterations, salt, file, check },
    seal: (text, place) => seal(key, text, bound(file, place)),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** @throws ManiculeError 'bad-file' where the header does not say how the file was sealed, or not in a way known here */
export function readSealHeader(value: unknown): SealHeader {
  const { cipher, kdf, iterations, salt, file, check } = isObject(value)
    ? value
    : ({} as Record<string, unknown>);
  const known =
    cipher === CIPHER &&
    kdf === KDF &&
    typeof iterations === 'number' &&
    Number.isInteger(iterations) &&
    iterations >= 1 &&
    iterations <= MAX_ITERATIONS &&
    (fromBase64(salt)?.length ?? 0) >= 8 &&
    typeof file === 'string' &&
    isObject(check);
  if (!known) {
    throw new ManiculeError('bad-file', say('backupSealUnknown'));
  }
  return { cipher, kdf, iterations, salt: salt as string, file, check: check as unknown as Sealed };
}

/** What opens the chunks of a file: place → text, undefined where that chunk is damaged. */
export type Opener = (sealed: Record<string, unknown>, place: number) => Promise<string | undefined>;

/** @throws ManiculeError 'locked-file' where the passphrase does not fit */
export async function openerOf(header: SealHeader, secret: string | CryptoKey): Promise<Opener> {
  const salt = fromBase64(header.salt) ?? new Uint8Array();
  const key = typeof secret === 'string' ? await derive(secret, salt, header.iterations) : secret;
  if ((await open(key, { ...header.check }, bound(header.file, 'check'))) !== 'manicule') {
    throw new ManiculeError('locked-file', say('backupWrongPassphrase'));
  }
  return (sealed, place) => open(key, sealed, bound(header.file, place));
}
