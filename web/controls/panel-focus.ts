// Where the focus is while the side panel opens, shows something else, and closes.
import { effect } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "#web/controls/app-context.ts";

/** Where a reader was in a list when a record of it was opened. */
type Left = { readonly list: string; readonly scroll: number; readonly link: string };

/**
 * Moves the focus to the heading of what the reader has asked for, or to the field that it opens with, in the same turn in
 * which it is shown, and back to where it came from when the panel closes; to the link of a list when its record closes.
 * What comes late leaves a focus that the reader has moved on; what an address opens leaves it where the browser has it.
 * `shown` names the content, null when there is none.
 */
export function usePanelFocus(panel: RefObject<HTMLElement | null>, shown: string | null): void {
  const { asked } = useApp();
  /** What had the focus when the reader asked; undefined while only the address has. */
  const origin = useRef<Element | null | undefined>(undefined);
  /** What had it before the panel opened. */
  const opener = useRef<Element | null>(null);
  /** What was shown when the reader asked, and how far it was scrolled. */
  const before = useRef<{ readonly shown: string | null; readonly scroll: number } | null>(null);
  const present = useRef(shown);
  const left = useRef<Left | null>(null);
  useLayoutEffect(() => {
    const atStart = asked.peek();
    return effect(() => {
      if (asked.value === atStart) return;
      origin.current = document.activeElement;
      before.current = { shown: present.current, scroll: panel.current?.scrollTop ?? 0 };
    });
  }, []);
  useLayoutEffect(() => {
    present.current = shown;
    if (origin.current === undefined) return;
    if (shown === null) {
      if (isLost()) giveBack(opener.current);
      opener.current = left.current = null;
      return;
    }
    const from = origin.current;
    const isBack = left.current?.list === shown;
    panel.current?.scrollTo(0, isBack ? (left.current?.scroll ?? 0) : 0);
    const link = from?.getAttribute("href") ?? null;
    // From a record to another the list stays that of the first.
    if (!isBack && before.current?.shown && !before.current.shown.includes(":") && link !== null)
      left.current = { list: before.current.shown, scroll: before.current.scroll, link };
    if (!isLost() && document.activeElement !== from) return;
    if (from?.isConnected && !panel.current?.contains(from)) opener.current = from;
    opening(panel.current, isBack ? (left.current?.link ?? null) : null)?.focus({
      preventScroll: true,
    });
  }, [shown]);
}

/** What takes the focus of what the panel shows: a link by which the reader left it, its field, or its heading. */
function opening(panel: HTMLElement | null, link: string | null): HTMLElement | undefined {
  const shown = (selector: string) =>
    [...(panel?.querySelectorAll<HTMLElement>(selector) ?? [])].find((one) =>
      one.checkVisibility(),
    );
  // A field that takes the focus brings up the keys of a telephone, over what it has found.
  const hasKeys = matchMedia("(any-pointer: fine)").matches;
  return (
    (link === null ? undefined : shown(`a[href="${CSS.escape(link)}"]`)) ??
    (hasKeys ? shown("[data-opens]") : undefined) ??
    shown("h2")
  );
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
