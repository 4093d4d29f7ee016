// What a part of the page that is fetched when it is asked for draws over the map, as long as it is open.
import type { View } from "#web/view/drawing/projection.ts";

/** A map, as far as one has to know it to draw over it. */
export type MapBelow = {
  /** Where its gestures begin: what is in it takes part in them. */
  readonly container: HTMLElement;
  readonly view: () => View;
  /** Calls the listener whenever the map shows something else, until the function that it answers is called. */
  readonly onMove: (listener: () => void) => () => void;
};

/** Draws over a map until the function that it answers is called. */
export type LaidOver = (map: MapBelow) => () => void;
