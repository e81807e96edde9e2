/** The trained topic model of the checkout, for everything that runs outside the browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL_FILE, TopicModel } from '../../src/topics/index.ts';
import { ROOT } from './root.ts';

/** @throws Error where the file is absent; ManiculeError where it is no model. */
export function readTopicModel(): TopicModel {
  const bytes = readFileSync(join(ROOT, 'public', MODEL_FILE));
  return new TopicModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
