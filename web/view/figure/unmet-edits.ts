// Edits to which nothing on the maps of a picture answers: whoever made them may have mistaken an id, or the frame.
import { isSite } from "#model/dataset/roles.ts";
import { positionsOf } from "#model/space/geometry.ts";
import { isWithin } from "#web/view/drawing/polyline.ts";
import { createProjection, type View } from "#web/view/drawing/projection.ts";
import { printSelection, type Selection } from "#web/view/question/selection.ts";
import type { FigureInput } from "./figure-input.ts";

/** By the names of the parameters that ask for them; notes are counted from 1, as they were written. */
export type UnmetEdit =
  | { readonly name: "label"; readonly placeId: string }
  | { readonly name: "annotation"; readonly nth: number }
  | { readonly name: "highlight"; readonly record: Selection };

/** `svg`: the figure, in which each record is a group called by it; `views`: what its maps show, in turn. */
export function unmetEdits(
  { dataset, edits }: FigureInput,
  svg: string,
  views: readonly View[],
): UnmetEdit[] {
  if (!edits || edits.labels.size + edits.annotations.length + edits.highlights.length === 0)
    return [];
  const groups = [...svg.matchAll(/<g id="([^"]+)"/g)].flatMap(([, id]) => id ?? []);
  const isDrawn = (record: Selection, layer = "") =>
    groups.some(
      (id) => id.startsWith(layer) && wholeId(id).endsWith(`-${record.kind}-${record.id}`),
    );
  const projections = views.map(createProjection);
  const isSeen = (position: readonly number[], ofMaps = projections) =>
    ofMaps.some((one) => isWithin(one.toPixel([...position]), one.view));
  // A place that is no site may be named by the base map alone, whose names are nobody's.
  const sites = new Set(
    dataset.places.filter((place) => isSite(dataset.meta, place)).map(({ id }) => id),
  );
  const isInSight = (placeId: string) =>
    dataset.placePhases
      .filter((phase) => phase.placeId === placeId)
      .some(({ geometry }) => positionsOf(geometry).some((position) => isSeen(position)));
  const labels = [...edits.labels].flatMap(([placeId, { isHidden }]): UnmetEdit[] => {
    const isNamed = isDrawn({ kind: "place", id: placeId }, isHidden ? "" : "names");
    const isMet = isNamed || (!sites.has(placeId) && isInSight(placeId));
    return isMet ? [] : [{ name: "label", placeId }];
  });
  const annotations = edits.annotations.flatMap(({ at, map }, index): UnmetEdit[] => {
    const ofMaps = map === null ? projections : projections.slice(map - 1, map);
    return isSeen(at, ofMaps) ? [] : [{ name: "annotation", nth: index + 1 }];
  });
  const highlights = edits.highlights.flatMap((record): UnmetEdit[] =>
    isDrawn(record) ? [] : [{ name: "highlight", record }],
  );
  return [...labels, ...annotations, ...highlights];
}

/** What a group is called that is not the first of its record. */
const wholeId = (id: string): string => id.replace(/\.\d+$/, "");

/** `label:mill`, `annotation:2`, `highlight:event:fire`. */
export function printUnmet(edit: UnmetEdit): string {
  if (edit.name === "label") return `${edit.name}:${edit.placeId}`;
  if (edit.name === "annotation") return `${edit.name}:${edit.nth}`;
  return `${edit.name}:${printSelection(edit.record)}`;
}

type Lacking = { readonly leftOff: readonly string[]; readonly unmet: readonly UnmetEdit[] };

/** All that was asked for and is not on a picture: what found no room on it, and edits that meet nothing. */
export const lackingOn = ({ leftOff, unmet }: Lacking): string[] => [
  ...leftOff,
  ...unmet.map(printUnmet),
];
