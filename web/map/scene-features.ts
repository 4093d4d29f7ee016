// From a scene to the GeoJSON that the map draws. Pure; the properties are those that the layers read.
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import type { Dataset } from "#model/dataset.ts";
import { azimuth, destination, geodesicDistance } from "#model/geometry.ts";
import type { Language } from "#model/language.ts";
import { formatPeople } from "#web/i18n/format.ts";
import { familyOf } from "#web/state/category-family.ts";
import type { Scene, SceneSite } from "#web/state/scene.ts";
import { printSelection, type Selection } from "#web/state/selection.ts";
import { placePositions } from "#web/state/sites.ts";
import { PIXELS_PER_METRE_AT_ZOOM_0 } from "./scene-style.ts";

/** What a scene is drawn from. All parts are one source of the map, so that a step of the date is one reload. */
export const SCENE_PARTS = [
  "outlines",
  "sites",
  "ghosts",
  "landmarks",
  "events",
  "movements",
] as const;
export type ScenePart = (typeof SCENE_PARTS)[number];
export type SceneFeatures = Readonly<Record<ScenePart, FeatureCollection>>;

/** The parts as one collection; each feature says which part it is of. */
export function joinParts(features: SceneFeatures): FeatureCollection {
  return collection(
    SCENE_PARTS.flatMap((part) =>
      features[part].features.map((one) => ({ ...one, properties: { ...one.properties, part } })),
    ),
  );
}

type Properties = Readonly<Record<string, string | number | boolean | readonly number[] | null>>;

const feature = (geometry: Geometry, properties: Properties): Feature => ({
  type: "Feature",
  geometry,
  properties: { ...properties },
});

const collection = (features: readonly Feature[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: [...features],
});

const selects = (kind: Selection["kind"], id: string) => ({ sel: printSelection({ kind, id }) });

/** Everything of the scene that is drawn, by source. */
export function sceneFeatures(dataset: Dataset, scene: Scene, language: Language): SceneFeatures {
  const { referencePlaceId, bypassOutlineIds } = dataset.meta.separation;
  return {
    outlines: collection(
      scene.outlines
        .filter(({ place }) => place.kind !== "landmark" && place.kind !== "region")
        .map(({ place, phase, presence }) =>
          feature(phase.geometry, {
            ...selects("place", place.id),
            kind: place.kind,
            presence,
            disc: discPixels(phase.quality.precisionM, firstPosition(phase.geometry)),
            is_bypass: bypassOutlineIds.includes(phase.id),
            short_name: shortName(place.name[language]),
          }),
        ),
    ),
    sites: collection(scene.sites.map((site) => siteFeature(site, language))),
    ghosts: collection(
      scene.ghosts.map(({ place, phase }) => feature(phase.geometry, selects("place", place.id))),
    ),
    landmarks: collection(
      scene.landmarks.map(({ place, phase }) =>
        feature(phase.geometry, {
          ...selects("place", place.id),
          name: shortName(place.name[language]),
          is_reference: place.id === referencePlaceId,
        }),
      ),
    ),
    events: collection(eventFeatures(scene)),
    movements: collection(movementFeatures(dataset, scene)),
  };
}

/** Circle area is proportional to people; a radius of 40 px is about 9 000 of them. */
const PIXELS_PER_SQRT_PERSON = 0.42;
const SMALLEST_CIRCLE = 3;

function peoplePixels(people: number): number {
  return people === 0 ? 0 : Math.max(SMALLEST_CIRCLE, PIXELS_PER_SQRT_PERSON * Math.sqrt(people));
}

function siteFeature(site: SceneSite, language: Language): Feature {
  const { place, phase, presence, people } = site;
  const isWhole = site.isCounted || place.partOf === null;
  const highPixels = people && isWhole ? peoplePixels(people.high) : 0;
  const name = shortName(place.name[language]);
  return feature(phase.geometry, {
    ...selects("place", place.id),
    presence,
    is_whole: isWhole,
    disc: isWhole ? discPixels(phase.quality.precisionM, phase.geometry.coordinates) : 0,
    low_px: people && isWhole ? peoplePixels(people.low) : 0,
    high_px: highPixels,
    icon: `site-${presence}-${people ? "counted" : "unknown"}`,
    label: people ? `${name}\n${formatPeople(people, language)}` : name,
    label_offset: Math.max(0.95, (highPixels + 4) / 14),
    // Small comes first: most people, then certain before possible, wholes before parts.
    rank: -(people?.high ?? 0) + (presence === "certain" ? 0 : 10_000) + (isWhole ? 0 : 100_000),
  });
}

