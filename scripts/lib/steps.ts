/** Running the steps of `npm test`: each is a child process, goes on after a failing one, and is counted. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './root.ts';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Ran {
  code: number;
  /** Standard output, where it was captured. */
  output: string;
}

/** Runs a tool from node_modules. `show`: its output goes to the terminal as it comes; else it is kept and returned. */
export function run(tool: string, args: readonly string[], minutes: number, show: boolean): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(join(ROOT, 'node_modules/.bin', tool), args, {
      cwd: ROOT,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      timeout: minutes * 60_000,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let errors = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code, signal) => {
      if (signal) errors += `\n${tool} was stopped after ${minutes} minutes`;
      done({ code: code ?? 1, output: output + errors });
    });
  });
}

export const one = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** One check that passes or fails as a whole; its output is shown when it fails. */
export async function whole(tool: string, args: readonly string[], minutes = 5): Promise<Count> {
  const { code, output } = await run(tool, args, minutes, false);
  if (code !== 0) console.log(output.trimEnd());
  return one(code === 0);
}

/** What vitest says of one file of tests. */
export interface FileResult {
  status: string;
  /** Its path. */
  name: string;
  assertionResults: readonly { status: string }[];
}

interface Report {
  testResults: FileResult[];
}

/** What the tests of some files came to; undefined when they did not end by themselves. */
async function tried(
  project: string,
  files: readonly string[],
  minutes: number,
): Promise<{ code: number; results: readonly FileResult[] } | undefined> {
  const file = join(ROOT, `out/test/${project}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run('vitest', ['run', '--project', project, ...reporters, ...files], minutes, true);
  try {
    return { code, results: (JSON.parse(readFileSync(file, 'utf8')) as Report).testResults };
  } catch {
    console.log(`${project}: the tests did not end by themselves`);
    return undefined;
  }
}

/** Tests by outcome. A file that could not be loaded, and a failure outside any test, count as failed. */
export function counted(results: readonly FileResult[]): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, name, assertionResults } of results) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    count.passed += passed;
    count.failed += failed;
    count.skipped += assertionResults.length - failed - passed;
    if (status !== 'failed' || failed > 0) continue;
    console.log(`could not be run: ${name}`);
    count.failed++;
  }
  return count;
}

export const failing = (results: readonly FileResult[]): string[] =>
  results.filter(({ status }) => status === 'failed').map(({ name }) => name);

/** Every file once: what came of it the second time, where it was run again. */
export const renewed = (first: readonly FileResult[], second: readonly FileResult[]): FileResult[] => {
  const again = new Set(second.map(({ name }) => name));
  return [...first.filter(({ name }) => !again.has(name)), ...second];
};

/**
 * One vitest project, every test of it counted.
 * @param again files with a failure are run once more, each as a whole: its tests build on one another
 */
export async function vitest(project: string, minutes: number, again = false): Promise<Count> {
  const first = await tried(project, [], minutes);
  if (!first) return one(false);
  let { code, results } = first;
  const files = again ? failing(results) : [];
  if (files.length > 0) {
    for (const name of files) console.log(`second try: ${name}`);
    const second = await tried(project, files, minutes);
    if (!second) return one(false);
    code = second.code;
    results = renewed(results, second.results);
  }
  const count = counted(results);
  return count.failed === 0 && code !== 0 ? { ...count, failed: 1 } : count;
}
