/**
 * The file the trained model is kept in, `public/topics.bin`, written by `scripts/train-topics.ts`. Little-endian:
 * "MNTM", the length in bytes of a JSON header (uint32), the header, then the parts it lists, each beginning at a
 * multiple of four bytes from the start of the file.
 */
import { ManiculeError } from '../core/errors.ts';
import { TERMS_VERSION } from '../core/terms.ts';

const MAGIC = 'MNTM';

/** Raise it when the layout of the file changes. */
export const MODEL_FORMAT = 2;

/** How well a model's topics agree with labels of papers it was not trained on. */
export interface Measured {
  papers: number;
  /** Micro-averaged over all papers and topics. */
  microF1: number;
  precision: number;
  recall: number;
  /** Share of papers whose first topic is right. */
  firstTopicRight: number;
  topicsPerPaper: number;
  /** The topics it finds worst. */
  worst: { id: string; f1: number; papers: number }[];
}

/** What the file says of itself. */
export interface ModelHeader {
  format: number;
  /** The model's own version; part of `TOPICS_VERSION`. */
  version: number;
  /** Version of the terms whose ids it knows. */
  terms: number;
  /** Topic ids, in the order of the parts. */
  topics: string[];
  /** Numbers kept of a term. */
  width: number;
  /** Scores from which a topic is given: with an abstract, and by a title alone. */
  thresholds: [number, number];
  /** What it was trained on, and by whom the labels were made. */
  provenance: string;
  /** In cross-validation: with abstracts, and by titles alone. */
  measured: [Measured, Measured];
  licence: string;
  parts: { name: PartName; bytes: number }[];
}

const PARTS = {
  /** Term ids, ascending: uint32 each. */
  ids: Uint32Array,
  /** Inverse document frequency × 20: a byte each. */
  idf: Uint8Array,
  /** Of each term's numbers: the step is 2 ** (byte / 8 - 24). */
  steps: Uint8Array,
  /** `width` numbers a term, -7 … 7 steps, plus 8: four bits each, the lower half of a byte first. */
  rows: Uint8Array,
  /** Constants of the hidden layer. */
  hidden: Float32Array,
  /** `width` weights a topic, then all topics' constants. */
  out: Float32Array,
  outConstants: Float32Array,
  /** Per topic: the constant, then one weight for each of `FEATURES`. */
  evidence: Float32Array,
  /** How many topics each term has a weight of its own for. */
  linearCounts: Uint8Array,
  /** Those topics, term after term. */
  linearTopics: Uint8Array,
  /** Their weights, in steps of `LINEAR_STEP`. */
  linearWeights: Int8Array,
  /** All topics' constants beside these weights. */
  linearConstants: Float32Array,
  /** Per topic: weights of the network's, the evidence's and the terms' own sum, and a constant; for papers with an abstract. */
  blend: Float32Array,
  /** The same where there is a title only. */
  blendTitle: Float32Array,
} as const;

export type PartName = keyof typeof PARTS;
type Of<Kind> = Kind extends Uint8ArrayConstructor
  ? Uint8Array
  : Kind extends Uint32ArrayConstructor
    ? Uint32Array
    : Kind extends Int8ArrayConstructor
      ? Int8Array
      : Float32Array;
export type Parts = { [Name in PartName]: Of<(typeof PARTS)[Name]> };

const NAMES = Object.keys(PARTS) as PartName[];

const padded = (bytes: number): number => (bytes + 3) & ~3;

const refuse = (why: string): ManiculeError =>
  new ManiculeError(
    'bad-record',
    `The topic model of this installation cannot be read (${why}). Topics are found by phrases alone until the extension is installed again.`,
  );

/** The bytes of a model. */
export function writeModel(about: Omit<ModelHeader, 'parts' | 'format'>, parts: Parts): Uint8Array {
  const header: ModelHeader = {
    format: MODEL_FORMAT,
    ...about,
    parts: NAMES.map((name) => ({ name, bytes: parts[name].byteLength })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = padded(MAGIC.length + 4 + text.length);
  const total = NAMES.reduce((sum, name) => sum + padded(parts[name].byteLength), start);
  const out = new Uint8Array(total);
  out.set(new TextEncoder().encode(MAGIC));
  new DataView(out.buffer).setUint32(MAGIC.length, text.length, true);
  out.set(text, MAGIC.length + 4);
  let at = start;
  for (const name of NAMES) {
    const { buffer, byteOffset, byteLength } = parts[name];
    out.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  return out;
}

/** Views of the parts of a model for these topics. @throws ManiculeError 'bad-record' for anything but a whole model this code can use. */
export function readParts(
  file: ArrayBuffer,
  topics: readonly string[],
): { header: ModelHeader; parts: Parts } {
  const bytes = new Uint8Array(file);
  if (bytes.length < 8 || new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC)
    throw refuse('it is no model');
  const length = new DataView(file).getUint32(4, true);
  let header: ModelHeader;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as ModelHeader;
  } catch {
    throw refuse('its header is damaged');
  }
  if (header.format !== MODEL_FORMAT) throw refuse(`format ${header.format}`);
  if (header.terms !== TERMS_VERSION) throw refuse(`terms of version ${header.terms}`);
  if (header.topics.join() !== topics.join()) throw refuse('it is for other topics');
  const found: Partial<Record<PartName, ArrayBufferView>> = {};
  let at = padded(8 + length);
  for (const { name, bytes: size } of header.parts) {
    if (at + size > bytes.length) throw refuse('it is cut short');
    const Kind = PARTS[name];
    if (Kind) found[name] = new Kind(file, at, size / Kind.BYTES_PER_ELEMENT);
    at += padded(size);
  }
  for (const name of NAMES) if (!found[name]) throw refuse(`it has no ${name}`);
  return { header, parts: found as Parts };
}
