import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { afterRender } from "./after-render.ts";

type Props = {
  /** What it is called that opens. */
  readonly label: string;
  /** What the button shows. */
  readonly face: ComponentChildren;
  readonly class: string;
  /** Called with a function that closes it, for choices that are done with one press. */
  readonly children: (close: () => void) => ComponentChildren;
};

/**
 * A button with what opens above it. Escape and a press elsewhere close it; Escape gives the focus back to the button, and
 * closes nothing else.
 */
export function Popover({ label, face, class: kind, children }: Props) {
  const isOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    isOpen.value = false;
    afterRender(() => button.current?.focus());
  };
  useEffect(() => {
    if (!isOpen.value) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target))
        isOpen.value = false;
    };
    document.addEventListener("pointerdown", leave, true);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave, true);
      document.removeEventListener("focusin", leave);
    };
  }, [isOpen.value]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the key of what is within, and is no control itself
    <div
      class={`popover ${kind}`}
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen.value) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        class="popover-button"
        type="button"
        ref={button}
        title={label}
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {face}
      </button>
      {isOpen.value && (
        <section class="popover-box" aria-label={label}>
          {children(close)}
        </section>
      )}
    </div>
  );
}
