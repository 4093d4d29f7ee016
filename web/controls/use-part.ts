import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { loadPart } from "./load-part.ts";

/**
 * A part of the page that is fetched when it is shown first, by the name of what it is; null until it is there.
 * `onFailure`: when it does not come, which the reader is told.
 */
export function usePart<Part>(
  name: string,
  load: () => Promise<Part>,
  onFailure: () => void,
): Part | null {
  const state = useApp();
  const loaded = useSignal<{ readonly name: string; readonly part: Part } | null>(null);
  useLayoutEffect(() => {
    let isWanted = true;
    void loadPart(state, load, () => isWanted).then((part) => {
      if (!isWanted) return;
      if (part) loaded.value = { name, part };
      else onFailure();
    });
    return () => {
      isWanted = false;
    };
  }, [name]);
  return loaded.value?.name === name ? loaded.value.part : null;
}
