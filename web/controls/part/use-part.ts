import { useLayoutEffect } from "preact/hooks";
import type { Part } from "#web/state/part.ts";
import { useApp } from "../app-context.ts";
import { loadPart } from "./load-part.ts";

/**
 * A part of the page that is fetched when it is shown first; null until it is there. `onFailure`: when it does not come,
 * which the reader is told.
 */
export function usePart<Content>(part: Part<Content>, onFailure: () => void): Content | null {
  const state = useApp();
  useLayoutEffect(() => {
    if (part.content.peek() !== null) return;
    let isWanted = true;
    void loadPart(state, part, () => isWanted).then((content) => {
      if (isWanted && content === null) onFailure();
    });
    return () => {
      isWanted = false;
    };
  }, [part]);
  return part.content.value;
}
