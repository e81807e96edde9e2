/**
 * What a site owes the project beside its code: a line in each list, addresses of its own, fixtures, a row in the README.
 * Everything that is missing is said as one sentence that names the file to change. The contract test wants none of
 * them; `npm run capture` prints those of the site at hand.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { covers, patternsOf, type SiteInfo } from '../../src/core/catalog.ts';
import type { Site } from '../../src/sites/define-site.ts';
import { fixtureLacks } from './site-fixtures.ts';

/** What the checks look at; all of it can be planted. */
export interface Project {
  /** The folder of the project. */
  root: string;
  sites: readonly Site[];
  catalog: readonly SiteInfo[];
}

/** Longest file of a site, in lines. */
const MAX_LINES = 250;
/** Folders of fixtures that belong to no site. */
const NO_SITE = new Set(['demo', 'any']);

const text = ({ root }: Project, path: string): string => {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

const folders = ({ root }: Project, path: string): string[] =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true })
        .filter((one) => one.isDirectory())
        .map((one) => one.name)
        .sort()
    : [];

interface Manifest {
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
}

const manifestOf = (project: Project): Manifest =>
  JSON.parse(text(project, 'manifest.json') || '{}') as Manifest;

function manifestLacks(project: Project, info: SiteInfo): string[] {
  const { host_permissions = [], optional_host_permissions = [], content_scripts = [] } = manifestOf(project);
  const scripts = content_scripts.flatMap((script) => script.matches);
  const lacks: string[] = [];
  for (const pattern of patternsOf(info)) {
    const add = (list: string) => lacks.push(`manifest.json: add "${pattern}" to "${list}".`);
    if (info.fromInstall) {
      if (!host_permissions.includes(pattern)) add('host_permissions');
      if (!scripts.includes(pattern)) add('content_scripts');
      continue;
    }
    if (!optional_host_permissions.includes(pattern)) add('optional_host_permissions');
    for (const [list, all] of [
      ['host_permissions', host_permissions],
      ['content_scripts', scripts],
    ] as const) {
      if (!all.includes(pattern)) continue;
      lacks.push(
        `manifest.json: take "${pattern}" out of "${list}": the site is read only once its reader allows it.`,
      );
    }
  }
  return lacks;
}

/** Files of a site: `<id>.ts` and `<id>-*.ts`. */
function fileLacks(project: Project, id: string): string[] {
  const folder = join(project.root, 'src/sites');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const lacks = names.includes(`${id}.ts`)
    ? []
    : [`src/sites/${id}.ts is missing: write it (src/sites/define-site.ts explains each field).`];
  for (const name of names.filter(
    (one) => one === `${id}.ts` || (one.startsWith(`${id}-`) && one.endsWith('.ts')),
  )) {
    const lines = text(project, `src/sites/${name}`).replace(/\n$/, '').split('\n').length;
    if (lines > MAX_LINES) {
      lacks.push(
        `src/sites/${name} has ${lines} lines: move a part of it to src/sites/${id}-<part>.ts (at most ${MAX_LINES}).`,
      );
    }
  }
  return lacks;
}

const inIndex = (project: Project, id: string): boolean =>
  new RegExp(`from '\\./${id}\\.ts'`).test(text(project, 'src/sites/index.ts'));

function listLacks(project: Project, id: string): string[] {
  const lacks: string[] = [];
  if (!inIndex(project, id)) {
    lacks.push(
      `src/sites/index.ts: add the line “import { site as ${id} } from './${id}.ts';” and “${id}” to SITES.`,
    );
  } else if (!project.sites.some((site) => site.id === id)) {
    lacks.push(`src/sites/index.ts: “${id}” is imported, but no site of this id stands in SITES.`);
  }
  if (!project.catalog.some((info) => info.id === id)) {
    lacks.push(
      `src/core/catalog.ts: add “{ id: '${id}', name: '…', matches: ['https://…/*'] }” to CATALOG, at the same place as in SITES.`,
    );
  }
  return lacks;
}

