/** The tagger and the reader's rules, ready for use. What is kept here is a cache: the worker may vanish at any time. */
import { compileRules, type WatchRule, watchedWords } from '../core/rules.ts';
import { listRules, type SyncTools } from '../storage/index.ts';
import { TOPICS_VERSION, tag, topicLabel } from '../topics/index.ts';

export interface Tools extends SyncTools {
  /** Words the page should highlight. */
  words: string[];
}

let compiled: { source: string; tools: Tools } | undefined;

function toolsOf(rules: readonly WatchRule[]): Tools {
  return {
    tag,
    topicsVersion: TOPICS_VERSION,
    match: compileRules(rules, topicLabel),
    words: watchedWords(rules),
  };
}

/** Reads the rules each time, so that an edit counts at once; compiles them only when they changed. @throws ManiculeError */
export async function currentTools(): Promise<Tools> {
  const rules = await listRules();
  const source = JSON.stringify(rules);
  if (compiled?.source !== source) compiled = { source, tools: toolsOf(rules) };
  return compiled.tools;
}
