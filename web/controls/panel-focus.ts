// Where the focus is while the side panel opens, shows something else, and closes.
import { effect } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "#web/controls/app-context.ts";

/**
 * Moves the focus to the heading of what the reader has asked for, in the same turn in which it is shown, and back to
 * where it came from when the panel closes. What comes late leaves a focus that the reader has moved on; what an address
 * opens leaves it where the browser has it. `shown` names the content, null when there is none.
 */
export function usePanelFocus(panel: RefObject<HTMLElement | null>, shown: string | null): void {
  const { asked } = useApp();
  /** What had the focus when the reader asked; undefined while only the address has. */
  const origin = useRef<Element | null | undefined>(undefined);
  /** What had it before the panel opened. */
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const atStart = asked.peek();
    return effect(() => {
      if (asked.value !== atStart) origin.current = document.activeElement;
    });
  }, []);
  useLayoutEffect(() => {
    if (origin.current === undefined) return;
    if (shown === null) {
      if (isLost()) giveBack(opener.current);
      opener.current = null;
      return;
    }
    panel.current?.scrollTo(0, 0);
    if (!isLost() && document.activeElement !== origin.current) return;
    const from = origin.current;
    if (from?.isConnected && !panel.current?.contains(from)) opener.current = from;
    panel.current?.querySelector("h2")?.focus({ preventScroll: true });
  }, [shown]);
}

/** True when no element has the focus: that which had it is gone. */
const isLost = () => document.activeElement === null || document.activeElement === document.body;

/** To the element, or where the menu has closed over it, to the button of the menu. */
function giveBack(opener: Element | null): void {
  if (!(opener instanceof HTMLElement || opener instanceof SVGElement)) return;
  if (opener === document.body) return;
  const target = opener.checkVisibility()
    ? opener
    : document.querySelector<HTMLElement>("[data-key=menu]");
  target?.focus({ preventScroll: true });
}
