/** Papers as JSON: backups of this program, one record a line, or a list of records with the usual names of fields. */
import { placeholderTitle } from '../../core/identity.ts';
import { say } from '../../core/say.ts';
import { exportableOf } from '../exportable.ts';
import { numberedLines, parseObject } from '../lines.ts';
import { readBackup } from './backup.ts';
import { type ImportRecord, type ImportStep, idNamed, NO_KEY, type Place } from './import-record.ts';
import { referenceIn } from './import-text.ts';
import { jsonParts, parsePart } from './json-parts.ts';
import { looseExportable } from './papers.ts';

type Loose = Record<string, unknown>;

/** One loose record; undefined without a title. */
function recordFrom(value: Loose, place: Place): ImportRecord | undefined {
  const item = looseExportable(value);
  if (!item || item.paper.id === NO_KEY) return undefined;
  const { paper } = item;
  // this program writes volume and pages by themselves, as other makers of such records do
  const part = (name: string): string | undefined =>
    value[name] === undefined ? undefined : String(value[name]);
  const reference = referenceIn(paper.venue, {
    proceedings: paper.venue,
    series: part('series'),
    volume: part('volume'),
    issue: part('issue') ?? part('number'),
    pages: part('pages'),
    date: paper.published,
  });
  if (reference && !paper.journalRef) paper.journalRef = reference;
  const told = Array.isArray(value['aliases']) ? value['aliases'] : [];
  const aliases = told
    .map((id) =>
      typeof id === 'string'
        ? (idNamed(id) ?? (id.startsWith('doi:') ? idNamed(id.slice(4)) : undefined))
        : undefined,
    )
    .filter((id) => id !== undefined && id !== item.paper.id) as string[];
  return { ...item, aliases: [...new Set(aliases)], place };
}

const noTitle = (place: Place): ImportStep => ({ problem: { ...place, why: say('recordNoTitle') } });

/** One record a line. */
export function* readJsonLines(text: string): Generator<ImportStep, void> {
  let read = 0;
  let count = 0;
  for (const { line, text: content } of numberedLines(text)) {
    read += content.length + 1;
    if (++count % 200 === 0) yield { read };
    const parsed = parseObject(content);
    if ('why' in parsed) {
      yield { problem: { line, why: parsed.why } };
      continue;
    }
    const record = recordFrom(parsed.value, { line });
    yield record ? { record } : noTitle({ line });
  }
}

/** A list of records. */
export function* readJsonList(text: string): Generator<ImportStep, void> {
  let count = 0;
  for (const part of jsonParts(text)) {
    if (++count % 200 === 0) yield { read: part.end };
    const place = { line: part.line };
    const parsed = parsePart(part);
    const value = 'value' in parsed ? parsed.value : undefined;
    if ('why' in parsed) yield { problem: { ...place, why: parsed.why } };
    else if (typeof value !== 'object' || value === null || Array.isArray(value))
      yield { problem: { ...place, why: say('entryNoRecord') } };
    else {
      const record = recordFrom(value as Loose, place);
      yield record ? { record } : noTitle(place);
    }
  }
}

/**
 * The papers of a backup with their marks; rules, settings and sightings come back by a restore only.
 * @throws ManiculeError 'bad-file' for one of a newer version
 */
export function* readBackupPapers(text: string): Generator<ImportStep, void> {
  const backup = readBackup(text);
  for (const problem of backup.problems) yield { problem };
  const marks = new Map(backup.marks.map((mark) => [mark.id, mark]));
  let entry = 0;
  for (const { aliases, seen: _, topicsVersion: __, upvotesAt: ___, ...paper } of backup.papers) {
    if (++entry % 200 === 0) yield { read: 0 };
    // a record without a title is none to whoever reads these lines
    const titled = { ...paper, title: paper.title || placeholderTitle(paper.id) };
    yield { record: { ...exportableOf(titled, marks.get(paper.id)), aliases, place: { entry } } };
  }
}
