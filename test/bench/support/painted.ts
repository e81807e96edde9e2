/** When a list of papers is on the screen, told in the page itself. */

/** Sets `painted` once one of the titles was in a frame. Runs in the page. */
export function watchTitles(titles: string[]): void {
  const wanted = new Set(titles);
  const look = (): unknown => {
    const texts = document.body ? [...document.body.querySelectorAll('*')] : [];
    // a title may stand beside a sign in the same element
    const hasTitle = (one: Element) =>
      [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && wanted.has((node.textContent ?? '').trim()),
      );
    if (!texts.some((one) => hasTitle(one) && one.getClientRects().length > 0))
      return requestAnimationFrame(look);
    const channel = new MessageChannel(); // after this frame was painted
    channel.port1.onmessage = () => Object.assign(window, { painted: performance.now() });
    channel.port2.postMessage(0);
    return undefined;
  };
  requestAnimationFrame(look);
}
