/** Questions to the worker for files, and the work it does, here without one. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ManiculeError } from '../../src/core/errors.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { counts, currentJob, getRows } from '../../src/storage/index.ts';
import { FileBeside } from '../../src/ui/options/file-beside.ts';
import { FileWork } from '../../src/ui/options/file-work.ts';
import { freshDatabase } from '../storage/setup.ts';
import { backupFile } from './backup-of.ts';

/** A worker that notes what it is told, and answers when the test says so. */
class Told {
  static all: Told[] = [];
  readonly heard: Record<string, unknown>[] = [];
  ended = false;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onerror: ((event: { message: string }) => void) | undefined;
  constructor() {
    Told.all.push(this);
  }
  postMessage(message: Record<string, unknown>): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: object): void {
    this.onmessage?.({ data });
  }
}

const NONE = { newPapers: 1 };

describe('what is asked of the worker', () => {
  beforeEach(() => {
    Told.all = [];
    vi.stubGlobal('Worker', Told);
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('answers find their questions, progress too, whatever their order', async () => {
    const beside = new FileBeside();
    const far: unknown[] = [];
    const one = beside.ask('preview', {}, { onProgress: (...told) => far.push(told) });
    const other = beside.ask('undo', {});
    const [worker] = Told.all as [Told];
    expect(Told.all).toHaveLength(1);
    expect(worker.heard).toEqual([
      { n: 1, do: 'preview', language: 'en-GB' },
      { n: 2, do: 'undo', language: 'en-GB' },
    ]);
    worker.say({ n: 2, made: true });
    worker.say({ n: 1, done: 3, total: 9 });
    worker.say({ n: 1, made: NONE });
    expect(await Promise.all([one, other])).toEqual([NONE, true]);
    expect(far).toEqual([[3, 9]]);
  });

  test('a failure keeps its kind: a locked file asks for its passphrase', async () => {
    const beside = new FileBeside();
    const asked = beside.ask('preview', {});
    Told.all[0]?.say({ n: 1, failed: 'It is encrypted.', code: 'locked-file' });
    await expect(asked).rejects.toMatchObject({ code: 'locked-file', message: 'It is encrypted.' });
  });

  test('what is stopped is told to the worker, and fails with the reason', async () => {
    const beside = new FileBeside();
    const run = new AbortController();
    const asked = beside.ask('preview', {}, { signal: run.signal });
    run.abort(new Error('another file'));
    expect(Told.all[0]?.heard.at(-1)).toEqual({ stop: 1 });
    Told.all[0]?.say({ n: 1, failed: 'This operation was aborted', code: 'storage-failed' });
    await expect(asked).rejects.toThrow('another file');
    await expect(beside.ask('preview', {}, { signal: run.signal })).rejects.toThrow('another file');
    expect(Told.all[0]?.heard).toHaveLength(2);
  });

  test('an ended worker answers nobody, and the next question starts another', async () => {
    const beside = new FileBeside();
    const asked = beside.ask('preview', {});
    beside.end();
    await expect(asked).rejects.toThrow('There is nothing to import. Choose the file again.');
    expect(Told.all[0]?.ended).toBe(true);
    const next = beside.ask('undo', {});
    expect(Told.all).toHaveLength(2);
    Told.all[1]?.onerror?.({ message: 'out of memory' });
    await expect(next).rejects.toThrow('out of memory');
  });
});

describe('the work', () => {
  beforeEach(freshDatabase);
  const quiet = () => undefined;
  const { signal } = new AbortController();
  const wanted = {
    format: 'bibtex',
    choices: { save: true, tags: ['old'], now: '2026-03-17T08:00:00.000Z' },
  } as const;

  test('a library is looked at, laid down, previewed, merged and taken back', async () => {
    const work = new FileWork();
    const file = new File(
      ['@misc{a, title={Looms}, eprint={2403.06504}, archivePrefix={arXiv}}\n@misc{b}'],
      'a.bib',
    );
    expect(await work.look(file)).toMatchObject({ format: 'bibtex', library: true });
    const { id, ...read } = await work.read(file, { wanted }, quiet, signal);
    expect(read).toEqual({
      kind: 'import',
      exported: '',
      settings: [],
      problems: [{ line: 2, why: 'The entry “b” has neither a title nor an id.' }],
    });
    expect(await work.preview(quiet, signal)).toMatchObject({ newPapers: 1, newMarks: 1 });
    expect(await counts()).toMatchObject({ papers: 0 });
    await expect(work.merge('another', {}, quiet)).rejects.toThrow('There is nothing to restore.');
    const far: unknown[] = [];
    expect(await work.merge(id, {}, (...told) => far.push(told))).toMatchObject({ newPapers: 1 });
    expect(far.at(-1)).toEqual([2, 2]);
    const { rows } = await getRows(['arxiv:2403.06504']);
    expect(rows[0]).toMatchObject({ paper: { title: 'Looms' }, mark: { tags: { old: { value: true } } } });
    expect(await work.undo(quiet)).toBe(true);
    expect(await counts()).toEqual({ papers: 0, saved: 0, flagged: 0 });
    // in a worker that never saw the file
    const again = new FileWork();
    await again.read(file, { wanted }, quiet, signal);
    expect(await again.preview(quiet, signal)).toMatchObject({ newPapers: 1, newMarks: 1 });
  });

  test('a backup brings its settings and waits for its passphrase', async () => {
    const settings = { settings: { ...DEFAULT_SETTINGS, retentionDays: 90 }, changed: {} };
    const { blob } = await backupFile([], settings, new Date('2026-03-17T08:00:00.000Z'));
    const file = new File([blob], 'copy.jsonl');
    const read = await new FileWork().read(file, { passphrase: undefined }, quiet, signal);
    expect(read).toMatchObject({ kind: 'restore', exported: '2026-03-17T08:00:00.000Z', problems: [] });
    expect(read.settings).toMatchObject([{ retentionDays: 90 }]);
    expect(await currentJob()).toMatchObject({ name: 'copy.jsonl', state: 'ready' });
  });

  test('stopped while it reads, it lays nothing more down', async () => {
    const work = new FileWork();
    const file = new File(['@misc{a, title={Looms}}'], 'a.bib');
    await work.look(file);
    const run = new AbortController();
    run.abort(new ManiculeError('bad-file', 'Another was chosen.'));
    await expect(work.read(file, { wanted }, quiet, run.signal)).rejects.toThrow('Another was chosen.');
    expect(await currentJob()).toMatchObject({ state: 'reading', total: 0 });
  });
});
