/** The import worker, as the page sees it: a worker for every file, ended when the file is forgotten. */
import { ManiculeError } from '../../core/errors.ts';
import { language, say } from '../../core/say.ts';
import type { FromImporter, ToImporter } from './import-messages.ts';
import type { ImportReader, Recognised, Wanted } from './import-reader.ts';
import type { FileBatch, OpenFile } from './read-file.ts';

interface Waiting {
  resolve: (answer: FromImporter) => void;
  reject: (error: unknown) => void;
}

/** One worker and the questions it has not answered yet. */
class Reading {
  readonly #worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting: Waiting[] = [];

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<FromImporter>) => {
      const asked = this.#waiting.shift();
      if ('failed' in data) asked?.reject(new ManiculeError('bad-file', data.failed));
      else asked?.resolve(data);
    };
    this.#worker.onerror = ({ message }) => this.#failAll(new ManiculeError('bad-file', message));
  }

  ask(question: ToImporter): Promise<FromImporter> {
    const answer = new Promise<FromImporter>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    answer.catch(() => undefined); // asked ahead, awaited in its turn
    this.#worker.postMessage(question);
    return answer;
  }

  #failAll(error: ManiculeError): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  end(): void {
    this.#worker.terminate();
    this.#failAll(new ManiculeError('bad-file', say('optionsImportNothing')));
  }

  /** The next batch is read while this one is worked on. */
  async *batches(): AsyncGenerator<FileBatch> {
    let coming = this.ask({ next: true });
    for (;;) {
      const told = await coming;
      if (!('batch' in told)) return;
      coming = this.ask({ next: true });
      yield told.batch;
    }
  }
}

export class ReaderBeside implements ImportReader {
  #reading: Reading | undefined;

  async look(file: File): Promise<Recognised> {
    this.drop();
    this.#reading = new Reading();
    const told = await this.#reading.ask({ look: file, language: language() });
    return (told as { found: Recognised }).found;
  }

  async open(wanted: Wanted): Promise<OpenFile> {
    const reading = this.#reading;
    if (!reading) throw new ManiculeError('bad-file', say('optionsImportNothing'));
    await reading.ask({ open: wanted });
    return { kind: 'import', exported: '', batches: reading.batches() };
  }

  drop(): void {
    this.#reading?.end();
    this.#reading = undefined;
  }
}
