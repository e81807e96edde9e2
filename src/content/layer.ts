/** The host of everything that is drawn over the page rather than at an entry: bar, cards, help, toasts. */
import { dress } from './style.ts';

export interface Layer {
  host: HTMLElement;
  root: ShadowRoot;
  /** As large as the window and closed in itself: what changes in it costs the page no layout. */
  ground: HTMLElement;
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
  live.ariaLive = 'polite';
  const ground = document.createElement('div');
  ground.className = 'ground';
  root.append(live, ground);
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return {
    host,
    root,
    ground,
    say(words) {
      live.textContent = words;
    },
  };
}
