/**
 * `npm test`: everything a change must pass. Installs the programs it drives where it may, goes on after a failing
 * step, and ends with the line `N passed, N failed`, counted from what ran; exit code 1 if anything failed.
 */
import { ensure } from './lib/ensure.ts';
import { type Count, vitest, whole } from './lib/steps.ts';
import { webExtLint } from './lib/web-ext.ts';

const STEPS: readonly [string, () => Promise<Count>][] = [
  ['lint', () => whole('biome', ['check', '--error-on-warnings', '.'])],
  ['types', () => whole('tsc', ['--noEmit'])],
  ['unit tests', () => vitest('unit', 20)],
  ['build for Chrome', () => whole('tsx', ['scripts/build.ts', 'chrome'])],
  ['build for Firefox', () => whole('tsx', ['scripts/build.ts', 'firefox'])],
  ['web-ext lint', webExtLint],
  ['both browsers, build', () => vitest('e2e', 40, true)],
];

ensure(['chromium', 'firefox', 'openssl', 'biber', 'pandoc', 'bibtex', 'xmllint', 'unzip']);
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const [name, step] of STEPS) {
  const started = performance.now();
  console.log(`\n— ${name}`);
  const count = await step();
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  const line = `${name}: ${count.passed} passed, ${count.failed} failed${skipped} (${seconds} s)`;
  lines.push(line);
  console.log(line);
}
console.log(`\n${lines.join('\n')}\n`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
