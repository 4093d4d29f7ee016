// Names, the ones that matter most first: the reference place, sites by their people, the separating line, then the base map.

import type { Position } from "geojson";
import { lineOutlines } from "#model/dataset/dataset.ts";
import type { Place } from "#model/record/place.ts";
import { firstPosition } from "#model/space/points.ts";
import { perhapsIn } from "#model/words/language.ts";
import { formatPeople } from "#web/i18n/format.ts";
import { isWithin, pointsAlong } from "#web/view/drawing/polyline.ts";
import { zoomed } from "#web/view/drawing/projection.ts";
import {
  type Anchor,
  GAP_OF_MARK,
  type Label,
  type PlacedLabel,
  placeByHand,
  placeLabels,
} from "#web/view/figure/placement/label-placement.ts";
import { type LineLabel, placeLineLabels } from "#web/view/figure/placement/line-labels.ts";
import { boxAround, Occupancy } from "#web/view/figure/placement/occupancy.ts";
import { type Face, wrapText } from "#web/view/figure/type/text-width.ts";
import type { SceneSite } from "#web/view/scene/scene.ts";
import { shortNameOf } from "#web/view/words/short-name.ts";
import { groundWords } from "../ground/ground-words.ts";
import { leadBoxes, placedAnnotations } from "./annotation-layer.ts";
import { BADGE_RADIUS, placedChanges } from "./change-layer.ts";
import { distanceNames } from "./distance-layer.ts";
import { EVENT_RADIUS } from "./glyphs.ts";
import { type Ink, linePart, nameSvg } from "./name-text.ts";
import { pixelLines } from "./outline-layers.ts";
import { besideMark, chosenBoxes } from "./ringed-marks.ts";
import { SITE_RADIUS, siteLook } from "./site-glyph.ts";
import { isSiteShown, isWhole, peoplePixels, shownLandmarks } from "./site-layers.ts";
import { type Grouping, type Part, partOf, pixelsOf, type Sketch } from "./sketch.ts";
import { placedEvents, placedMovements } from "./thing-layers.ts";
import { inEach, type World } from "./worlds.ts";

const LANDMARK_SIZE = 13;
const [NUMBER_SIZE, NUMBER_GAP] = [13, 8] as const;
const SEA_LABEL = "label-sea";
const NONE: ReadonlySet<string> = new Set();
const UNGROUPED: Grouping = { grouped: NONE, alone: NONE, draw: () => [] };

export type Names = {
  readonly parts: readonly Part[];
  /** The side on which each name stands, for the next drawing of the same view. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** Places of counted sites in sight that have neither a name nor a number. */
  readonly unnamed: readonly string[];
};

