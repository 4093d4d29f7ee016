// What a map stands on: what of it is there at once, and what has to come first.
import type { Polygon } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import type { Dataset } from "#model/dataset/dataset.ts";
import { type Bbox, boxHolds } from "#model/space/bbox.ts";
import { groundOf, hasOwnGround } from "#web/view/drawing/ground.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import { mapStyle } from "./base-style.ts";
import type { LaidLayers } from "./laid-ground.ts";

export class MapGround {
  readonly #dataset: Dataset;
  #land: readonly Polygon[] = [];
  #isAsked = false;
  #laid: ((palette: Palette) => LaidLayers) | undefined;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** Whether it is all there from the start. */
  get isWhole(): boolean {
    return hasOwnGround(this.#dataset) && !this.#dataset.meta.ground;
  }

  /** The coasts of the world; undefined until they are there. */
  get land(): readonly Polygon[] | undefined {
    return this.#land.length > 0 ? this.#land : undefined;
  }

  /** Whether a map that shows this looks beyond the ground of the dataset, and what is there has not been asked for. */
  lacks(frame: Bbox): boolean {
    return this.isWhole && !this.#isAsked && !boxHolds(this.#dataset.meta.extent, frame);
  }

  /**
   * Brings the coasts of the world, and how the ground looks that was laid under the dataset. Fails where one does not come:
   * the map stays as it is.
   */
  async complete(): Promise<void> {
    const { ground } = this.#dataset.meta;
    this.#isAsked = true;
    this.#land = (await import("#web/view/drawing/world-land.ts")).WORLD_LAND;
    if (!ground) return;
    const { laidLayers } = await import("./laid-ground.ts");
    this.#laid = (palette) => laidLayers(ground, palette);
  }

  style(palette: Palette): StyleSpecification {
    return mapStyle(palette, groundOf(this.#dataset, this.#land), this.#laid?.(palette));
  }
}
