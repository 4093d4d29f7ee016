// What a part of the page that is fetched when it is asked for draws over the map, as long as it is open.
import type { View } from "#web/view/drawing/projection.ts";

/** What holds the parts of a drawing that fingers are on. */
export type HeldTouches = {
  /** After a drawing: those of them that it has taken out of the page are put back, out of sight. */
  readonly keep: () => void;
  readonly end: () => void;
};

/** A map, as far as one has to know it to draw over it. */
export type MapBelow = {
  /** Where its gestures begin: what is in it takes part in them. */
  readonly container: HTMLElement;
  readonly view: () => View;
  /** Calls the listener whenever the map shows something else, until the function that it answers is called. */
  readonly onMove: (listener: () => void) => () => void;
  /** Holds what is touched in a drawing over it: fingers that began on a mark go on to move the map. */
  readonly holdTouched: (root: SVGSVGElement) => HeldTouches;
};

/** Draws over a map until the function that it answers is called. */
export type LaidOver = (map: MapBelow) => () => void;