/** `worlds`: those in sight, that around the middle first, whose sketch is the base map's too. */
export function nameParts(worlds: readonly World[], before: ReadonlyMap<string, Anchor>): Names {
  const [first] = worlds;
  if (!first) return { parts: [], anchors: new Map(), unnamed: [] };
  const { sketch } = first;
  const { palette } = sketch;
  const occupancy = new Occupancy(
    sketch.projection.view,
    worlds.flatMap((world) => marks(world.sketch)),
    [...separatorBoxes(sketch), ...leadBoxes(sketch)],
    sketch.reserved,
  );
  // A name that could be taken for another mark's is left out on the screen: a reader may come nearer, or point to the
  // mark. In a picture it stands where there is room, with a line that leads to it.
  const rivals = worlds.flatMap((world) =>
    sitesInView(sketch).flatMap(({ phase }) => pixelsOf(world.sketch, phase.geometry)),
  );
  const place = (labels: readonly Label[]) => placeLabels(labels, occupancy, before, rivals);
  const byHand = placedByHand(first, occupancy);
  for (const { box } of placedAnnotations(sketch)) occupancy.takeWords(box);
  const isFree = ({ placeId }: RecordLabel) => !isHeld(sketch, placeId);
  const landmarks = inEach(worlds, "id", landmarkLabels).filter(isFree);
  const sites = inEach(worlds, "id", siteLabels).filter(isFree);
  const presences = new Map(sketch.scene.sites.map((site) => [site.phase.id, site]));
  const isNumbered = ({ placeId }: RecordLabel) => sketch.numbers?.has(placeId) === true;
  const references = landmarks.filter(({ isReference }) => isReference);
  // A post has little room: its sites come first.
  const isPost = sketch.grouping !== undefined;
  const earlier = isPost ? [] : place(references);
  const { alone, draw, grouped } = sketch.grouping?.(sketch) ?? UNGROUPED;
  const needed = place(
    sites
      .filter(({ placeId }) => alone.has(placeId))
      .map((label) => ({ ...label, isNeeded: true })),
  );
  const groups = draw(occupancy);
  const isNamed = (label: RecordLabel) =>
    !isNumbered(label) && !grouped.has(label.placeId) && !alone.has(label.placeId);
  const named = [...needed, ...place(sites.filter(isNamed))];
  const numbered = place(sites.filter(isNumbered).map((label) => numberOf(sketch, label)));
  const handed = byHand.filter(({ label }) => presences.has((label as RecordLabel).phaseId));
  const ofSites = [...handed, ...named, ...numbered];
  const reference = isPost ? place(references) : earlier;
  const alongLines = placeLineLabels(
    [...separatorNames(sketch), ...inEach(worlds, "id", distanceNames)],
    occupancy,
  );
  const others = place(landmarks.filter(({ isReference }) => !isReference));
  const labelled = new Set(
    [...landmarks, ...sites, ...byHand.map(({ label }) => label as RecordLabel)].map(
      ({ placeId }) => placeId,
    ),
  );
  const ground = place(groundLabels(sketch, labelled));
  const quiet: Ink = { fill: palette.label, halo: 3 };
  const parts = [
    ...ground.map((placed) => {
      const isSea = placed.label.id === SEA_LABEL;
      return plainPart(sketch, placed, isSea ? { fill: palette.seaLabel, halo: 0 } : quiet);
    }),
    ...alongLines.map((placed, index) => linePart(sketch, placed, index)),
    ...[...others, ...reference, ...byHand.filter((one) => !handed.includes(one))].map((placed) =>
      recordPart(sketch, placed, quiet),
    ),
    ...ofSites.map((placed) => {
      const site = presences.get((placed.label as RecordLabel).phaseId);
      const fill = siteLook(sketch.dataset.meta, site?.side ?? null, palette).text;
      const opacity = site?.isMatch === false ? 0.3 : site?.presence === "certain" ? 1 : 0.85;
      return recordPart(sketch, placed, { fill, halo: 3.2, opacity });
    }),
    ...groups,
  ];
  const placed = [...reference, ...ofSites, ...others, ...ground];
  const told = new Set(ofSites.map(({ label }) => (label as RecordLabel).placeId));
  const counted = new Set(
    sketch.scene.sites.flatMap(({ isCounted, place: { id } }) => (isCounted ? [id] : [])),
  );
  const unnamed = sites.filter(
    ({ placeId }) => counted.has(placeId) && !told.has(placeId) && !grouped.has(placeId),
  );
  return {
    parts,
    anchors: new Map(placed.map(({ label, anchor }) => [label.id, anchor])),
    unnamed: [...new Set(unnamed.map(({ placeId }) => placeId))],
  };
}

/** Somebody said where the name of the place stands, or that it has none. */
function isHeld({ edited }: Sketch, placeId: string): boolean {
  const edit = edited?.get(placeId);
  return edit !== undefined && (edit.isHidden === true || edit.offset !== undefined);
}

