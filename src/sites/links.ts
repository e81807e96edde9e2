/** Links in running text are found the same way in abstracts on pages and in files that are imported. */
export { linkKind, linksInText, type TextLinks } from '../core/links.ts';
