/** The reader's labels as a field of keywords, which commas part (the biblatex manual, section 2.2.3; JabRef and Zotero write it so). */

/**
 * The labels joined by commas, a comma within one a semicolon; '' for none. Where no comma stands, readers of files take
 * semicolons for what parts keywords: a single label with one is held together by braces, as anything is in BibTeX.
 */
export function keywordsAsTex(tags: readonly string[], tex: (text: string) => string): string {
  const labels = tags.map((tag) => tex(tag.replace(/,/g, ';')));
  const [only = ''] = labels;
  return labels.length === 1 && only.includes(';') ? `{${only}}` : labels.join(', ');
}
