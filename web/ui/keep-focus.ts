/**
 * Keeps the focus on an element that is moved within the page, as when a list is put in another order: browsers take it
 * away. In the same turn, so that no key goes astray. An element that goes for good leaves the focus to nobody: a key
 * that was meant for it must not open its neighbour, and Tab goes on from where it stood.
 */
export function keepFocus(page: Document, signal: AbortSignal): void {
  let holder: HTMLElement | SVGElement | null = null;
  page.addEventListener(
    "focusin",
    ({ target }) => {
      holder = target instanceof HTMLElement || target instanceof SVGElement ? target : null;
    },
    { signal },
  );
  // A press beside everything lets go of it.
  const letGo = () => {
    holder = null;
  };
  page.addEventListener("pointerdown", letGo, { signal, capture: true });
  const observer = new MutationObserver((records) => {
    const held = holder;
    if (!held?.isConnected || page.activeElement !== page.body) return;
    const isMoved = records.some(({ removedNodes }) =>
      [...removedNodes].some((node) => node.contains(held)),
    );
    if (isMoved) held.focus({ preventScroll: true });
  });
  observer.observe(page.body, { childList: true, subtree: true });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}
