/** Building elements without markup: text stays text. */

type Attributes = Record<string, string>;
export type Child = Node | string;

/** A new element with attributes and children; strings become text nodes. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An inline picture of one path, hidden from assistive technology: the button around it has the name. */
export function icon(path: string, viewBox: string, className: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('class', className);
  svg.ariaHidden = 'true';
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** Waits for a free moment, at most `timeout` ms. */
export function idle(timeout: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const done = () => (signal.aborted ? reject(signal.reason) : resolve());
    if (typeof requestIdleCallback === 'function') requestIdleCallback(done, { timeout });
    else setTimeout(done, 16);
  });
}

/** Made when it is first needed: most pages of a site list nothing. */
let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** Lets the page run before going on: a task of its own, sooner than `setTimeout`'s clamped 4 ms. */
export function breathe(): Promise<void> {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(0);
  });
}

/** Resolves when the whole page is there. */
export const parsed = (): Promise<unknown> =>
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    : Promise.resolve();

/** The longest stretch the content script works before it lets the page run, in ms. */
export const SLICE_MS = 8;

/**
 * Resolves within the next frame, between layout and paint: reading layout costs nothing, even where the page is still being
 * parsed between frames, and what is written shows at once.
 */
export function laidOut(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') {
      void breathe().then(resolve); // no frames come
      return;
    }
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(document.documentElement); // called once for whatever size it has
  });
}

/** Resolves in a task right after the next frame: layout is clean, so reading it costs nothing. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => void breathe().then(resolve);
    // no frames come in a hidden tab
    if (document.visibilityState === 'hidden') done();
    else requestAnimationFrame(done);
  });
}