function exampleLacks(project: Project, site: Site, patterns: readonly string[]): string[] {
  const file = `src/sites/${site.id}.ts`;
  if (site.examples.length === 0) {
    return [`${file}: “examples” is empty: give 3 to 10 addresses of its listings, odd ones too.`];
  }
  return site.examples.flatMap((example) => {
    if (!URL.canParse(example)) return [`${file}: the example “${example}” is no address.`];
    const url = new URL(example);
    const lacks: string[] = [];
    if (!site.listing(url)) lacks.push(`${file}: listing() does not know the site’s own example ${example}.`);
    for (const other of project.sites) {
      if (other.id !== site.id && other.listing(url)) {
        lacks.push(
          `src/sites/${other.id}.ts: listing() also takes ${example}, which is an example of ${site.id}.`,
        );
      }
    }
    if (!patterns.some((pattern) => covers(pattern, url))) {
      lacks.push(
        `src/core/catalog.ts: no pattern of ${site.id} covers its example ${example} (there are: ${patterns.join(', ')}).`,
      );
    }
    return lacks;
  });
}

function readmeLacks(project: Project, { name }: SiteInfo, verified: boolean | undefined): string[] {
  const row = text(project, 'README.md')
    .split('\n')
    .find((line) => line.startsWith(`| ${name} |`));
  if (!row)
    return [`README.md: add a row “| ${name} | which pages | checked against what |” to the table of sites.`];
  const says = row.includes('unverified');
  if (verified === true && says)
    return [`README.md: the row of ${name} says “unverified”, its site file “verified: true”.`];
  if (verified === false && !says) {
    return [
      `README.md: the row of ${name} must say “unverified” in its last cell, since its site file says “verified: false”.`,
    ];
  }
  return [];
}

/** All that is missing for one site, in the order in which it is best done. Empty: nothing. */
export function siteLacks(project: Project, id: string): string[] {
  const site = project.sites.find((one) => one.id === id);
  const info = project.catalog.find((one) => one.id === id);
  return [
    ...fileLacks(project, id),
    ...listLacks(project, id),
    ...(info ? manifestLacks(project, info) : []),
    ...(site && info ? exampleLacks(project, site, patternsOf(info)) : []),
    ...fixtureLacks(project, id),
    ...(info ? readmeLacks(project, info, site?.verified) : []),
  ];
}

/** What belongs to no site, and what no single site can be blamed for. */
export function projectLacks(project: Project): string[] {
  const { root, sites, catalog } = project;
  const lacks: string[] = [];
  const ids = sites.map((site) => site.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  for (const id of new Set(twice)) lacks.push(`src/sites/index.ts: two sites have the id “${id}”.`);
  const order = catalog.map((info) => info.id);
  if (ids.join() !== order.join()) {
    const at = [...(ids.length > order.length ? ids : order)].findIndex((_, i) => ids[i] !== order[i]);
    lacks.push(
      `SITES (src/sites/index.ts) and CATALOG (src/core/catalog.ts) differ from place ${at + 1}: ` +
        `“${ids[at] ?? 'nothing'}” and “${order[at] ?? 'nothing'}”; they hold the same sites in the same order.`,
    );
  }
  const folder = join(root, 'src/sites');
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const declares = /\bdefineSite\(\{/.test(text(project, `src/sites/${name}`));
    if (declares && !inIndex(project, name.slice(0, -'.ts'.length))) {
      lacks.push(
        `src/sites/${name} declares a site that is in no list: import it in src/sites/index.ts and add it to SITES.`,
      );
    }
  }
  for (const name of folders(project, 'test/fixtures')) {
    if (!NO_SITE.has(name) && !ids.includes(name)) {
      lacks.push(
        `test/fixtures/${name} belongs to no site: its name must be the id of one (or of ${[...NO_SITE].join(', ')}).`,
      );
    }
  }
  const patterns = catalog.flatMap((info) => patternsOf(info));
  for (const pattern of new Set(patterns.filter((one, i) => patterns.indexOf(one) !== i))) {
    lacks.push(`src/core/catalog.ts: two sites have the pattern ${pattern}: a page belongs to one.`);
  }
  return lacks;
}
