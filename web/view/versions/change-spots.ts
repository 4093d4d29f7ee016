// Where the marks of changes stand on a map: those of changes that are near each other in one row, one mark a kind with
// how many there are.
import type { Position } from "geojson";
import { CHANGE_KINDS, type ChangeKind } from "#model/change/change-kind.ts";
import {
  mercatorX,
  mercatorY,
  type Pixel,
  type Projection,
  TILE,
} from "#web/view/drawing/projection.ts";
import { worldsOfMarks } from "#web/view/drawing/worlds.ts";
import type { Change } from "./changed-records.ts";

/** Changes that stand nearer to each other than this, in pixels, share a row. */
const NEAR = 28;
/** From one mark of a row to the next. */
const STEP = 25;
/** Beyond the frame a mark may still be seen. */
const MARGIN = 40;

export type SpotMark = {
  readonly key: string;
  readonly kind: ChangeKind;
  /** Not the same in another room or at another time: where the mark is drawn. */
  readonly at: Pixel;
  readonly changes: readonly Change[];
};

export type Spot = {
  readonly marks: readonly SpotMark[];
  /** Where the changes are, each place once. */
  readonly places: readonly Pixel[];
};

type Row = { readonly x: number; readonly y: number; readonly changes: Change[] };

/** The rows in sight, each once for every world in which it is. */
export function spotsOf(changes: readonly Change[], projection: Projection): readonly Spot[] {
  const { height, width, zoom } = projection.view;
  const world = TILE * 2 ** zoom;
  return rowsOn(changes, world).flatMap((row) => {
    const [first] = row.changes;
    if (!first?.at) return [];
    const [x, y] = projection.toPixel(first.at);
    return worldsOfMarks(projection.view).flatMap((nth): Spot[] => {
      const at: Pixel = [x + nth * world, y];
      const isSeen =
        at[0] > -MARGIN && at[0] < width + MARGIN && at[1] > -MARGIN && at[1] < height + MARGIN;
      return isSeen ? [spotAt(at, row, nth, projection)] : [];
    });
  });
}

/** Changes by the row in which they stand: wherever the map has been moved to they are the same. */
function rowsOn(changes: readonly Change[], world: number): readonly Row[] {
  const rows: Row[] = [];
  const grid = new Map<string, Row[]>();
  for (const change of changes) {
    if (!change.at) continue;
    const [longitude = 0, latitude = 0] = change.at;
    const [x, y] = [mercatorX(longitude) * world, mercatorY(latitude) * world];
    const [column, line] = [Math.floor(x / NEAR), Math.floor(y / NEAR)];
    const near = [-1, 0, 1]
      .flatMap((dx) => [-1, 0, 1].flatMap((dy) => grid.get(`${column + dx} ${line + dy}`) ?? []))
      .find((row) => Math.hypot(row.x - x, row.y - y) < NEAR);
    if (near) {
      near.changes.push(change);
      continue;
    }
    const row: Row = { x, y, changes: [change] };
    rows.push(row);
    const cell = `${column} ${line}`;
    grid.set(cell, [...(grid.get(cell) ?? []), row]);
  }
  return rows;
}

function spotAt([x, y]: Pixel, { changes }: Row, nth: number, projection: Projection): Spot {
  const kinds = CHANGE_KINDS.filter((kind) => changes.some((one) => one.kind === kind));
  const ending = nth === 0 ? "" : ` @${nth}`;
  const world = TILE * 2 ** projection.view.zoom;
  const positions = new Map<string, Position>(
    changes.flatMap(({ at }) => (at ? [[at.join(), at]] : [])),
  );
  return {
    marks: kinds.map((kind, index) => {
      const own = changes.filter((one) => one.kind === kind);
      return {
        key: `${own[0]?.key}${ending}`,
        kind,
        at: [x + (index - (kinds.length - 1) / 2) * STEP, y],
        changes: own,
      };
    }),
    places: [...positions.values()].map((position) => {
      const [px, py] = projection.toPixel(position);
      return [px + nth * world, py];
    }),
  };
}
