// The records of which a picture is made, as they are published: what its digest is taken of, and what is compared when
// somebody asks whether it still holds.

import type { Dataset } from "#model/dataset/dataset.ts";
import { type Bbox, wrapBbox } from "#model/space/bbox.ts";
import { positionsOf } from "#model/space/geometry.ts";
import { boundsOf, type View } from "#web/view/drawing/projection.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import { type ShownFeatures, shownFeatures } from "#web/view/figure/shown-features.ts";
import { figureSources } from "#web/view/figure/words/figure-sources.ts";
import { digestOf } from "./digest.ts";

export const RECORD_TABLES = [
  "places",
  "placePhases",
  "counts",
  "events",
  "movements",
  "sources",
] as const;
export type RecordTable = (typeof RECORD_TABLES)[number];

/** A record that is drawn, written in the picture, or behind what is. */
export type DrawnRecord = {
  readonly table: RecordTable;
  readonly id: string;
  readonly record: object;
};

/** What a map shows, in degrees, and how near. */
export type Looked = { readonly frame: Bbox; readonly zoom: number };

export type Shown = {
  readonly features: ShownFeatures;
  /** In the order of tables and ids: the same for the same picture, wherever it is drawn. */
  readonly records: readonly DrawnRecord[];
};

export const lookedAt = (view: View): Looked => ({
  frame: wrapBbox(boundsOf(view)),
  zoom: view.zoom,
});

/** What the maps show of the input where they look. */
export function shownBy(input: FigureInput, { frame, zoom }: Looked): Shown {
  const features = shownFeatures(input, frame, zoom);
  return { features, records: recordsOf(input, features) };
}

function recordsOf(
  { dataset, language, moments }: FigureInput,
  features: ShownFeatures,
): DrawnRecord[] {
  const shown = new Set(features.features.map(({ id }) => `${id}`));
  const places = new Set(features.features.map(({ properties: { place } }) => place));
  const counts = moments.flatMap(({ scene }) =>
    scene.sites
      .filter(({ phase }) => shown.has(phase.id))
      .flatMap(({ claims }) => claims.map(({ id }) => id)),
  );
  const scenes = moments.map(({ scene }) => scene);
  const sources = figureSources(dataset, scenes, language).all.map(({ id }) => id);
  const ids: Readonly<Record<RecordTable, ReadonlySet<unknown>>> = {
    places,
    placePhases: shown,
    counts: new Set(counts),
    events: shown,
    movements: shown,
    sources: new Set(sources),
  };
  const crowds = crowdRecords(moments, features);
  return RECORD_TABLES.flatMap((table) => [
    ...[...(dataset[table] as Dataset["sources"])]
      .filter(({ id }) => ids[table].has(id))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((record) => ({ table, id: record.id, record })),
    ...(table === "events" ? crowds : []),
  ]);
}

/** Of a crowd, whose events have no ids in columns: those of each moment that are in sight, as one record. */
function crowdRecords(moments: FigureInput["moments"], { features }: ShownFeatures): DrawnRecord[] {
  return moments.flatMap(({ crowd, date }) => {
    if (!crowd) return [];
    const drawn = features.filter(
      ({ id, properties }) => id === undefined && properties.date === date,
    );
    const lines = drawn.map(({ geometry, properties }) =>
      [...positionsOf(geometry).flat(), ...Object.values(properties)].join(),
    );
    const record = { title: date, count: lines.length, marks: digestOf(lines.sort().join("\n")) };
    return { table: "events" as const, id: `events of ${date}`, record };
  });
}
