import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { AppState } from "#web/state/app-state.ts";

type Seen = Pick<AppState, "isOpening" | "panel" | "selection" | "storyStep">;

/**
 * What stands beside the map or over it, as words of `data-beside` at the root of the page, for style sheets: `opening`, `story`,
 * `panel`. Asked of the page itself by `:has()`, every mark drawn has the browser find the styles of the whole page anew.
 */
export const useBeside = ({
  isOpening,
  panel,
  selection,
  storyStep,
}: Seen): ReadonlySignal<string> =>
  useComputed(() => {
    const isStory = storyStep.value !== null;
    const isPanel = selection.value !== null || (panel.value !== null && panel.value !== "story");
    return [isOpening.value && "opening", isStory && "story", isPanel && "panel"]
      .filter((word) => word !== false)
      .join(" ");
  });
