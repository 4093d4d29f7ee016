import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export type Disclosure = {
  readonly isOpen: ReadonlySignal<boolean>;
  readonly toggle: () => void;
  readonly close: () => void;
  /** What holds both the button and what it opens. */
  readonly root: RefObject<HTMLDivElement | null>;
  readonly button: RefObject<HTMLButtonElement | null>;
};

/**
 * A button and what it opens: a press elsewhere closes it, and so does the focus that goes elsewhere; Escape closes it, and
 * nothing else, and gives the focus back to the button.
 */
export function useDisclosure(): Disclosure {
  const isOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    isOpen.value = false;
  };
  const shown = isOpen.value;
  useLayoutEffect(() => {
    const element = root.current;
    if (!shown || !element) return;
    const listening = new AbortController();
    const { signal } = listening;
    const closeElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !element.contains(target)) close();
    };
    document.addEventListener("pointerdown", closeElsewhere, { signal });
    document.addEventListener("focusin", closeElsewhere, { signal });
    element.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
        button.current?.focus();
      },
      { signal },
    );
    return () => listening.abort();
  }, [shown]);
  return {
    isOpen,
    toggle: () => {
      isOpen.value = !isOpen.value;
    },
    close,
    root,
    button,
  };
}
