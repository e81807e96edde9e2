/** What is no publication: preprint servers by name and by DOI, papers that are only submitted. */

/** Venues that are preprint servers. */
export const SERVERS =
  /^(?:arxiv(?:\.org)?|corr|(?:bio|med|chem|psy|soc|tech|eng)r?xiv|ssrn|hal|preprints?(?:\.org)?|research square|openreview)\b/i;

/** DOI prefixes of preprint servers: they name no journal. */
export const SERVER_DOI = /^10\.(?:48550|1101|64898|26434|2139|31234|31235|36227|20944|21203|31219)\//;

/** A paper under review, withdrawn or rejected is in no proceedings. */
export const NOT_YET = /\b(?:submi(?:tted|ssion)|under review|in review|withdrawn|rejected|desk)\b/i;

/** Whether a venue says where a paper was published. */
export const isPublishedVenue = (venue: string | undefined): venue is string =>
  venue !== undefined && venue.trim() !== '' && !SERVERS.test(venue) && !NOT_YET.test(venue);

/** Whether a DOI is that of a published version. */
export const isPublishedDoi = (doi: string | undefined): doi is string =>
  doi !== undefined && doi !== '' && !SERVER_DOI.test(doi);