/** The names that somebody put where they stand: before all others, which keep off them. */
function placedByHand({ sketch }: World, occupancy: Occupancy): PlacedLabel[] {
  if (!sketch.edited?.size) return [];
  return [...siteLabels(sketch), ...landmarkLabels(sketch)].flatMap((label) => {
    const edit = sketch.edited?.get(label.placeId);
    return edit?.offset && !edit.isHidden ? placeByHand(label, edit.offset, occupancy) : [];
  });
}

/** What a place is called on the map. */
const nameOf = ({ dataset, edited, language }: Sketch, place: Place): string =>
  edited?.get(place.id)?.text ?? shortNameOf(dataset.meta, place, language);

/** The number of a site in place of its name: it stands somewhere, however little room there is. */
function numberOf(sketch: Sketch, label: RecordLabel): RecordLabel {
  const lines = [`${sketch.numbers?.get(label.placeId) ?? ""}`];
  const room = besideMark(sketch, label.at, NUMBER_GAP);
  return { ...label, lines, size: NUMBER_SIZE, ...room, isNeeded: true };
}

/** Sites whose marks are drawn. */
const sitesInView = ({ projection, scene }: Sketch) =>
  scene.sites.filter((site) => isSiteShown(site, projection.view.zoom));

/** Marks and rings that neither a name nor furniture may cover. */
export function marks(sketch: Sketch) {
  return [
    ...sketch.reserved,
    ...chosenBoxes(sketch),
    ...sitesInView(sketch).flatMap(({ phase }) =>
      pixelsOf(sketch, phase.geometry).map((at) => boxAround(at, SITE_RADIUS)),
    ),
    ...placedEvents(sketch).map(({ at }) => boxAround(at, EVENT_RADIUS)),
    ...placedChanges(sketch).map(({ at }) => boxAround(at, BADGE_RADIUS)),
    ...placedMovements(sketch).map(({ head }) => boxAround(head, 5)),
    ...shownLandmarks(sketch).flatMap(({ phase, isReference }) =>
      pixelsOf(sketch, phase.geometry).map((at) => boxAround(at, isReference ? 5 : 3.5)),
    ),
  ];
}

/** Names keep off the separating line when they have another side to stand on. */
function separatorBoxes({ dataset, projection, scene }: Sketch) {
  const half = zoomed(projection.view.zoom, 4, 11) / 2;
  const line = lineOutlines(dataset.meta);
  return scene.outlines
    .filter(({ phase }) => line.includes(phase.id))
    .flatMap(({ phase }) => pixelLines(phase.geometry, projection))
    .flatMap((line) => pointsAlong(line, 8))
    .filter(({ at }) => isWithin(at, projection.view))
    .map(({ at }) => boxAround(at, half));
}

type RecordLabel = Label & { readonly placeId: string; readonly phaseId: string };

function siteLabels(sketch: Sketch): RecordLabel[] {
  const { language, projection, scene } = sketch;
  const { zoom } = projection.view;
  const size = between(zoom, 11, 13, 15, 15.5);
  return scene.sites
    .filter((site) => isSiteShown(site, zoom))
    .filter(({ phase }) =>
      isWithin(projection.toPixel(firstPosition(phase.geometry)), projection.view),
    )
    .sort((a, b) => rank(a) - rank(b))
    .map((site) => {
      const { people, phase, place } = site;
      const radius = people && isWhole(site) ? peoplePixels(people.high) : 0;
      const name = wrapText(nameOf(sketch, place), size, "semibold", size * 12);
      const at = projection.toPixel(firstPosition(phase.geometry));
      return {
        id: phase.id,
        phaseId: phase.id,
        placeId: place.id,
        lines: people
          ? [
              ...name,
              ...wrapText(
                formatPeople(people, language) + (sketch.notes.get(place.id) ?? ""),
                size,
                "semibold",
                size * 12,
              ),
            ]
          : name,
        size,
        face: "semibold",
        at,
        ...besideMark(sketch, at, Math.max(GAP_OF_MARK, radius + 4)),
        padding: 1,
        // In a post a line leads to what has a figure alone; other sites are counted together.
        mayLead: !sketch.isInteractive && (sketch.grouping === undefined || people !== null),
      };
    });
}

