/**
 * A touch with which the browser scrolls the article is no touch of the map. Of such a touch MapLibre is told the beginning
 * and the end, and little between: it takes it for a tap, and the next one, soon after, for the second of a double tap,
 * with which it zooms. It is told that the touch was called off.
 */
export function callOffScrolledTouches(container: HTMLElement): void {
  const callOff = (event: TouchEvent) => {
    // The browser asks nobody any more about a touch that scrolls.
    if (event.cancelable) return;
    event.stopPropagation();
    event.target?.dispatchEvent(new TouchEvent("touchcancel", { bubbles: true }));
  };
  container.addEventListener("touchend", callOff, { capture: true, passive: false });
}
