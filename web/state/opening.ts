// The first screen: what this shows, and two ways on. It stands where an address asks for nothing, and goes with the first
// thing that the reader asks for.
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { UrlState } from "#web/view/address/url.ts";

/** What an address may say and still ask for nothing. */
const ASKS_NOTHING: ReadonlySet<string> = new Set<keyof UrlState>(["lang"]);

/** True when the address leaves all to the dataset. */
export function isBare(url: UrlState): boolean {
  return Object.entries(url).every(([key, value]) => value === undefined || ASKS_NOTHING.has(key));
}

export type Opening = {
  readonly isOpening: ReadonlySignal<boolean>;
  readonly setOpening: (isOpening: boolean) => void;
};

/** `asked`: what the reader may ask for, another value with each. Reads every signal of it. */
export function createOpening(isOpen: boolean, asked: () => string): Opening {
  const isOpening = signal(isOpen);
  let [wasOpen, before] = [false, ""];
  effect(() => {
    const now = asked();
    const isOpenNow = isOpening.value;
    if (wasOpen && isOpenNow && now !== before) isOpening.value = false;
    [wasOpen, before] = [isOpenNow, now];
  });
  return {
    isOpening,
    setOpening: (next) => {
      isOpening.value = next;
    },
  };
}
