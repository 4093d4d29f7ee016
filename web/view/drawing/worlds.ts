// The world goes on to both sides of a map: a place is there once more for every width of the world.
import { type Projection, TILE } from "./projection.ts";

/** Beyond the frame, in pixels, what of a mark there may still be seen. */
const MARGIN = 40;

/** Of the worlds side by side, those in which the view may show something: 0 has every place nearest to its middle. */
export function worldsInSight({ width, zoom }: Projection["view"]): number[] {
  const world = TILE * 2 ** zoom;
  const beside = Math.max(0, Math.ceil((width / 2 + MARGIN - world / 2) / world));
  // A line that leaves a wide view on one side comes back on the other.
  const most = width > world / 2 ? Math.max(1, beside) : beside;
  return [0, ...Array.from({ length: most }, (_, index) => [index + 1, -index - 1]).flat()];
}

/** The same view with places and ways in another of the worlds; what is drawn in all of them stays as it is. */
export function inWorld(projection: Projection, world: number): Projection {
  if (world === 0) return projection;
  const by = world * TILE * 2 ** projection.view.zoom;
  return {
    ...projection,
    toPixel: (position) => {
      const [x, y] = projection.toPixel(position);
      return [x + by, y];
    },
    squareToPixel: (across, down) => {
      const [x, y] = projection.squareToPixel(across, down);
      return [x + by, y];
    },
    toLine: (positions) => projection.toLine(positions).map(([x, y]) => [x + by, y]),
  };
}
