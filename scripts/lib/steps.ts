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

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; name: string; assertionResults: { status: string }[] }[];
}

/** One vitest project, every test of it counted. A file that could not be loaded, and a failure outside any test, count as failed. */
export async function vitest(project: string, minutes: number): Promise<Count> {
  const file = join(ROOT, `out/test/${project}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run('vitest', ['run', '--project', project, ...reporters], minutes, true);
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    console.log(`${project}: the tests did not end by themselves`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const broken = report.testResults.filter(
    (result) =>
      result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  );
  for (const result of broken) console.log(`could not be run: ${result.name}`);
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
