/**
 * Leaving entries out and dimming them. This is the only place where elements of the site are touched: their `display`
 * and `opacity`, inline, and only while the reader filters or has dismissed an entry; both are put back exactly.
 */
import { type PageModel, passes, type Row } from './model.ts';

interface Style {
  display: [value: string, priority: string] | undefined;
  opacity: [value: string, priority: string] | undefined;
  /** The attribute as the site wrote it, and as the browser reads it. */
  attribute: string | null;
  text: string;
}

export class Filtering {
  readonly #touched = new Map<HTMLElement, Style>();
  /** Brings the page in line with the model's filter; only what differs is written. */
  apply(model: PageModel): void {
    const fitting = model.fitting();
    for (const row of model.rows) this.applyTo(row, model, fitting);
  }

  applyTo(row: Row, model: PageModel, fitting: ReadonlySet<Row> | undefined): void {
    const { listing } = row;
    const hide = listing.kind === 'listing' && !passes(row, model.filter, fitting);
    const dim =
      !hide &&
      (row.state?.dismissed === true || (row.state?.dim.length ?? 0) > 0) &&
      listing.kind === 'listing';
    row.hidden = hide;
    // what a site draws another entry with may still look as the one before was to look
    if (!hide && !dim && this.#touched.size === 0) return;
    for (const element of listing.extent?.(row.item) ?? [row.item]) {
      if (!(element instanceof HTMLElement)) continue;
      this.#set(element, 'display', hide ? 'none' : undefined);
      this.#set(element, 'opacity', dim ? '0.45' : undefined);
    }
  }

  #set(element: HTMLElement, property: 'display' | 'opacity', value: string | undefined): void {
    const known = this.#touched.get(element);
    if (value === undefined && !known) return;
    const touched = known ?? {
      display: undefined,
      opacity: undefined,
      attribute: element.getAttribute('style'),
      text: element.style.cssText,
    };
    const before = touched[property];
    if (value === undefined) {
      if (!before) return;
      if (before[0]) element.style.setProperty(property, before[0], before[1]);
      else element.style.removeProperty(property);
      touched[property] = undefined;
      if (!touched.display && !touched.opacity) this.#release(element, touched);
      return;
    }
    if (!before) {
      touched[property] = [
        element.style.getPropertyValue(property),
        element.style.getPropertyPriority(property),
      ];
      this.#touched.set(element, touched);
    }
    element.style.setProperty(property, value, 'important');
  }

  /** The attribute to the letter as it was, unless the site changed it meanwhile. */
  #release(element: HTMLElement, { attribute, text }: Style): void {
    this.#touched.delete(element);
    if (element.style.cssText !== text) return;
    // Chromium writes the attribute only when it is read: removed before that, it comes back empty
    if (attribute !== null) element.setAttribute('style', attribute);
    else if (element.getAttribute('style') !== null) element.removeAttribute('style');
  }

  /** Puts every element back as the site had it. */
  restore(): void {
    for (const element of [...this.#touched.keys()]) {
      this.#set(element, 'display', undefined);
      this.#set(element, 'opacity', undefined);
    }
  }
}
