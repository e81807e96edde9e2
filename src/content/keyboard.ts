/** Keys in pages. Silent while the reader types; takes only the keys it uses, and those before the site does. */

/** What a key does; returns false when it had nothing to do, so that the site gets the key. */
export type KeyMap = Record<string, () => boolean>;

/** Longest wait for the second key of "g s", in ms between the presses, however late a busy page tells of them. */
const SECOND_KEY_MS = 1_200;

/** What does nothing with Enter when it has the focus: Enter belongs to everything else, whatever a site made it of. */
const IDLE = 'html, body, main, [role=main], [tabindex="-1"]:not([role], a, button, input, summary)';

/** Whether keys go into a text field, here or behind an open shadow tree. */
export function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [role=textbox], [role=combobox], [role=searchbox]')) {
    const type = target.getAttribute('type')?.toLowerCase() ?? '';
    return !(target.tagName === 'INPUT' && ['checkbox', 'radio', 'button', 'submit', 'reset'].includes(type));
  }
  return target instanceof HTMLElement && target.isContentEditable;
}

/** Listens until `signal` aborts. `enabled` is asked at every key. */
export function listenToKeys(keys: KeyMap, enabled: () => boolean, signal: AbortSignal): void {
  let first = '';
  let firstAt = 0;
  const onKey = (event: KeyboardEvent) => {
    if (!enabled() || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
    const target = event.composedPath()[0];
    if (event.key === 'Enter' && target instanceof Element && !target.matches(IDLE)) return;
    const key =
      event.key.length === 1 && event.key !== '?' && !event.shiftKey ? event.key.toLowerCase() : event.key;
    const both = first && event.timeStamp - firstAt < SECOND_KEY_MS ? `${first} ${key}` : '';
    const action = (both && keys[both]) || keys[key];
    first = '';
    if (action) {
      // what is decided is decided once a press, however long the key is held
      if ((!event.repeat || 'jk'.includes(key)) && !action()) return;
    } else if (Object.keys(keys).some((name) => name.startsWith(`${key} `))) {
      first = key;
      firstAt = event.timeStamp;
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}
