// The world goes on to both sides of a map, and is seen once: what would be seen of it a second time stays blank.
import { type Projection, TILE } from "./projection.ts";

type View = Pick<Projection["view"], "width" | "zoom">;

/** Beyond the frame, in pixels, what of a mark there may still be seen. */
const MARGIN = 40;

const worldOf = ({ zoom }: View) => TILE * 2 ** zoom;

/** So many pixels at either side of a view lie more than half a world from its middle. */
export const widthBeyond = (view: View): number => Math.max(0, (view.width - worldOf(view)) / 2);

/** Whether a place so far from the left is in the frame, and in the one world that is seen. */
export const isInSight = (x: number, view: View): boolean =>
  x > widthBeyond(view) && x < view.width - widthBeyond(view);

/** Of the worlds side by side, those in which a mark may be seen: 0 has every place nearest to the middle of the view. */
export function worldsOfMarks(view: View): number[] {
  const [world, { width }] = [worldOf(view), view];
  return width <= world && width + 2 * MARGIN > world ? [0, 1, -1] : [0];
}

/** The same of what is cut off where the world ends: what leaves a wide view on one side comes back on the other. */
export const worldsInSight = (view: View): number[] =>
  view.width > worldOf(view) / 2 ? [0, 1, -1] : [0];

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
