/** Every language says everything the extension says, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';

type Messages = Record<string, { message: string; description?: string }>;

const FOLDER = join(ROOT, 'public/_locales');
const LANGUAGES = readdirSync(FOLDER).sort();
const read = (name: string) =>
  JSON.parse(readFileSync(join(FOLDER, name, 'messages.json'), 'utf8')) as Messages;
const english = read('en');

/** Each `$n` once, sorted: what a translation has to fill in too. */
const slots = (words: string): string[] => [...new Set(words.match(/\$[1-9]/g))].sort();

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield readFileSync(path, 'utf8');
  }
}

/** The keys written in the sources: whole words in quotes, and those of the manifest. */
function used(): Set<string> {
  const found = new Set<string>(['language']);
  for (const text of sources(join(ROOT, 'src')))
    for (const [, key] of text.matchAll(/['"]([A-Za-z][A-Za-z0-9]*)['"]/g)) if (key) found.add(key);
  for (const [, key] of readFileSync(join(ROOT, 'manifest.json'), 'utf8').matchAll(/__MSG_(\w+)__/g))
    if (key) found.add(key);
  return found;
}

describe('English', () => {
  it('has no message that nothing says', () => {
    const said = used();
    const unused = Object.keys(english).filter((key) => !said.has(key.replace(/_(?:one|other)$/, '')));
    expect(unused).toEqual([]);
  });

  it('has both forms of every message with a number', () => {
    const bases = Object.keys(english).flatMap((key) => /^(.*)_(?:one|other)$/.exec(key)?.[1] ?? []);
    const missing = bases.filter((base) => !english[`${base}_one`] || !english[`${base}_other`]);
    expect(missing).toEqual([]);
  });

  it('has no words without a key: the manifest names them only', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
    expect(manifest.default_locale).toBe('en');
    const keys = JSON.stringify(manifest).match(/__MSG_\w+__/g) ?? [];
    expect(keys.filter((key) => !english[key.slice(6, -2)])).toEqual([]);
    expect(keys.length).toBeGreaterThanOrEqual(5);
  });
});

describe.each(LANGUAGES.filter((name) => name !== 'en'))('%s', (name) => {
  const own = read(name);

  it('has every message of English and no other', () => {
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
  });

  it('fills in what English fills in, but for the number of a single thing', () => {
    const wrong = Object.entries(own).flatMap(([key, { message }]) => {
      const wanted = slots(english[key]?.message ?? '');
      const given = slots(message);
      const loose = key.endsWith('_one') ? ['$1'] : [];
      const same = (list: string[]) => list.filter((slot) => !loose.includes(slot)).join();
      return same(given) === same(wanted)
        ? []
        : [`${key}: ${given.join() || 'nothing'} for ${wanted.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  it('leaves nothing empty and says its own name', () => {
    expect(Object.keys(own).filter((key) => !own[key]?.message.trim())).toEqual([]);
    expect(own['language']?.message.replace('-', '_')).toBe(name);
  });
});
