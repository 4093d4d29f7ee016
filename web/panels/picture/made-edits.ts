// Edits of a figure as they are made, one at a time.
import { lineOutlines } from "#model/dataset/dataset.ts";
import type { Place } from "#model/record/place.ts";
import { firstPosition } from "#model/space/points.ts";
import {
  type Annotation,
  FARTHEST,
  type FigureEdits,
  type LabelEdit,
  type Offset,
  USUAL_RADIUS,
} from "#web/view/address/figure-edits.ts";
import { createProjection, type Pixel, positionAt } from "#web/view/drawing/projection.ts";
import type { DrawnFigure } from "./drawn.ts";
import { type Grasped, middleOfWords, offsetBetween } from "./grasped-words.ts";

/** Undefined: as the data have it. */
export function withLabel(
  edits: FigureEdits,
  placeId: string,
  edit: LabelEdit | undefined,
): FigureEdits {
  const labels = new Map(edits.labels);
  if (edit) labels.set(placeId, edit);
  else labels.delete(placeId);
  return { ...edits, labels };
}

/** Null: taken away. */
export function withNote(
  edits: FigureEdits,
  nth: number,
  changes: Partial<Annotation> | null,
): FigureEdits {
  const annotations = edits.annotations.flatMap((one, index) =>
    index === nth ? (changes === null ? [] : { ...one, ...changes }) : one,
  );
  return { ...edits, annotations };
}

/** From the place on the map to the words of a new note. */
const BESIDE = [60, -50] as const;

export function newNote(
  edits: FigureEdits,
  at: readonly [number, number],
  text: string,
  map: number | null = null,
): FigureEdits {
  const note = { text, at, offset: BESIDE, arrow: "curved", radius: USUAL_RADIUS, map } as const;
  return { ...edits, annotations: [...edits.annotations, note] };
}

/** Places whose names may stand on the maps: those with people first, as they are drawn. */
export function namedPlaces({ input }: DrawnFigure): readonly Place[] {
  const line = lineOutlines(input.dataset.meta);
  const places = input.moments.flatMap(({ scene }) => [
    ...scene.sites.filter(({ isCounted }) => isCounted).map(({ place }) => place),
    ...scene.landmarks.map(({ place }) => place),
    ...scene.outlines.filter(({ phase }) => line.includes(phase.id)).map(({ place }) => place),
  ]);
  return [...new Map(places.map((place) => [place.id, place])).values()];
}

/** What a pointer moved: by so many units of the map, from where the middle of the words was. */
export function moved(
  edits: FigureEdits,
  what: Grasped,
  [right, down]: Pixel,
  { drawn, middle }: { readonly drawn: DrawnFigure; readonly middle: Pixel },
): FigureEdits {
  const projection = createProjection(drawn.view);
  if (what.kind === "name") {
    const mark = markOf(drawn, what);
    if (!mark) return edits;
    const to: Pixel = [middle[0] + right, middle[1] + down];
    const offset = offsetBetween(projection.toPixel(mark), to, FARTHEST);
    return withLabel(edits, what.placeId, { ...edits.labels.get(what.placeId), offset });
  }
  const note = edits.annotations[what.nth];
  if (!note) return edits;
  const at = projection.toPixel([...note.at]);
  if (what.kind === "note") {
    const to: Pixel = [middle[0] + right, middle[1] + down];
    return withNote(edits, what.nth, { offset: offsetBetween(at, to, FARTHEST) });
  }
  const tip: Pixel = [at[0] + right, at[1] + down];
  return withNote(edits, what.nth, {
    at: positionAt(drawn.view, tip),
    offset: offsetBetween(tip, middle, FARTHEST),
  });
}

/** From the mark of a place to where its name stands in the preview; undefined where it has none there. */
export function offsetNow(drawn: DrawnFigure, placeId: string): Offset | undefined {
  const ids = drawn.input.moments.map((_, index, all) =>
    all.length > 1 ? `names-${index + 1}` : "names",
  );
  for (const [index, id] of ids.entries()) {
    const group = document.querySelector<SVGGElement>(
      `.picture-paper [id="${id}-place-${placeId}"]`,
    );
    const mark = markOf(drawn, { kind: "name", placeId, map: index + 1 });
    if (group && mark)
      return offsetBetween(
        createProjection(drawn.view).toPixel(mark),
        middleOfWords(group),
        FARTHEST,
      );
  }
  return undefined;
}

function markOf({ input }: DrawnFigure, { map, placeId }: Extract<Grasped, { kind: "name" }>) {
  const scene = input.moments[map - 1]?.scene;
  const entry = [...(scene?.sites ?? []), ...(scene?.landmarks ?? [])].find(
    ({ place }) => place.id === placeId,
  );
  return entry && firstPosition(entry.phase.geometry);
}
