import type { Map as GlMap } from "maplibre-gl";
import { isPrinting } from "#web/state/printing.ts";
import { type Box, boxesOver } from "./uncovered.ts";

/**
 * Where something lies over a map: no name may stand there. It is measured when the map has come to rest or has another
 * size, or something over it has, never while the map is drawn.
 */
export class OverTheMap {
  #boxes: readonly Box[];
  readonly #map: GlMap;
  readonly #onChange: () => void;

  constructor(map: GlMap, onChange: () => void) {
    this.#map = map;
    this.#onChange = onChange;
    this.#boxes = boxesOver(map.getContainer());
    for (const event of ["idle", "moveend", "resize"] as const)
      map.on(event, () => this.#measure());
  }

  /** In pixels of the map. */
  get boxes(): readonly Box[] {
    return this.#boxes;
  }

  #measure(): void {
    if (isPrinting.peek()) return;
    const next = boxesOver(this.#map.getContainer());
    if (JSON.stringify(next) === JSON.stringify(this.#boxes)) return;
    this.#boxes = next;
    this.#onChange();
  }
}
