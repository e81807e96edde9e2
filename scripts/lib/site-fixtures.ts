/** What is missing in the fixtures of a site: `test/fixtures/<id>/<case>/{page.html, meta.json, expected.json}`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from './site-contract.ts';

const FILES = ['page.html', 'meta.json', 'expected.json'] as const;

/** Written by `capture` until somebody says what the page shows. */
export const NO_WORDS = '';

type Json = Record<string, unknown>;

/** The object in a file, or the sentence that says why there is none. */
function objectIn(path: string, name: string): Json | string {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
    return `${name} holds no JSON object.`;
  } catch (error) {
    return `${name} is no JSON (${error instanceof Error ? error.message : String(error)}).`;
  }
}

function metaLacks({ sites }: Project, id: string, name: string, meta: Json): string[] {
  const { url, about } = meta;
  const lacks: string[] = [];
  if (typeof about !== 'string' || about.trim() === NO_WORDS) {
    lacks.push(`${name}: say in “about”, in a sentence, what is special about the page.`);
  }
  if (typeof url !== 'string' || !URL.canParse(url)) {
    return [...lacks, `${name}: give the page’s address as “url”.`];
  }
  const readers = sites.filter((site) => site.listing(new URL(url))).map((site) => site.id);
  if (sites.some((site) => site.id === id) && !readers.includes(id)) {
    const other = readers[0] ? `: ${readers[0]} takes it` : '';
    lacks.push(`${name}: listing() of src/sites/${id}.ts does not know the address ${url}${other}.`);
  }
  return lacks;
}

/** All that is missing or broken in the fixtures of site `id`. */
export function fixtureLacks(project: Project, id: string): string[] {
  const home = `test/fixtures/${id}`;
  const folder = join(project.root, home);
  const cases = existsSync(folder) ? readdirSync(folder).sort() : [];
  const how = `npm run capture -- ${id} <case> <saved page>`;
  if (cases.length === 0) return [`${home}/<case>/ is missing: make the first fixture (${how}).`];
  const lacks: string[] = [];
  let entries = 0;
  for (const name of cases) {
    const has = (file: string) => existsSync(join(folder, name, file));
    const missing = FILES.filter((file) => !has(file));
    for (const file of missing) {
      const hint = file === 'expected.json' && has('page.html') ? ` (npm run capture -- ${id} ${name})` : '';
      lacks.push(`${home}/${name}/${file} is missing${hint}.`);
    }
    const path = `${home}/${name}/meta.json`;
    const meta = has('meta.json') ? objectIn(join(project.root, path), path) : {};
    if (typeof meta === 'string') lacks.push(meta);
    else if (has('meta.json')) lacks.push(...metaLacks(project, id, path, meta));
    const wanted = `${home}/${name}/expected.json`;
    const expected = has('expected.json') ? objectIn(join(project.root, wanted), wanted) : {};
    if (typeof expected === 'string') lacks.push(expected);
    else if (Array.isArray(expected['entries'])) entries += expected['entries'].length;
    else if (has('expected.json')) lacks.push(`${wanted} has no list of “entries”.`);
  }
  if (lacks.length === 0 && entries === 0) {
    lacks.push(`${home}: no fixture has an entry, so nothing of the reading is tested (${how}).`);
  }
  return lacks;
}
