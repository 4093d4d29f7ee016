// Ctrl Z and Ctrl Shift Z (or Ctrl Y), with the command key on a Mac. In a field in which something was typed they are the
// browser's own, of what was typed there.
import { useEffect, useRef } from "preact/hooks";
import { isTyping } from "#web/controls/is-typing.ts";

type Turns = Readonly<Record<"undo" | "redo", (() => void) | undefined>>;

/** Undoes and does again by keys while it is shown; a turn that is undefined does nothing. */
export function useUndoKeys(turns: Turns): void {
  const present = useRef(turns);
  present.current = turns;
  useEffect(() => {
    const keys = new AbortController();
    const { signal } = keys;
    let entered = written(document.activeElement);
    const onEnter = ({ target }: FocusEvent) => {
      entered = written(target);
    };
    const onKey = (event: KeyboardEvent) => {
      const turn = turnOf(event);
      if (!turn || event.defaultPrevented) return;
      if (isTyping(event.target) && written(event.target) !== entered) return;
      event.preventDefault();
      present.current[turn]?.();
    };
    document.addEventListener("focusin", onEnter, { signal });
    document.addEventListener("keydown", onKey, { signal });
    return () => keys.abort();
  }, []);
}

const written = (target: EventTarget | null) =>
  target !== null && "value" in target ? target.value : undefined;

function turnOf({ altKey, ctrlKey, key, metaKey, shiftKey }: KeyboardEvent): keyof Turns | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === "y" && !shiftKey) return "redo";
  if (letter !== "z") return null;
  return shiftKey ? "redo" : "undo";
}
