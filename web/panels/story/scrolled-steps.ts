// The text of the story and its step go together: what is scrolled to becomes the step, and a step that is asked for is
// scrolled to.
import { useSignalEffect } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** How far down the column the head of a card has to have come for it to be the one that is read. */
const READ_AT = 0.6;

/**
 * `column`: what scrolls; each of its cards has its id in `data-step`. `step`: which of them is read, reads a signal.
 * `onRead` is told when the reader has scrolled to another.
 */
export function useScrolledSteps(
  column: RefObject<HTMLElement | null>,
  step: () => string | null,
  onRead: (step: string) => void,
): void {
  /** Where a scroll that the reader has not made leads; what comes by on its way is not read. */
  const target = useRef<string | null>(null);
  const last = useRef<string | null>(null);
  useSignalEffect(() => {
    const asked = step();
    const root = column.current;
    if (asked === null || !root || asked === last.current) return;
    const isFirst = last.current === null;
    last.current = asked;
    if (!isFirst && readIn(root) === asked) return;
    target.current = asked;
    const isStill = isFirst || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo(root, asked, isStill ? "instant" : "smooth");
  });
  useEffect(() => {
    const root = column.current;
    if (!root) return;
    const read = () => {
      const now = readIn(root);
      if (target.current !== null) {
        if (now === target.current) target.current = null;
        return;
      }
      if (now === null || now === last.current) return;
      last.current = now;
      onRead(now);
    };
    const take = () => {
      target.current = null;
    };
    // In a column of another size the cards are of another length: the one that is read stays.
    const resized = new ResizeObserver(() => {
      if (last.current !== null && readIn(root) !== last.current)
        scrollTo(root, last.current, "instant");
    });
    resized.observe(root);
    for (const card of cardsOf(root)) resized.observe(card);
    const listening = new AbortController();
    const { signal } = listening;
    root.addEventListener("scroll", read, { signal, passive: true });
    for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"] as const)
      root.addEventListener(kind, take, { signal, passive: true });
    return () => {
      resized.disconnect();
      listening.abort();
    };
  }, []);
}

/** Has the card stand at the head of the column. */
function scrollTo(root: HTMLElement, step: string, behavior: ScrollBehavior): void {
  const card = cardsOf(root).find(({ dataset }) => dataset.step === step);
  if (!card) return;
  const margin = Number.parseFloat(getComputedStyle(card).scrollMarginBlockStart);
  root.scrollTo({ top: card.offsetTop - margin, behavior });
}

const cardsOf = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>("[data-step]")];

/** The last card whose head has come up; the first before any has. */
function readIn(root: HTMLElement): string | null {
  const { clientHeight, scrollTop } = root;
  const cards = cardsOf(root);
  const up = cards.filter(({ offsetTop }) => offsetTop < scrollTop + clientHeight * READ_AT);
  return (up.at(-1) ?? cards[0])?.dataset.step ?? null;
}
