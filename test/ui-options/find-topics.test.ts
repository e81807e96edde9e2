import { describe, expect, test } from 'vitest';
import { findTopics } from '../../src/ui/options/find-topics.ts';

describe('finding topics', () => {
  const topics = [
    { id: 'speech', label: 'Speech recognition', field: 'audio', definition: 'Transcribing what is said' },
    { id: 'agents', label: 'LLM agents', field: 'language', definition: 'Models that act with tools' },
    { id: 'tools', label: 'Tool use', field: 'language', definition: 'Calling functions' },
  ];
  const ids = (typed: string, chosen: string[] = []) =>
    findTopics(topics, typed, chosen).map((one) => one.id);
  test('labels first, then definitions; chosen ones left out', () => {
    expect(ids('')).toEqual(['speech', 'agents', 'tools']);
    expect(ids('tool')).toEqual(['tools', 'agents']);
    expect(ids('language')).toEqual(['agents', 'tools']);
    expect(ids('Agents')).toEqual(['agents']);
    expect(ids('tool', ['tools'])).toEqual(['agents']);
    expect(ids('chemistry')).toEqual([]);
  });
});
