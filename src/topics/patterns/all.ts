import { audio } from './audio.ts';
import { code } from './code.ts';
import { generation } from './generation.ts';
import { language } from './language.ts';
import { learning } from './learning.ts';
import { multimodal } from './multimodal.ts';
import { optimization } from './optimization.ts';
import type { Patterns } from './pattern.ts';
import { robotics } from './robotics.ts';
import { science } from './science.ts';
import { society } from './society.ts';
import { systems } from './systems.ts';
import { theory } from './theory.ts';
import { vision } from './vision.ts';

/** Patterns of every topic, by id. */
export const patterns: Patterns = {
  ...language,
  ...systems,
  ...code,
  ...optimization,
  ...theory,
  ...learning,
  ...generation,
  ...vision,
  ...multimodal,
  ...audio,
  ...robotics,
  ...science,
  ...society,
};
