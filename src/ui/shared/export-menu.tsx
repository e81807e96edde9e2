/** Export of a list of papers: a format at once, or a sheet with every choice; the file lands in the downloads. */
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DEFAULT_EXPORT } from '../../core/export-choices.ts';
import type { PaperId } from '../../core/paper.ts';
import { say, sayMany } from '../../core/say.ts';
import { FORMATS, type TextFormatId } from '../../exchange/formats.ts';
import { loadSettings } from '../../platform/settings.ts';
import type { DialogProps, Scope } from './export-dialog.tsx';
import './export-menu.css';
import type { Progress } from './export-run.ts';
import { Icon } from './icons.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import type { Steps } from './steps.ts';
import { papers as countOf } from './words.ts';
import { zoteroOn } from './zotero.ts';

const known = (id: TextFormatId) => FORMATS.filter((format) => format.id === id);
/** The formats most asked for; the sheet has the others. */
const QUICK = (['bibtex', 'ris', 'csl-json', 'csv', 'markdown', 'jsonl'] as const).flatMap(known);

/** What makes the files, loaded when one is asked for. */
const files = () => import('./export-file.ts');

/** Loads it, and starts its worker on these papers, while the reader chooses. */
const warm = (ids: readonly PaperId[]): void =>
  void Promise.all([import('./exporter.ts'), files()]).then(
    ([{ warmExporter }]) => warmExporter(ids),
    () => undefined, // said when a file is asked for
  );

interface Props {
  ids: readonly PaperId[];
  /** For the file's name: "saved", "flagged", "selection". */
  what: string;
  /** Said on the button: "Export shown". */
  label: string;
  /** What these papers are called in the sheet: "shown". */
  scope: string;
  /** The reader put what is listed into this order. */
  byHand?: boolean;
  steps: Steps;
  side?: 'up' | 'down';
  align?: 'start' | 'end';
  /** Offer a file of everything stored as well. */
  everything?: boolean;
  /** What else could be exported, for the sheet. */
  scopes?: () => Promise<Scope[]>;
}

export function ExportMenu(props: Props) {
  const { ids, what, label, scope, steps, side, align, everything, scopes } = props;
  const [progress, setProgress] = useState<Progress | undefined>(undefined);
  const [sheet, setSheet] = useState<{ Dialog: ComponentType<DialogProps>; all: Scope[] } | undefined>();
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async (make: (signal: AbortSignal) => Promise<string>) => {
    const control = new AbortController();
    stop.current = control;
    setProgress({ done: 0, total: 1 });
    try {
      steps.say(await make(control.signal));
    } catch (error) {
      if (control.signal.aborted) steps.say(say('sharedExportStopped'));
      else steps.fail(error);
    } finally {
      setProgress(undefined);
    }
  };
  /** At once: everything, as it is listed; keys and characters as last chosen. */
  const quick = async (format: TextFormatId, signal: AbortSignal): Promise<string> => {
    const { exportChoices } = await loadSettings();
    const { order, fields } = DEFAULT_EXPORT;
    const job = { format, ids, what, choices: { ...exportChoices, order, fields } };
    const { said, skipped } = await (await files()).exportList(job, setProgress, signal);
    return skipped.length > 0 ? `${said} ${sayMany('sharedExportSimplifiedToo', skipped.length)}` : said;
  };
  const open = async () => {
    try {
      const [{ ExportDialog }, more] = await Promise.all([import('./export-dialog.tsx'), scopes?.() ?? []]);
      const { byHand = false } = props;
      setSheet({ Dialog: ExportDialog, all: [{ what, label: scope, ids, byHand }, ...more] });
    } catch (error) {
      steps.fail(error);
    }
  };
  const items: MenuItem[] = QUICK.map((format) => ({
    label: format.label,
    hint: `.${format.extension}`,
    act: () => void run((signal) => quick(format.id as TextFormatId, signal)),
  }));
  if (everything) {
    items.push({
      label: say('sharedExportBackup'),
      hint: '.jsonl',
      act: () => void run(async (signal) => (await files()).exportEverything(setProgress, signal)),
    });
  }
  items.push({ label: say('sharedExportMore'), act: () => void open() });
  if (zoteroOn.value && ids.length > 0) {
    items.push({
      label: say('sharedSendToZotero'),
      act: () => void import('./zotero-send.ts').then(({ sendToZotero }) => sendToZotero(ids, steps)),
    });
  }
  if (progress) {
    const percent = Math.round((progress.done / Math.max(1, progress.total)) * 100);
    return (
      <div class="exporting">
        <progress aria-label={say('commonExport')} value={progress.done} max={progress.total} />
        <span>{say('commonPercent', percent)}</span>
        <button type="button" class="button" onClick={() => stop.current?.abort()}>
          {say('commonStop')}
        </button>
      </div>
    );
  }
  return (
    <>
      <Menu
        name={say('sharedNamed', label, countOf(ids.length))}
        label={
          <>
            <Icon name="export" size={14} />
            {label}
          </>
        }
        items={items}
        onOpen={() => warm(ids)}
        disabled={ids.length === 0 && !everything}
        side={side ?? 'down'}
        align={align ?? 'start'}
      />
      {sheet && (
        <sheet.Dialog scopes={sheet.all} onClose={() => setSheet(undefined)} folders={scopes !== undefined} />
      )}
    </>
  );
}
