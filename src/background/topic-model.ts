/** The trained topic model, read once while the worker lives, when the first papers are to be tagged. */
import type { Paper, TopicScore } from '../core/paper.ts';
import { ownFile } from '../platform/net.ts';
import {
  type Adjuster,
  MODEL_FILE,
  PHRASES_VERSION,
  TOPICS_VERSION,
  TopicModel,
  tag,
} from '../topics/index.ts';
import { logUnexpected } from './failed.ts';

export interface TopicTools {
  tag(paper: Paper, adjust?: Adjuster): TopicScore[];
  version: number;
  model?: TopicModel;
  /** The model is among them. */
  whole: boolean;
}

let loading: Promise<TopicTools> | undefined;

async function load(): Promise<TopicTools> {
  try {
    const model = new TopicModel(await ownFile(MODEL_FILE));
    return {
      tag: (paper, adjust) => tag(paper, model, adjust),
      ...{ version: TOPICS_VERSION, whole: true, model },
    };
  } catch (error) {
    // papers are stored all the same, with the topics of phrases, until a worker can read the model
    await logUnexpected('background/topic-model', error);
    return { tag: (paper) => tag(paper), version: PHRASES_VERSION, whole: false };
  }
}

/** What finds topics: with the model, or by phrases alone where it cannot be read. Never throws. */
export function topicTools(): Promise<TopicTools> {
  loading ??= load();
  return loading;
}
