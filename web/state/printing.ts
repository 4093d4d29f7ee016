// Whether the page is being put on paper, as the browser says before it lays the pages out.
import { type ReadonlySignal, signal } from "@preact/signals";

const printing = signal(false);

export const isPrinting: ReadonlySignal<boolean> = printing;

/** What is to be on paper has to be there when the event ends: the browser waits for nothing. */
export function followPrinting(window: Window): void {
  const asPaper = window.matchMedia("print");
  const follow = () => {
    printing.value = asPaper.matches;
  };
  follow();
  asPaper.addEventListener("change", follow);
  window.addEventListener("beforeprint", () => {
    printing.value = true;
  });
  window.addEventListener("afterprint", follow);
}
