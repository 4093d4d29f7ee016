// Puts around the page what it has on paper alone. All of it is there when the browser lays the pages out.
import { effect, untracked } from "@preact/signals";
import { type ComponentChildren, render } from "preact";
import { AppContext } from "#web/controls/app-context.ts";
import type { AppState } from "#web/state/app-state.ts";
import { part } from "#web/state/part.ts";
import { followPrinting, isPrinting } from "#web/state/printing.ts";

const PARTS = part(() => import("./printed-parts.ts"));

/** `root`: the element that the page is in. */
export function printPage(state: AppState, root: HTMLElement): void {
  const [head, end] = [document.createElement("div"), document.createElement("div")];
  let opened: readonly HTMLDetailsElement[] = [];
  followPrinting(window);
  effect(() => {
    const isOnPaper = isPrinting.value;
    const parts = PARTS.content.value;
    untracked(() => {
      if (isOnPaper) {
        root.before(head);
        root.after(end);
        opened = [...opened, ...unfold(root)];
        // Who prints at once has the rest of the page: the browser does not wait.
        if (!parts) void PARTS.fetch().catch(() => {});
      } else {
        head.remove();
        end.remove();
        for (const details of opened) details.open = false;
        opened = [];
      }
      const isThere = isOnPaper && parts !== null;
      render(isThere ? within(state, <parts.PrintedHead />) : null, head);
      render(isThere ? within(state, <parts.PrintedEnd />) : null, end);
    });
  });
}

const within = (state: AppState, content: ComponentChildren) => (
  <AppContext.Provider value={state}>{content}</AppContext.Provider>
);

/** What is folded is read on paper too, but for what is there to be copied. */
function unfold(root: HTMLElement): HTMLDetailsElement[] {
  const folded = [...root.querySelectorAll<HTMLDetailsElement>("details:not([open], .cite)")];
  for (const details of folded) details.open = true;
  return folded;
}
