/** Export of a list of papers: choose a format, see how far it is, stop it; the file lands in the downloads. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import type { FormatId } from '../../exchange/index.ts';
import './export-menu.css';
import type { Progress } from './export-run.ts';
import { Icon } from './icons.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import type { Steps } from './steps.ts';
import { papers as countOf } from './words.ts';
import { zoteroOn } from './zotero.ts';

/** The same ids and labels as exchange has; kept here so that its writers are loaded only when one is needed. */
export const EXPORTS: readonly { id: FormatId; label: string; extension: string }[] = [
  { id: 'bibtex', label: 'BibTeX', extension: 'bib' },
  { id: 'ris', label: 'RIS', extension: 'ris' },
  { id: 'csl-json', label: 'CSL-JSON', extension: 'json' },
  { id: 'csv', label: 'CSV (spreadsheet)', extension: 'csv' },
  { id: 'markdown', label: 'Markdown', extension: 'md' },
  { id: 'jsonl', label: 'JSON Lines (backup)', extension: 'jsonl' },
];

/** What makes the files, loaded when one is asked for. */
const files = () => import('./export-file.ts');

interface Props {
  ids: readonly PaperId[];
  /** For the file's name: "saved", "flagged", "selection". */
  what: string;
  /** Said on the button: "Export 12 shown". */
  label: string;
  steps: Steps;
  side?: 'up' | 'down';
  align?: 'start' | 'end';
  /** Offer a file of everything stored as well. */
  everything?: boolean;
}

export function ExportMenu({ ids, what, label, steps, side, align, everything }: Props) {
  const [progress, setProgress] = useState<Progress | undefined>(undefined);
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async (make: (signal: AbortSignal) => Promise<string>) => {
    const control = new AbortController();
    stop.current = control;
    setProgress({ done: 0, total: 1 });
    try {
      steps.say(await make(control.signal));
    } catch (error) {
      if (control.signal.aborted) steps.say('Export stopped. No file was made.');
      else steps.fail(error);
    } finally {
      setProgress(undefined);
    }
  };
  const items: MenuItem[] = EXPORTS.map((format) => ({
    label: format.label,
    hint: `.${format.extension}`,
    act: () =>
      void run(async (signal) => (await files()).exportList(format.id, ids, what, setProgress, signal)),
  }));
  if (everything) {
    items.push({
      label: 'Backup (everything)',
      hint: '.jsonl',
      act: () => void run(async (signal) => (await files()).exportEverything(setProgress, signal)),
    });
  }
  if (zoteroOn.value && ids.length > 0) {
    items.push({
      label: 'Send to Zotero',
      act: () => void import('./zotero-send.ts').then(({ sendToZotero }) => sendToZotero(ids, steps)),
    });
  }
  if (progress) {
    const percent = Math.round((progress.done / Math.max(1, progress.total)) * 100);
    return (
      <div class="exporting">
        <progress aria-label="Export" value={progress.done} max={progress.total} />
        <span>{percent} %</span>
        <button type="button" class="button" onClick={() => stop.current?.abort()}>
          Stop
        </button>
      </div>
    );
  }
  return (
    <Menu
      name={`${label}: ${countOf(ids.length)}`}
      label={
        <>
          <Icon name="export" size={14} />
          {label}
        </>
      }
      items={items}
      disabled={ids.length === 0 && !everything}
      side={side ?? 'down'}
      align={align ?? 'start'}
    />
  );
}
