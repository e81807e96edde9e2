/**
 * Where the scripts of one page meet. A site's own script and the one that reads pages are two files, injected one
 * after the other; they may be injected again into a page where they already run, and what is seldom needed is injected
 * when it is. This object lives in the extension's isolated world, which the page cannot see.
 */
import '../platform/speech.ts';
import type { PageReport } from '../core/messages.ts';
import { send } from '../platform/rpc.ts';
import type { Site } from '../sites/define-site.ts';
import type { Rescue } from '../sites/rescue.ts';
import type { climb } from './climb.ts';
import type { Layer } from './layer.ts';
import type { Cards } from './on/cards.ts';
import type { Correct } from './peek.ts';

export interface Shelf {
  sites: Site[];
  /** Pages of no site of `sites` are read too, by their links: the reader asked for it. */
  any: boolean;
  /** Pages of single papers need `rescue` before they are read. */
  later?: boolean;
  /** Looks at the page again: set by the script that runs. */
  again?: () => void;
  rescue?: Rescue & { climb: typeof climb; outline(doc: Document, report: PageReport): string };
  cards?: (layer: Layer, correct: Correct, signal: AbortSignal) => Cards;
}

const scope = globalThis as unknown as { manicule?: Shelf };

export function shelf(): Shelf {
  scope.manicule ??= { sites: [], any: false };
  return scope.manicule;
}

/** What reads a page where its site file does not suffice; undefined where it cannot be had. */
export async function rescued(): Promise<Shelf['rescue']> {
  const here = shelf();
  if (!here.rescue) await send('script.load', { name: 'rescue' }).catch(() => undefined); // the page is read as far as it can be
  return here.rescue;
}

/** What is opened over a page. @throws ManiculeError when the extension is gone: it was updated, and this page was not */
export async function carded(): Promise<Shelf['cards']> {
  const here = shelf();
  if (!here.cards) await send('script.load', { name: 'cards' });
  return here.cards;
}
