import { describe, expect, it } from 'vitest';
import { fold } from '../../src/core/text.ts';
import {
  explain,
  TOPIC_FIELDS,
  TOPICS,
  TOPICS_VERSION,
  tag,
  topicLabel,
  topicShort,
} from '../../src/topics/index.ts';
import { patterns } from '../../src/topics/patterns/all.ts';
import { tokens } from '../../src/topics/words.ts';

describe('the list', () => {
  it('has 141 topics with unique ids, labels and a short label that fits a chip', () => {
    expect(TOPICS).toHaveLength(141);
    expect(new Set(TOPICS.map((topic) => topic.id)).size).toBe(141);
    expect(new Set(TOPICS.map((topic) => topicShort(topic.id))).size).toBe(141);
    for (const topic of TOPICS) {
      expect(topic.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(topicShort(topic.id).length, topic.id).toBeLessThanOrEqual(22);
      expect(TOPIC_FIELDS).toContain(topic.field);
    }
    expect(TOPICS_VERSION).toBeGreaterThan(0);
  });

  it('gives labels, and the id for topics it does not know', () => {
    expect(topicLabel('retrieval-augmented-generation')).toBe('Retrieval-augmented generation');
    expect(topicShort('retrieval-augmented-generation')).toBe('RAG');
    expect(topicShort('games')).toBe('Games');
    expect(topicLabel('from-a-newer-version')).toBe('from-a-newer-version');
  });
});

describe('the patterns', () => {
  it('exist for every topic and for no other id', () => {
    expect(Object.keys(patterns).sort()).toEqual(TOPICS.map((topic) => topic.id).sort());
  });

  it('are phrases of one to eight words, with stems of at least three letters', () => {
    for (const [id, { strong, weak, not }] of Object.entries(patterns)) {
      for (const phrase of [strong, weak ?? '', not ?? ''].flatMap((list) => list.split('|'))) {
        if (phrase.trim() === '') continue;
        const words = tokens(phrase.replace(/\*/g, ''));
        expect(phrase.trim().replaceAll('*', ''), id).toBe(fold(phrase));
        expect(words.length, `${id}: ${phrase}`).toBeGreaterThan(0);
        expect(words.length, `${id}: ${phrase}`).toBeLessThanOrEqual(8);
        for (const stem of phrase.match(/\S*\*/g) ?? [])
          expect(stem.length, `${id}: ${stem}`).toBeGreaterThan(3);
      }
    }
  });

  it('give a topic its own label, or say why by a phrase of it', () => {
    const mute = TOPICS.filter((topic) => explain({ title: topic.label }, topic.id).length === 0);
    expect(mute.map((topic) => topic.id)).toEqual([]);
  });
});

describe('odd input', () => {
  const odd: [string, { title: string; abstract?: string; categories?: string[]; keywords?: string[] }][] = [
    ['nothing', { title: '' }],
    ['no letters', { title: '— … !!', abstract: '\u0000\ud800 \u202e' }],
    ['another script', { title: '大規模言語モデルの評価', abstract: 'نماذج اللغة الكبيرة' }],
    ['one endless word', { title: 'x'.repeat(50_000), abstract: 'y'.repeat(200_000) }],
    ['many sentences', { title: 'A', abstract: 'Graphs. We see. '.repeat(5_000) }],
    ['braces', { title: '$\\mathcal{{{{', abstract: '\\"{' }],
    ['odd categories', { title: 'A', categories: ['', '.', 'cs.', '__proto__'], keywords: ['', '*'] }],
  ];
  it.each(odd)('%s: no throw, scores in range', (_, paper) => {
    const got = tag(paper);
    expect(got.length).toBeLessThanOrEqual(5);
    for (const { score } of got) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('an unknown topic has no explanation', () => {
    expect(explain({ title: 'Graph neural networks' }, 'no-such-topic')).toEqual([]);
  });

  it('nothing to go by: no topics', () => {
    expect(tag({ title: '' })).toEqual([]);
    expect(tag({ title: 'Hello there' })).toEqual([]);
  });
});

describe('the same text', () => {
  it('gets the same topics, best first, whatever was tagged before', () => {
    const paper = {
      title: 'Federated learning of graph neural networks',
      abstract: 'We train graph neural networks on federated clients. Clients keep their graphs.',
    };
    const first = tag(paper);
    for (let i = 0; i < 50; i++)
      tag({ title: `Paper ${i} on quantum circuits`, abstract: 'word '.repeat(i) });
    expect(tag(paper)).toEqual(first);
    const scores = first.map((topic) => topic.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});
