// Where people lived: the disc within which a place is known, people as a range, the mark, and what is over.

import type { PeopleRange } from "#model/measure/people.ts";
import type { Place } from "#model/record/place.ts";
import { firstPosition, positionsOfPoints } from "#model/space/points.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import { isWithin } from "#web/view/drawing/polyline.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element, pathData } from "#web/view/drawing/svg.ts";
import type { SceneSite } from "#web/view/scene/scene.ts";
import type { PointPhase } from "#web/view/scene/sites.ts";
import { ghostGlyph, landmarkGlyph } from "./glyphs.ts";
import { SITE_RADIUS, siteGlyph, siteLook } from "./site-glyph.ts";
import {
  faintUnless,
  NEAR_ZOOM,
  nthOf,
  type Part,
  partOf,
  pixelsOf,
  type Sketch,
} from "./sketch.ts";

/** Circle area is proportional to people; a radius of 40 px is about 9 000 of them. */
const PIXELS_PER_SQRT_PERSON = 0.42;
const SMALLEST_CIRCLE = 2.9;
const REACH = 14;

export function peoplePixels(people: number): number {
  return people === 0 ? 0 : Math.max(SMALLEST_CIRCLE, PIXELS_PER_SQRT_PERSON * Math.sqrt(people));
}

/** Whether a circle is larger than the number of people makes it, so that it is seen. */
export function isClamped(people: number): boolean {
  return PIXELS_PER_SQRT_PERSON * Math.sqrt(people) < SMALLEST_CIRCLE;
}

/** A part of another site is no whole while that one is open; its people are counted there. */
export function isWhole({ isCounted, place }: SceneSite): boolean {
  return isCounted || place.partOf === null;
}

export function isSiteShown(site: SceneSite, zoom: number): boolean {
  return isWhole(site) || zoom >= NEAR_ZOOM;
}

/** A ring is drawn where it is seen around the mark. */
const RING_FROM = SITE_RADIUS + 2;
/** Dots of no side's hue and without filling: hue is for sides, area for people. */
const RING_DOTS = "0.1 3.4";

/** A dotted ring: the radius within which each place is known, once it is larger than the mark. */
export function discParts(sketch: Sketch): Part[] {
  const { projection, palette, scene } = sketch;
  return scene.sites.filter(isWhole).flatMap((site) => {
    const { isMatch, phase, place } = site;
    return positionsOfPoints(phase.geometry).flatMap((position, nth) => {
      const at = projection.toPixel(position);
      const r = projection.metresToPixels(phase.quality.precisionM, position[1] ?? 0);
      if (r < RING_FROM || !isWithin(at, projection.view, r)) return [];
      const key = nthOf(`disc ${place.id} ${phase.id}`, nth);
      return { key, svg: faintUnless(isMatch, positionRing(at, r, palette)) };
    });
  });
}

/** The ring within which a place lies somewhere. */
export function positionRing([cx, cy]: Pixel, r: number, palette: Palette): string {
  return element("circle", {
    cx,
    cy,
    r,
    fill: "none",
    stroke: palette.position,
    "stroke-width": 1.3,
    "stroke-dasharray": RING_DOTS,
    "stroke-linecap": "round",
  });
}

/** A disc this large lets more of the ground through. */
const LARGE_DISC = 24;
/** Degrees on either side of the top at which the ring of "so many or more" is open. */
const OPEN_DEGREES = 28;

/** People as a disc for the lowest and a ring for the highest number that sources give. */
export function peopleParts(sketch: Sketch): Part[] {
  const { dataset, projection, palette, scene } = sketch;
  return scene.sites.flatMap((site) => {
    const { isMatch, people, phase, place, presence, side } = site;
    if (!people || !isPeopleDrawn(sketch, site)) return [];
    const at = projection.toPixel(firstPosition(phase.geometry));
    const { mark } = siteLook(dataset.meta, side, palette);
    const svg = peopleMark(at, people, mark, presence === "certain");
    return partOf(
      sketch,
      { kind: "place", id: place.id },
      `people ${phase.id}`,
      faintUnless(isMatch, svg),
    );
  });
}

