/** Mozilla's own checks of the Firefox build, with the warnings that are known and looked into. */
import { type Count, one, run } from './steps.ts';

interface Message {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

interface Known {
  code: string;
  file: RegExp;
  why: string;
}

const KNOWN: readonly Known[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^assets\/.*\.js$/,
    why: "preact's renderer can take dangerouslySetInnerHTML; the linter forbids it in src",
  },
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/,
    why: 'not offered for Android',
  },
];

export const isKnown = (message: { code: string; file?: string }): boolean =>
  KNOWN.some((known) => known.code === message.code && known.file.test(message.file ?? ''));

export async function webExtLint(): Promise<Count> {
  const { output } = await run(
    'web-ext',
    ['lint', '--source-dir', 'dist/firefox', '--output', 'json'],
    5,
    false,
  );
  let report: { errors: Message[]; warnings: Message[] };
  try {
    report = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    console.log(output.trimEnd());
    return one(false);
  }
  const bad = [...report.errors, ...report.warnings.filter((warning) => !isKnown(warning))];
  for (const { code, file, line, message } of bad)
    console.log(`${file ?? ''}:${line ?? ''} ${code} ${message}`);
  return one(bad.length === 0);
}
