import { afterEach, describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { count, language, say, sayMany, sayPieces, setSpeech } from '../../src/core/say.ts';

const words: Record<string, { message: string }> = english;
const speak = (tongue: string, more: Record<string, string>) =>
  setSpeech({ template: (key) => more[key] ?? words[key]?.message ?? '', language: () => tongue });

afterEach(() => speak('en', {}));

describe('say', () => {
  it('looks a message up once', () => {
    let asked = 0;
    setSpeech({
      template: () => {
        asked++;
        return 'Bibliothek öffnen';
      },
      language: () => 'de',
    });
    expect([say('commandLibrary'), say('commandLibrary')]).toEqual([
      'Bibliothek öffnen',
      'Bibliothek öffnen',
    ]);
    expect(asked).toBe(1);
  });

  it('fills in what it is given, in the order of the language, and nothing twice', () => {
    speak('en', { commandLibrary: '$2 of $1 ($3)' });
    expect(say('commandLibrary', 'a $2', 1_200)).toBe('1,200 of a $2 ($3)');
    expect(sayPieces('commandLibrary')).toEqual(['', 1, ' of ', 0, ' (', 2, ')']);
  });

  it('gives the key where there are no words', () => {
    setSpeech({ template: () => '', language: () => 'en' });
    expect(say('commandLibrary')).toBe('commandLibrary');
  });
});

describe('numbers', () => {
  it('are written as the language writes them', () => {
    expect(count(12_000)).toBe('12,000');
    speak('de', {});
    expect(count(12_000)).toBe('12.000');
    speak('ja', {});
    expect(count(12_000)).toBe('12,000');
  });

  it.each(['en', 'de', 'fr', 'ja', 'zh-CN', 'hi', 'es'])('are written in %s as Intl does', (tongue) => {
    speak(tongue, {});
    const intl = new Intl.NumberFormat(tongue);
    for (const n of [
      0,
      7,
      999,
      1_000,
      9_999,
      10_000,
      123_456,
      1_000_000,
      1_234_567_890,
      2 ** 53 - 1,
      -1_500,
      0.5,
      1_234.5,
    ])
      expect(count(n)).toBe(intl.format(n));
  });

  it.each(['en', 'de', 'fr', 'ja', 'zh-CN', 'pl', 'ar'])('choose the form in %s as Intl does', (tongue) => {
    const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
    speak(tongue, Object.fromEntries(forms.map((form) => [`paperCount_${form}`, form])));
    const rules = new Intl.PluralRules(tongue);
    for (const n of [0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000, 12_345, -1, 0.5, 1.5])
      expect(sayMany('paperCount', n), String(n)).toBe(rules.select(n));
  });

  it('choose the form of a message', () => {
    expect([0, 1, 2, 1_500].map((many) => sayMany('paperCount', many))).toEqual([
      '0 papers',
      '1 paper',
      '2 papers',
      '1,500 papers',
    ]);
    speak('fr', { paperCount_one: '$1 article', paperCount_other: '$1 articles' });
    expect([0, 1, 2, 1_000_000].map((many) => sayMany('paperCount', many))).toEqual([
      '0 article',
      '1 article',
      '2 articles',
      '1\u202f000\u202f000 articles', // French has a form "many" that its file need not give
    ]);
  });

  it('and dates take the day first in English', () => {
    expect(language()).toBe('en-GB');
    speak('de', {});
    expect(language()).toBe('de');
  });
});
