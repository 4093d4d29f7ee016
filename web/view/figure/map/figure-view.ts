// What the maps of a figure show: all of them the same.
import type { Position } from "geojson";
import { isInBbox } from "#model/space/bbox.ts";
import { type Points, positionsOfPoints, somePoints } from "#model/space/points.ts";
import {
  createProjection,
  fitView,
  latitudeAt,
  mercatorY,
  TILE,
  type View,
} from "#web/view/drawing/projection.ts";
import type { Box } from "#web/view/figure/placement/occupancy.ts";
import { type PointPhase, placePositions } from "#web/view/scene/sites.ts";
import type { FigureInput, Moment } from "../figure-input.ts";
import { bareSketch } from "./bare-sketch.ts";
import { marks } from "./name-layer.ts";

type Size = { readonly width: number; readonly height: number };

/** Between a mark and the edge of the map, in pixels. */
const MARGIN = 4;
/** Marks keep their size while the map shrinks, and are stacked anew: room given to some may be wanting for others. */
const PASSES = 4;
/** So often, as long as a mark itself is cut off and not only its margin. */
const MAX_PASSES = 24;
/** Of each side of the map, what may be given to marks at the edge; where the box has room to spare, half of it counts. */
const MOST = 0.3;
const MOST_OF_SPARE = 0.45;

const known = new WeakMap<readonly Moment[], Map<string, View>>();

/**
 * The closest view that holds the box of the figure. A box that somebody asked for is shown as it is; of the dataset's
 * own no mark is cut off that stands in it on any of the maps.
 */
export function figureView(input: FigureInput, { height, width }: Size): View {
  const aside = input.post?.aside ?? 0;
  if (input.isBoxAsked) return fitWithin(input, { height, width }, { ...NO_ROOM, right: aside });
  const moments = input.steadyOver ?? input.moments;
  const views = known.get(moments) ?? new Map<string, View>();
  known.set(moments, views);
  const key = JSON.stringify([width, height, input.box, input.post?.aside]);
  const view = views.get(key) ?? withRoom(input, moments, { height, width });
  views.set(key, view);
  return view;
}

const NO_ROOM: Box = { left: 0, top: 0, right: 0, bottom: 0 };

function withRoom(input: FigureInput, moments: readonly Moment[], size: Size): View {
  const aside = input.post?.aside ?? 0;
  let room: Box = { ...NO_ROOM, right: aside };
  let view = fitWithin(input, size, room);
  for (let pass = 0; ; pass++) {
    const cut = cutOff(input, moments, view, aside);
    const spared = pass < PASSES ? 0 : MARGIN;
    if (pass === MAX_PASSES || Object.values(cut).every((pixels) => pixels <= spared)) return view;
    const share = pass < PASSES ? MOST : MOST_OF_SPARE;
    const more = (side: keyof Box, most: number) =>
      Math.min(room[side] + Math.max(cut[side], 0), share * most + (side === "right" ? aside : 0));
    room = {
      left: more("left", size.width),
      right: more("right", size.width),
      top: more("top", size.height),
      bottom: more("bottom", size.height),
    };
    view = fitWithin(input, size, room);
  }
}

/** The view of that size that has the box within the room on each of its sides. */
function fitWithin({ box }: FigureInput, { height, width }: Size, room: Box): View {
  const { left, top, right, bottom } = room;
  if (left + top + right + bottom === 0) return fitView(box, width, height);
  const inner = fitView(box, width - left - right, height - top - bottom);
  const world = TILE * 2 ** inner.zoom;
  const [longitude = 0, latitude = 0] = inner.centre;
  const centre = [
    longitude + ((right - left) / 2 / world) * 360,
    latitudeAt(mercatorY(latitude) + (bottom - top) / 2 / world),
  ];
  return { ...inner, centre, width, height };
}

/** By how much the marks that stand in the box are cut off on each side, with the margin; nothing where it is not positive. */
function cutOff(input: FigureInput, moments: readonly Moment[], view: View, aside: number): Box {
  const projection = createProjection(view);
  const boxes = moments.flatMap((moment) =>
    marks(bareSketch(input, standingIn(input, moment), projection)),
  );
  const most = (by: (mark: Box) => number) =>
    boxes.reduce((found, mark) => Math.max(found, by(mark)), Number.NEGATIVE_INFINITY);
  return {
    left: most((mark) => MARGIN - mark.left),
    top: most((mark) => MARGIN - mark.top),
    right: most((mark) => mark.right + MARGIN - (view.width - aside)),
    bottom: most((mark) => mark.bottom + MARGIN - view.height),
  };
}

/** The moment with what has its place in the box, of what is at several points those; movements lie between places. */
function standingIn({ box, dataset }: FigureInput, moment: Moment): Moment {
  const positions = placePositions(dataset);
  const isIn = (position: Position | undefined) => !!position && isInBbox(position, box);
  const within = (points: Points) => somePoints(positionsOfPoints(points).filter(isIn));
  const ofPlaces = <Entry extends { readonly phase: PointPhase }>(entries: readonly Entry[]) =>
    entries.flatMap((entry) => {
      const geometry = within(entry.phase.geometry);
      return geometry ? [{ ...entry, phase: { ...entry.phase, geometry } }] : [];
    });
  const { changes, scene } = moment;
  return {
    ...moment,
    changes: new Map([...changes].filter(([id]) => isIn(positions.get(id)))),
    scene: {
      ...scene,
      sites: ofPlaces(scene.sites),
      landmarks: ofPlaces(scene.landmarks),
      events: scene.events.flatMap((entry) => {
        const point = entry.thing.point && within(entry.thing.point);
        return point ? [{ ...entry, thing: { ...entry.thing, point } }] : [];
      }),
      movements: [],
    },
  };
}
