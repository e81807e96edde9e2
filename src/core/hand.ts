/**
 * The manicule, drawn for this project: cuff, thumb, index finger pointing right, three folded fingers. One closed
 * path for every state, so that the mark in pages, the extension's own pages and its icons show the same hand.
 * Outline: no fill, stroke `HAND_STROKE.outline`. Filled: fill and the thinner stroke `HAND_STROKE.filled`, which
 * leaves the gaps between the fingers open. Round line joins in both. Legible from 16 px up.
 */
export const HAND_VIEWBOX = '0 0 24 24';

export const HAND_PATH =
  'M.9 7.4H4.2V19H.9Z' +
  'M6.4 8.8C8.3 8.2 9.3 6.7 10.2 5.1C10.8 4 12 3.6 12.8 4.2C13.6 4.8 13.5 6.1 13 7L12.4 8.1H21.4A1.7 1.7 0 0 1 21.4 11.5' +
  'H12.6L16.2 12.1A1.2 1.2 0 0 1 16.2 14.4L12.2 14.5L15.6 15.1A1.1 1.1 0 0 1 15.5 17.2L11.8 17.3L14.6 17.9' +
  'A1 1 0 0 1 14.4 19.9H9.8C8.4 19.9 7.7 18.8 6.4 18.5Z';

/** Stroke widths in units of the view box. */
export const HAND_STROKE = { outline: 1.35, filled: 0.5 } as const;
