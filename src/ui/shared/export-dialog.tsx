/** The sheet of an export: which papers, in what format and order, with what in it; how far it is; what became of it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  DEFAULT_EXPORT,
  EXPORT_FIELDS,
  EXPORT_ORDERS,
  type ExportChoices,
  type ExportField,
  type ExportOrder,
} from '../../core/export-choices.ts';
import type { PaperId } from '../../core/paper.ts';
import { type MessageKey, say } from '../../core/say.ts';
import { FORMATS, type FormatId } from '../../exchange/formats.ts';
import { canPickFolder } from '../../platform/folders.ts';
import { loadSettings, saveSettings } from '../../platform/settings.ts';
import './export-dialog.css';
import { CiteKeyField } from './export-keys.tsx';
import { NoteFields } from './export-note.tsx';
import { ExportRun, useExport } from './export-work.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { papers as countOf } from './words.ts';

/** Some papers that may be exported. */
export interface Scope {
  /** For the file's name. */
  what: string;
  /** As the reader sees it: "selected", "all saved". */
  label: string;
  ids: readonly PaperId[];
  /** Of a collection with others in it: its papers and theirs. */
  inside?: readonly PaperId[];
  /** The reader put them into this order. */
  byHand?: boolean;
}

export interface DialogProps {
  /** The first is chosen. */
  scopes: readonly Scope[];
  onClose: () => void;
  /** Whether this page stays while the reader picks a folder; a popup closes. */
  folders: boolean;
}

const ORDERS: Readonly<Record<ExportOrder, MessageKey>> = {
  listed: 'sharedOrderListed',
  newest: 'sharedOrderNewest',
  oldest: 'sharedOrderOldest',
  saved: 'sharedOrderSaved',
  title: 'sharedOrderTitle',
  author: 'sharedOrderAuthor',
  key: 'sharedOrderKey',
};

const FIELDS: Readonly<Record<ExportField, MessageKey>> = {
  abstract: 'sharedFieldAbstract',
  note: 'sharedFieldNote',
  tags: 'sharedFieldTags',
  topics: 'sharedFieldTopics',
  status: 'sharedFieldStatus',
  flags: 'sharedFieldFlags',
  categories: 'sharedFieldCategories',
  pdf: 'sharedFieldPdf',
  code: 'sharedFieldCode',
};

export function ExportDialog({ scopes, onClose, folders }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [choices, setChoices] = useState<ExportChoices | undefined>(undefined);
  // fields check what was typed before they tell it, and by then something else may have been chosen
  const latest = useRef<ExportChoices>(DEFAULT_EXPORT);
  const [at, setAt] = useState(0);
  const [renew, setRenew] = useState(false);
  /** With what is in the collections inside. */
  const [whole, setWhole] = useState(false);
  const work = useExport();
  useKeptFocus(dialog);
  useEffect(() => {
    dialog.current?.showModal();
    loadSettings().then(
      (settings) => {
        latest.current = settings.exportChoices;
        setChoices(latest.current);
      },
      () => setChoices(latest.current),
    );
  }, []);
  const chosen = scopes[at] ?? scopes[0];
  const scope = chosen && { ...chosen, ids: (whole && chosen.inside) || chosen.ids };
  const format = FORMATS.find(({ id }) => id === choices?.format) ?? FORMATS[0];
  const first = useMemo(() => scope?.ids.slice(0, 1) ?? [], [chosen, whole]);
  const change = (part: Partial<ExportChoices>) => {
    latest.current = { ...latest.current, ...part };
    setChoices(latest.current);
    saveSettings({ exportChoices: latest.current }).catch(work.fail);
  };
  const begin = (folder: boolean) => {
    if (choices && scope && format)
      void work.run({ format: format.id, ids: scope.ids, what: scope.what, choices, renew }, folder);
  };
  return (
    <dialog ref={dialog} class="export-sheet" aria-label={say('commonExport')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin(false);
        }}
      >
        <h2>{say('commonExport')}</h2>
        {choices && format && scope && (
          <fieldset class="plain" disabled={work.progress !== undefined}>
            <div class="grid">
              <label for="export-scope">{say('sharedExportPapers')}</label>
              <select
                id="export-scope"
                class="field"
                onChange={(event) => setAt(event.currentTarget.selectedIndex)}
              >
                {scopes.map((one, index) => (
                  <option key={index} selected={index === at}>
                    {say('sharedExportScope', one.label, countOf(one.ids.length))}
                  </option>
                ))}
              </select>
              <label for="export-format">{say('sharedExportFormat')}</label>
              <select
                id="export-format"
                class="field"
                value={format.id}
                onChange={(event) => change({ format: event.currentTarget.value as FormatId })}
              >
                {FORMATS.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
              <label for="export-order">{say('sharedExportOrder')}</label>
              <select
                id="export-order"
                class="field"
                value={choices.order}
                onChange={(event) => change({ order: event.currentTarget.value as ExportOrder })}
              >
                {EXPORT_ORDERS.map((order) => (
                  <option key={order} value={order}>
                    {say(order === 'listed' && scope.byHand ? 'sharedOrderHand' : ORDERS[order])}
                  </option>
                ))}
              </select>
            </div>
            {chosen?.inside && (
              <label class="line">
                <input
                  type="checkbox"
                  checked={whole}
                  onChange={(event) => setWhole(event.currentTarget.checked)}
                />
                {say('sharedExportInside', countOf(chosen.inside.length))}
              </label>
            )}
            {format.id !== 'jsonl' && (
              <fieldset class="checks">
                <legend>{say('sharedExportFields')}</legend>
                {EXPORT_FIELDS.map((field) => (
                  <label key={field}>
                    <input
                      type="checkbox"
                      checked={choices.fields.includes(field)}
                      onChange={(event) => {
                        const { checked } = event.currentTarget;
                        const wanted = (one: ExportField) =>
                          one === field ? checked : choices.fields.includes(one);
                        change({ fields: EXPORT_FIELDS.filter(wanted) });
                      }}
                    />
                    {say(FIELDS[field])}
                  </label>
                ))}
              </fieldset>
            )}
            {format.tex && (
              <label class="line">
                <input
                  type="checkbox"
                  checked={!choices.unicode}
                  onChange={(event) => change({ unicode: !event.currentTarget.checked })}
                />
                {say('sharedExportTex')}
              </label>
            )}
            {format.keys && (
              <CiteKeyField
                choices={choices}
                first={first}
                onChange={change}
                renew={renew}
                onRenew={setRenew}
              />
            )}
            {format.id === 'obsidian' && <NoteFields choices={choices} first={first} onChange={change} />}
          </fieldset>
        )}
        <ExportRun work={work} />
        <p class="buttons">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('commonClose')}
          </button>
          {format?.id === 'obsidian' && folders && canPickFolder() && (
            <button
              type="button"
              class="button"
              disabled={work.progress !== undefined}
              onClick={() => begin(true)}
            >
              {say('sharedExportFolder')}
            </button>
          )}
          <button
            type="submit"
            class="button strong"
            disabled={!choices || scope?.ids.length === 0 || work.progress !== undefined}
          >
            {say(format?.id === 'obsidian' ? 'sharedExportZip' : 'commonExport')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
