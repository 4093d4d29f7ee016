// What a map stands on: what of it is there at once, and what has to come first.
import type { Polygon } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import type { Dataset } from "#model/dataset/dataset.ts";
import { groundOf, hasOwnGround } from "#web/view/drawing/ground.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import { mapStyle } from "./base-style.ts";
import type { LaidLayers } from "./laid-ground.ts";

export class MapGround {
  readonly #dataset: Dataset;
  #land: readonly Polygon[] = [];
  #laid: ((palette: Palette) => LaidLayers) | undefined;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** Whether it is all there from the start. */
  get isWhole(): boolean {
    return hasOwnGround(this.#dataset) && !this.#dataset.meta.ground;
  }

  /**
   * Brings the coasts of the world, for a dataset without a ground of its own, and how the ground looks that was laid under
   * it. Fails where one does not come: the map stays as it is.
   */
  async complete(): Promise<void> {
    const { ground } = this.#dataset.meta;
    if (!hasOwnGround(this.#dataset))
      this.#land = (await import("#web/view/drawing/world-land.ts")).WORLD_LAND;
    if (!ground) return;
    const { laidLayers } = await import("./laid-ground.ts");
    this.#laid = (palette) => laidLayers(ground, palette);
  }

  style(palette: Palette): StyleSpecification {
    return mapStyle(palette, groundOf(this.#dataset, this.#land), this.#laid?.(palette));
  }
}