/** Whether the people of a site have a mark that is in sight. */
export function isPeopleDrawn({ projection }: Sketch, site: SceneSite): boolean {
  const { people, phase } = site;
  if (!people || !isWhole(site) || people.high === 0) return false;
  const at = projection.toPixel(firstPosition(phase.geometry));
  return isWithin(at, projection.view, peoplePixels(people.high));
}

function peopleMark(
  [cx, cy]: Pixel,
  { atLeast, high, low }: PeopleRange,
  colour: string,
  isCertain: boolean,
): string {
  const [r, inner] = [peoplePixels(high), peoplePixels(low)];
  const ring = {
    stroke: colour,
    "stroke-width": 1.4,
    "stroke-opacity": isCertain ? undefined : 0.7,
    "stroke-dasharray": isCertain ? undefined : "4 3",
  };
  const soft = { fill: colour, "fill-opacity": isCertain ? 0.1 : 0.05 };
  const gap = (OPEN_DEGREES * Math.PI) / 180;
  const [dx, dy] = [r * Math.sin(gap), r * Math.cos(gap)];
  const open = pathData`M${cx + dx} ${cy - dy}A${r} ${r} 0 1 1 ${cx - dx} ${cy - dy}`;
  const full = inner < LARGE_DISC ? 0.55 : 0.42;
  return (
    (atLeast
      ? element("circle", { cx, cy, r, ...soft }) +
        element("path", { d: open, fill: "none", ...ring })
      : element("circle", { cx, cy, r, ...soft, ...ring })) +
    element("circle", {
      cx,
      cy,
      r: inner,
      fill: colour,
      "fill-opacity": isCertain ? full : full / 2,
    })
  );
}

export function siteParts(sketch: Sketch): Part[] {
  const { dataset, projection, palette, scene } = sketch;
  return scene.sites
    .filter((site) => isSiteShown(site, projection.view.zoom))
    .flatMap(({ byConvention, isEmpty, isMatch, place, phase, presence, people, side }) => {
      const isCertain = presence === "certain";
      const state = { isCertain, isCounted: people !== null, byConvention, isEmpty };
      const look = siteLook(dataset.meta, side, palette);
      return marksOf(sketch, { kind: `site ${phase.id}`, place, phase, reach: REACH }, (at) =>
        faintUnless(isMatch, siteGlyph(at, state, look, palette)),
      );
    });
}

export function ghostParts(sketch: Sketch): Part[] {
  return sketch.scene.ghosts.flatMap(({ isMatch, place, phase }) =>
    marksOf(sketch, { kind: `ghost ${phase.id}`, place, phase, reach: 8 }, (at) =>
      faintUnless(isMatch, ghostGlyph(at, sketch.palette)),
    ),
  );
}

/** The reference place, and from near the other places that help to find one's way. */
export function landmarkParts(sketch: Sketch): Part[] {
  return shownLandmarks(sketch).flatMap(({ place, phase, isReference }) =>
    marksOf(sketch, { kind: "landmark", place, phase, reach: REACH }, (at) =>
      landmarkGlyph(at, isReference, sketch.palette),
    ),
  );
}

type Marked = {
  readonly kind: string;
  readonly place: Place;
  readonly phase: PointPhase;
  /** Pixels around a mark in which a pointer is on it. */
  readonly reach: number;
};

/** A mark at each point of the phase that is in sight. */
function marksOf(
  sketch: Sketch,
  { kind, phase, place, reach }: Marked,
  draw: (at: Pixel) => string,
): Part[] {
  return pixelsOf(sketch, phase.geometry).flatMap((at, nth) => {
    if (!isWithin(at, sketch.projection.view, REACH)) return [];
    const [cx, cy] = at;
    const around = element("circle", { cx, cy, r: reach, fill: "none" });
    return partOf(sketch, { kind: "place", id: place.id }, nthOf(kind, nth), draw(at), around);
  });
}

export function shownLandmarks({ dataset, scene, projection }: Sketch) {
  const reference = dataset.meta.separation?.reference.place;
  return scene.landmarks
    .map((entry) => ({ ...entry, isReference: entry.place.id === reference }))
    .filter(({ isReference }) => isReference || projection.view.zoom >= NEAR_ZOOM)
    .filter(({ phase }) =>
      pixelsOf({ projection }, phase.geometry).some((at) => isWithin(at, projection.view, REACH)),
    );
}
