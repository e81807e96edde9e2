/** What is no publication: preprint servers by name and by DOI (the one list of them), papers that are only submitted. */

/** arXiv by all its names, and what names no server at all: "arXiv e-prints", DBLP's "CoRR", "Preprint". */
const ARXIV = 'arxiv|corr|computing research repository|preprint';

/** The others; what ends in "rxiv" is one: bioRxiv, PsyArXiv, TechRxiv. */
const OTHERS = [
  '[a-z]*rxiv|ssrn|social science research network|hal|preprints(?:\\.org)?|research square|openreview',
  '(?:iacr )?cryptol(?:ogy|\\.) eprint|cold spring harbor lab(?:oratory)?|authorea|osf preprints',
].join('|');

const ARXIV_NAMED = new RegExp(`^(?:${ARXIV})\\b`, 'i');
const SERVER = new RegExp(`^(?:${ARXIV}|${OTHERS})\\b`, 'i');

/** Whether a venue is arXiv, or "Preprint" alone: it tells nothing that an arXiv id does not. */
export const namesArxiv = (venue: string): boolean => ARXIV_NAMED.test(venue);

/** Whether a venue is a preprint server, by the beginning of its name. */
export const namesServer = (venue: string): boolean => SERVER.test(venue);

/** DOI prefixes of preprint servers: they name no journal. */
export const SERVER_DOI = /^10\.(?:48550|1101|64898|26434|2139|31234|31235|36227|20944|21203|31219)\//;

/** A paper under review, withdrawn or rejected is in no proceedings. */
export const NOT_YET = /\b(?:submi(?:tted|ssion)|under review|in review|withdrawn|rejected|desk)\b/i;

/** Whether a venue says where a paper was published. */
export const isPublishedVenue = (venue: string | undefined): venue is string =>
  venue !== undefined && venue.trim() !== '' && !namesServer(venue) && !NOT_YET.test(venue);

/** Whether a DOI is that of a published version. */
export const isPublishedDoi = (doi: string | undefined): doi is string =>
  doi !== undefined && doi !== '' && !SERVER_DOI.test(doi);
