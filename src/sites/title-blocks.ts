/** Where the entry around a title ends, on lists that are told by their links alone. */

/** What one entry fills by itself. */
const ROW = /^(?:li|tr|article)$/;
const LIST = /^(?:ul|ol|dl|table|tbody|main|section|body|html)$/;

/**
 * The block of each title: its row where it stands in one, else the largest element around it that holds none of its
 * neighbours; the title itself where several share one element.
 * @param titles links in document order, one per paper
 */
export function blocksOf(titles: readonly Element[]): Element[] {
  return titles.map((title, i) => {
    const before = titles[i - 1];
    const after = titles[i + 1];
    let block = title;
    while (!ROW.test(block.localName)) {
      const around: Element | null = block.parentElement;
      if (!around || LIST.test(around.localName)) break;
      if ((before && around.contains(before)) || (after && around.contains(after))) break;
      block = around;
      // alone on the page: nothing says where it ends
      if (!before && !after && !title.closest('li, tr, article')) break;
    }
    return block;
  });
}

/** The element that follows a title in its block, past whatever the title is wrapped in. */
export function afterTitle(title: Element, block: Element): Element | null {
  for (let at = title; at !== block && at.parentElement; at = at.parentElement)
    if (at.nextElementSibling) return at.nextElementSibling;
  return null;
}
