/** When a list of papers is on the screen, told in the page itself. */

/** Sets `painted` once one of the titles was in a frame. Runs in the page. */
export function watchTitles(titles: string[]): void {
  const wanted = new Set(titles);
  const look = (): unknown => {
    const texts = document.body ? [...document.body.querySelectorAll('*')] : [];
    const isTitle = (one: Element) => one.children.length === 0 && wanted.has((one.textContent ?? '').trim());
    if (!texts.some((one) => isTitle(one) && one.getClientRects().length > 0))
      return requestAnimationFrame(look);
    const channel = new MessageChannel(); // after this frame was painted
    channel.port1.onmessage = () => Object.assign(window, { painted: performance.now() });
    channel.port2.postMessage(0);
    return undefined;
  };
  requestAnimationFrame(look);
}
