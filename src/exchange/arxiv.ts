/** The arXiv id in a paper's id. */
import { arxivId } from '../core/identity.ts';
import type { PaperId } from '../core/paper.ts';

/** Ids as they are stored, but for papers before April 2007. */
const USUAL = /^arxiv:\d\d(?:0[1-9]|1[0-2])\.\d{4,5}$/;

/** Without version; undefined where the paper has none. An export asks three times a paper. */
export const arxivOf = (id: PaperId): string | undefined => (USUAL.test(id) ? id.slice(6) : arxivId(id));
