// The tiles of a laid ground that a figure is drawn from. Drawing does not wait: where some are missing it goes without, and
// is done again when they have come.
import type { LaidGround } from "#model/dataset/laid-ground.ts";
import { boundsOf, type View } from "#web/view/drawing/projection.ts";
import { type TileAt, tilesOver } from "#web/view/drawing/tile-cover.ts";
import type { TileShapes } from "./tile-shapes.ts";

/** Of one map: more are drawn from those of a zoom farther out. */
const MAX_TILES = 64;
const MAX_VERTICES = 250_000;

/** A tile at its place, which may be in a world beside the first. */
export type PlacedTile = TileAt & { readonly shapes: TileShapes };

type Sources = {
  /** Reads a tile; one that the ground has not is empty. */
  readonly read: (tile: TileAt) => Promise<TileShapes>;
  /** The same where it is at hand. */
  readonly known?: (tile: TileAt) => TileShapes | undefined;
};

const keyOf = ({ x, y, z }: TileAt) => `${z}/${x}/${y}`;

export class GroundTiles {
  readonly ground: LaidGround;
  readonly #sources: Sources;
  readonly #tiles = new Map<string, TileShapes>();
  readonly #covers = new Map<string, readonly PlacedTile[]>();
  #wanted = new Map<string, TileAt>();

  constructor(ground: LaidGround, sources: Sources) {
    this.ground = ground;
    this.#sources = sources;
  }

  /** Whether what was drawn last goes without some. */
  get isWanting(): boolean {
    return this.#wanted.size > 0;
  }

  /** Reads what was missing. Fails where one cannot be read. */
  async load(): Promise<void> {
    const wanted = [...this.#wanted.values()];
    this.#wanted = new Map();
    await Promise.all(
      wanted.map(async (tile) => {
        this.#tiles.set(keyOf(tile), await this.#sources.read(tile));
      }),
    );
  }

  /**
   * The tiles that cover a view, of the zoom nearest to its own of which they are not too many, nor too heavy; none while
   * one of them is missing, and where the view is farther out than any tile.
   */
  over(view: View): readonly PlacedTile[] {
    const key = JSON.stringify(view);
    const known = this.#covers.get(key);
    if (known) return known;
    const cover = this.#coverOf(view);
    if (cover) this.#covers.set(key, cover);
    return cover ?? [];
  }

  #coverOf(view: View): readonly PlacedTile[] | undefined {
    const { maxZoom, minZoom } = this.ground;
    if (view.zoom < minZoom) return [];
    const box = boundsOf(view);
    for (let z = Math.min(Math.round(view.zoom), maxZoom); z >= minZoom; z--) {
      const cells = tilesOver(box, z, MAX_TILES);
      if (cells.length === 0) continue;
      const placed = cells.flatMap((cell) => {
        const shapes = this.#shapesOf(cell);
        return shapes ? { ...cell, shapes } : [];
      });
      if (placed.length < cells.length) return undefined;
      const vertices = placed.reduce((sum, { shapes }) => sum + shapes.vertices, 0);
      if (vertices <= MAX_VERTICES || z === minZoom) return placed;
    }
    return [];
  }

  /** The tile of the first world that is the same. */
  #shapesOf({ x, y, z }: TileAt): TileShapes | undefined {
    const size = 2 ** z;
    const tile = { z, y, x: ((x % size) + size) % size };
    const key = keyOf(tile);
    const shapes = this.#tiles.get(key) ?? this.#sources.known?.(tile);
    if (shapes) this.#tiles.set(key, shapes);
    else this.#wanted.set(key, tile);
    return shapes;
  }
}
