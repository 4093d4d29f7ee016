// Exactly what a figure shows, as features: nothing that lies outside of its frame, nothing that it leaves out.

import type { Feature, FeatureCollection, Geometry } from "geojson";
import { type Bbox, unwrapBbox } from "#model/space/bbox.ts";
import { positionsOf } from "#model/space/geometry.ts";
import { printDay } from "#model/time/day.ts";
import { textIn } from "#model/words/language.ts";
import { placePositions } from "#web/view/scene/sites.ts";
import { crowdFeatures } from "./crowd-features.ts";
import type { FigureInput, Moment } from "./figure-input.ts";
import { isSiteShown } from "./map/site-layers.ts";

type Properties = Readonly<Record<string, string | number | boolean | null>>;
export type ShownFeature = Feature<Geometry, Properties>;
export type ShownFeatures = FeatureCollection<Geometry, Properties>;

/** `frame`: what the map shows, in degrees; `zoom`: how near, for parts of sites are shown from near only. */
export function shownFeatures(input: FigureInput, frame: Bbox, zoom: number): ShownFeatures {
  return {
    type: "FeatureCollection",
    features: input.moments
      .flatMap((moment) => featuresOf(input, moment, zoom))
      .filter(({ geometry }) => touches(geometry, frame)),
  };
}

function featuresOf(
  { dataset, language }: FigureInput,
  { crowd, date, scene }: Moment,
  zoom: number,
): ShownFeature[] {
  const positions = placePositions(dataset);
  const feature = (id: string, shown: string, geometry: Geometry, properties: Properties) => ({
    type: "Feature" as const,
    id,
    geometry,
    properties: { shown, date, ...properties },
  });
  return [
    ...scene.sites
      .filter((site) => isSiteShown(site, zoom))
      .map((site) =>
        feature(site.phase.id, "site", site.phase.geometry, {
          place: site.place.id,
          name: textIn(site.place.name, language),
          kind: site.place.kind,
          presence: site.presence,
          by_convention: site.byConvention,
          counted: site.isCounted,
          matches_filter: site.isMatch,
          side: site.side,
          distance_m: site.distanceM,
          precision_m: site.phase.quality.precisionM,
          position_basis: site.phase.quality.basis,
          people_low: site.people?.low ?? null,
          people_high: site.people?.high ?? null,
          people_on: site.people && site.peopleOn !== null ? printDay(site.peopleOn) : null,
          counted_by:
            [...new Set(site.claims.map(({ countedBy }) => textIn(countedBy, language)))].join(
              "; ",
            ) || null,
          sources: [
            ...new Set([
              ...site.place.sourceIds,
              ...site.claims.flatMap(({ sourceIds }) => sourceIds),
            ]),
          ].join(" "),
        }),
      ),
    ...scene.ghosts.map(({ phase, place }) =>
      feature(phase.id, "former site", phase.geometry, {
        place: place.id,
        name: textIn(place.name, language),
        kind: place.kind,
        precision_m: phase.quality.precisionM,
        sources: place.sourceIds.join(" "),
      }),
    ),
    ...scene.outlines.map(({ phase, place, presence }) =>
      feature(phase.id, "outline", phase.geometry, {
        place: place.id,
        name: textIn(place.name, language),
        kind: place.kind,
        presence,
        precision_m: phase.quality.precisionM,
        sources: place.sourceIds.join(" "),
      }),
    ),
    ...scene.events.flatMap(({ isMatch, isRecent, presence, thing }) =>
      thing.point
        ? feature(thing.id, isRecent ? "event of the days before" : "event", thing.point, {
            name: textIn(thing.title, language),
            kind: thing.category,
            presence,
            matches_filter: isMatch,
            edtf: thing.edtf,
            sources: thing.sourceIds.join(" "),
          })
        : [],
    ),
    ...(crowd ? crowdFeatures(crowd, date) : []),
    ...scene.movements.flatMap(({ isMatch, isRecent, presence, thing }) => {
      const [from, to] = [positions.get(thing.fromId), positions.get(thing.toId)];
      if (!from || !to) return [];
      const shown = isRecent ? "movement of the days before" : "movement";
      return feature(
        thing.id,
        shown,
        { type: "LineString", coordinates: [from, to] },
        {
          presence,
          matches_filter: isMatch,
          edtf: thing.edtf,
          people_low: thing.peopleLow,
          people_high: thing.peopleHigh,
          sources: thing.sourceIds.join(" "),
        },
      );
    }),
  ];
}

/** True when the box around a geometry touches the frame. */
function touches(geometry: Geometry, frame: Bbox): boolean {
  const positions = positionsOf(geometry);
  const [lons, lats] = [positions.map(([lon = 0]) => lon), positions.map(([, lat = 0]) => lat)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return unwrapBbox(frame).some(
    (part) => west <= part.east && east >= part.west && south <= part.north && north >= part.south,
  );
}
