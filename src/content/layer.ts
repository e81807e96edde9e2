/** The host of everything that is drawn over the page rather than at an entry: bar, cards, help, toasts. */
import { dress } from './style.ts';

export interface Layer {
  host: HTMLElement;
  root: ShadowRoot;
  /** A polite live region: says to a screen reader what a sighted reader sees happen. */
  say(words: string): void;
}

/** Makes the layer; it takes no part in the page's flow. */
export function makeLayer(signal: AbortSignal): Layer {
  const host = document.createElement('div');
  host.setAttribute('data-manicule-layer', '');
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, 'chrome');
  const live = document.createElement('div');
  live.className = 'quiet';
  live.setAttribute('role', 'status');
  live.setAttribute('aria-live', 'polite');
  root.append(live);
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return {
    host,
    root,
    say(words) {
      live.textContent = words;
    },
  };
}