/** Small comes first: most people, then certain before possible, wholes before parts. */
function rank(site: SceneSite): number {
  const { people, presence } = site;
  return (
    -(people?.high ?? 0) + (presence === "certain" ? 0 : 10_000) + (isWhole(site) ? 0 : 100_000)
  );
}

function landmarkLabels(sketch: Sketch): (RecordLabel & { readonly isReference: boolean })[] {
  return shownLandmarks(sketch).map(({ place, phase, isReference }) => {
    const name = nameOf(sketch, place);
    const at = sketch.projection.toPixel(firstPosition(phase.geometry));
    return {
      id: phase.id,
      phaseId: phase.id,
      placeId: place.id,
      isReference,
      lines: wrapText(name, LANDMARK_SIZE, "regular", LANDMARK_SIZE * 9),
      size: LANDMARK_SIZE,
      face: "regular",
      at,
      ...besideMark(sketch, at, isReference ? 9 : 8),
      padding: 1,
    };
  });
}

function separatorNames(sketch: Sketch): LineLabel[] {
  const { dataset, edited, projection, scene } = sketch;
  const outlines = lineOutlines(dataset.meta);
  return scene.outlines
    .filter(({ phase, place }) => outlines.includes(phase.id) && !edited?.get(place.id)?.isHidden)
    .flatMap(({ place, phase }) =>
      pixelLines(phase.geometry, projection).map((line, index) => ({
        id: `separator ${phase.id} ${index}`,
        text: nameOf(sketch, place),
        size: 13,
        face: "semibold" as const,
        line,
        offset: 15,
        spacing: 420,
      })),
    );
}

/** Names of the base map; a station that a quarter is named after is not named twice. */
function groundLabels(sketch: Sketch, labelled: ReadonlySet<string>): Label[] {
  const { dataset, language, projection } = sketch;
  const { zoom } = projection.view;
  const wordsOf = groundWords(sketch, labelled);
  const named = dataset.basemap.filter(({ class: own }) => own === "label");
  const taken = new Set(named.map(({ name }) => perhapsIn(name, language)));
  const stations = dataset.basemap.filter(
    ({ class: own, name }) => own === "station" && !taken.has(perhapsIn(name, language)),
  );
  return [...named, ...stations].flatMap((feature) => {
    const own = perhapsIn(feature.name, language);
    if (!own || zoom < (feature.minZoom ?? 0) || feature.geometry.type !== "Point") return [];
    const name = wordsOf(own, feature.geometry);
    if (name === null) return [];
    const isSea = feature.id === SEA_LABEL;
    const size = isSea ? between(zoom, 10, 13, 14, 19) : between(zoom, 11, 12, 15, 15);
    const face: Face = isSea ? "italic" : "regular";
    const position: Position = feature.geometry.coordinates;
    return {
      id: feature.id,
      lines: isSea ? [name] : wrapText(name, size, face, size * 7),
      size,
      face,
      at: projection.toPixel(position),
      gap: feature.class === "station" ? 6 : null,
      padding: 6,
    };
  });
}

function between(zoom: number, from: number, small: number, to: number, large: number): number {
  const share = Math.min(Math.max((zoom - from) / (to - from), 0), 1);
  return small + (large - small) * share;
}

function recordPart(sketch: Sketch, placed: PlacedLabel, ink: Ink): Part {
  const { placeId } = placed.label as RecordLabel;
  const name = `name ${placed.label.id}`;
  return partOf(sketch, { kind: "place", id: placeId }, name, nameSvg(sketch, placed, ink));
}

function plainPart(sketch: Sketch, placed: PlacedLabel, ink: Ink): Part {
  return { key: `name ${placed.label.id}`, svg: nameSvg(sketch, placed, ink) };
}
