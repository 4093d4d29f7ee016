// What the maps tell of themselves: which kinds of marks are to be seen, and on which one a pointer, a finger or the keyboard is.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Span } from "#model/time/span.ts";
import { type DrawnKinds, onEither } from "#web/view/figure/legend/drawn-kinds.ts";
import type { Selection } from "#web/view/question/selection.ts";

export type MapName = "main" | "compared";

/** Events of a crowd at one position: what is known of them before anybody opens them. */
export type CrowdSpot = {
  readonly kind: "crowd";
  /** Of the mark, while the map stays as it is. */
  readonly id: string;
  readonly count: number;
  /** Null where they are of several. */
  readonly category: string | null;
  /** Of a single event, where its days are at hand. */
  readonly span: Span | null;
};

/** A mark that is pointed to on a map, with the point of the window beside which it is told. */
export type Tip = {
  readonly of: Selection | CrowdSpot;
  readonly x: number;
  readonly y: number;
  /** By the keyboard: then it is read aloud too. */
  readonly isByKeys: boolean;
};

export type MapSlice = {
  /** On one map or both; null while none has drawn anything. */
  readonly drawn: ReadonlySignal<DrawnKinds | null>;
  readonly tip: ReadonlySignal<Tip | null>;
};

export type MapActions = {
  /** Null where the map goes. */
  readonly tellDrawn: (map: MapName, kinds: DrawnKinds | null) => void;
  readonly showTip: (tip: Tip | null) => void;
};

export function createMapSlice(): MapSlice & { readonly actions: MapActions } {
  const onMain = signal<DrawnKinds | null>(null);
  const onCompared = signal<DrawnKinds | null>(null);
  const tip = signal<Tip | null>(null);
  return {
    tip,
    drawn: computed(() => {
      const [main, compared] = [onMain.value, onCompared.value];
      return main && compared ? onEither(main, compared) : (main ?? compared);
    }),
    actions: {
      tellDrawn: (map, kinds) => {
        const told = map === "main" ? onMain : onCompared;
        if (!isSame(told.peek(), kinds)) told.value = kinds;
      },
      showTip: (next) => {
        if (!isSame(tip.peek(), next)) tip.value = next;
      },
    },
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
