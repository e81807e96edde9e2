/**
 * Programs the scripts need beside node: found where they are, installed where this may be done unasked (Debian and
 * its kin, as root), and else named in one sentence.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Program {
  /** Commands and absolute paths, first found wins. */
  names: readonly string[];
  /** Debian packages that bring it. */
  packages: readonly string[];
  /** An environment variable that overrules `names`. */
  variable?: string;
}

const PROGRAMS = {
  chromium: {
    // branded Chrome is left out on purpose: it no longer takes --load-extension
    names: ['chromium', 'chromium-browser', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
    packages: ['chromium', 'fonts-dejavu-core'],
    variable: 'CHROMIUM',
  },
  firefox: {
    names: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: ['firefox-esr'],
    variable: 'FIREFOX',
  },
  openssl: { names: ['openssl'], packages: ['openssl'] },
  biber: { names: ['biber'], packages: ['biber'] },
  pandoc: { names: ['pandoc'], packages: ['pandoc'] },
  // BibTeX finds nothing, not even a style beside it, without the paths that texlive-base sets
  bibtex: { names: ['bibtex'], packages: ['texlive-binaries', 'texlive-base'] },
  xmllint: { names: ['xmllint'], packages: ['libxml2-utils'] },
  unzip: { names: ['unzip'], packages: ['unzip'] },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof PROGRAMS;

function find(program: Program): string | undefined {
  const chosen = program.variable ? process.env[program.variable] : undefined;
  for (const name of chosen ? [chosen] : program.names) {
    if (name.startsWith('/')) {
      if (existsSync(name)) return name;
      continue;
    }
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      if (folder && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

/** Path of an installed program. @throws Error with one sentence when it is missing. */
export function executable(name: ProgramName): string {
  const found = find(PROGRAMS[name]);
  if (!found)
    throw new Error(`${name} is not installed (Debian: apt-get install ${PROGRAMS[name].packages[0]}).`);
  return found;
}

const mayInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Makes sure that the programs are there, installing them with apt-get where that needs no question. */
export function ensure(names: readonly ProgramName[]): void {
  const missing = names.filter((name) => !find(PROGRAMS[name]));
  if (missing.length === 0) return;
  const packages = missing.flatMap((name) => [...PROGRAMS[name].packages]);
  if (!mayInstall()) {
    console.error(
      `Missing: ${missing.join(', ')}. On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`,
    );
    process.exit(1);
  }
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  } catch {
    console.error(`apt-get could not install ${packages.join(', ')}.`);
    process.exit(1);
  }
}
