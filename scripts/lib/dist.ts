/** What a built page or script loads: the files reached from an entry by static and dynamic imports. */
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Reach {
  /** Files loaded at once, relative to the build's folder, in order of first meeting. */
  files: string[];
  /** Files only reached through import(). */
  later: string[];
}

const STATIC = /\b(?:import|export)\s*(?:[\w*\s{},$]+?\s*from\s*)?["']([^"']+\.js)["']/g;
const DYNAMIC = /\bimport\(\s*["'`]([^"'`]+\.js)["'`]/g;
const LINKED = /<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.(?:js|css))"/g;

/** @param entry an html or js file, relative to `dist`. */
export function reach(dist: string, entry: string): Reach {
  const files: string[] = [];
  const later: string[] = [];
  const queue: [string, boolean][] = [[entry, true]];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [file, now] = next;
    if (files.includes(file) || (!now && later.includes(file))) continue;
    (now ? files : later).push(file);
    const text = readFileSync(join(dist, file), 'utf8');
    const resolve = (source: string) =>
      source.startsWith('/') ? source.slice(1) : posix.join(dirname(file), source);
    for (const [, source] of text.matchAll(file.endsWith('.html') ? LINKED : STATIC)) {
      if (source) queue.push([resolve(source), now]);
    }
    for (const [, source] of text.matchAll(DYNAMIC)) if (source) queue.push([resolve(source), false]);
  }
  return { files, later: later.filter((file) => !files.includes(file)) };
}

/** Bytes of the files after gzip, summed. */
export const gzipped = (dist: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