/** The name without what stands in brackets or after a comma: "rue Lamy" needs no more beside its mark. */
export function shortName(name: string): string {
  const withoutBrackets = name.replace(/\s*\([^)]*\)\s*$/, "");
  return withoutBrackets || name;
}

function discPixels(precisionM: number, [, latitude = 0]: Position): number {
  const scale = Math.cos((latitude * Math.PI) / 180);
  return (precisionM * PIXELS_PER_METRE_AT_ZOOM_0) / scale;
}

function firstPosition(geometry: Geometry): Position {
  let value: unknown = geometry.type === "GeometryCollection" ? [0, 0] : geometry.coordinates;
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0];
  return value as Position;
}

const GLYPH_STEP = 20;
const GLYPH_RISE = -20;

/** Event marks stand above their place, side by side when there are several, never on the place itself. */
function eventFeatures(scene: Scene): Feature[] {
  const taken = new Map<string, number>();
  return scene.events.flatMap(({ thing, presence, isRecent }) => {
    if (!thing.point) return [];
    const key = thing.point.coordinates.join();
    const index = taken.get(key) ?? 0;
    taken.set(key, index + 1);
    return feature(thing.point, {
      ...selects("event", thing.id),
      presence,
      is_recent: isRecent,
      family: familyOf(thing.category),
      offset: [index * GLYPH_STEP, GLYPH_RISE],
    });
  });
}

/** A destination farther than this, or drawn over a wider area, is a direction and not a place of the map. */
const FAR_M = 20_000;
const STUB_M = 2_600;
const CURVE_STEPS = 16;
const HEAD_STEP = 10;
/** How far the middle of a curve stands off the straight line, as a share of its length. */
const CURVE = 0.16;

function movementFeatures(dataset: Dataset, scene: Scene): Feature[] {
  const positions = placePositions(dataset);
  return scene.movements.flatMap(({ thing, isRecent }) => {
    const [from, to] = [positions.get(thing.fromId), positions.get(thing.toId)];
    if (!from || !to || isSame(from, to)) return [];
    const properties = { ...selects("movement", thing.id), is_recent: isRecent };
    const line = curve(from, within(from, to));
    // The head stands past the middle: at the end it would lie under the mark of the place.
    const [before, head] = line.slice(HEAD_STEP - 1, HEAD_STEP + 1);
    if (!before || !head) return [];
    return [
      feature({ type: "LineString", coordinates: line }, properties),
      feature(
        { type: "Point", coordinates: head },
        { ...properties, azimuth: azimuth(before, head) },
      ),
    ];
  });
}

const isSame = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

/** Towards a far destination only a short way is drawn: the direction is known, the map does not reach there. */
function within(from: Position, to: Position): Position {
  return geodesicDistance(from, to) > FAR_M ? destination(from, azimuth(from, to), STUB_M) : to;
}

function curve(from: Position, to: Position): Position[] {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  const squeeze = Math.cos((((y1 + y2) / 2) * Math.PI) / 180);
  const [dx, dy] = [(x2 - x1) * squeeze, y2 - y1];
  const [cx, cy] = [(x1 + x2) / 2 - (dy * CURVE) / squeeze, (y1 + y2) / 2 + dx * CURVE];
  return Array.from({ length: CURVE_STEPS + 1 }, (_, index) => {
    const t = index / CURVE_STEPS;
    const at = (a: number, c: number, b: number) =>
      (1 - t) ** 2 * a + 2 * (1 - t) * t * c + t ** 2 * b;
    return [at(x1, cx, x2), at(y1, cy, y2)];
  });
}
