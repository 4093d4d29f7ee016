// Where people lived: the disc within which a place is known, people as a range, the mark, and what is over.

import type { Place } from "#model/record/place.ts";
import { firstPosition, positionsOfPoints } from "#model/space/points.ts";
import { isWithin } from "#web/view/drawing/polyline.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element } from "#web/view/drawing/svg.ts";
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
const SMALLEST_CIRCLE = 3;
const REACH = 14;

export function peoplePixels(people: number): number {
  return people === 0 ? 0 : Math.max(SMALLEST_CIRCLE, PIXELS_PER_SQRT_PERSON * Math.sqrt(people));
}

/** A part of another site is no whole while that one is open; its people are counted there. */
export function isWhole({ isCounted, place }: SceneSite): boolean {
  return isCounted || place.partOf === null;
}

export function isSiteShown(site: SceneSite, zoom: number): boolean {
  return isWhole(site) || zoom >= NEAR_ZOOM;
}

/** Soft discs, of no side's hue: the radius within which each place is known, once it is larger than the mark. */
export function discParts(sketch: Sketch): Part[] {
  const { projection, palette, scene } = sketch;
  return scene.sites.filter(isWhole).flatMap((site) => {
    const { isMatch, phase, place, presence } = site;
    return positionsOfPoints(phase.geometry).flatMap((position, nth) => {
      const [cx, cy] = projection.toPixel(position);
      const r = projection.metresToPixels(phase.quality.precisionM, position[1] ?? 0);
      if (r <= SITE_RADIUS || !isWithin([cx, cy], projection.view, r)) return [];
      const fill = palette.ink;
      const opacity = presence === "certain" ? 0.03 : 0.02;
      // Two of them make an edge that is no line.
      const soft = [1, 0.86].map((share) =>
        element("circle", { cx, cy, r: r * share, fill, "fill-opacity": opacity }),
      );
      const key = nthOf(`disc ${place.id} ${phase.id}`, nth);
      return { key, svg: faintUnless(isMatch, soft.join("")) };
    });
  });
}

/** People as two circles, the lowest and the highest number that sources give. */
export function peopleParts(sketch: Sketch): Part[] {
  const { dataset, projection, palette, scene } = sketch;
  return scene.sites.flatMap((site) => {
    const { isMatch, people, phase, place, presence, side } = site;
    if (!people || !isWhole(site) || people.high === 0) return [];
    const [cx, cy] = projection.toPixel(firstPosition(phase.geometry));
    if (!isWithin([cx, cy], projection.view, peoplePixels(people.high))) return [];
    const isCertain = presence === "certain";
    const { mark } = siteLook(dataset.meta, side, palette);
    const high = element("circle", {
      cx,
      cy,
      r: peoplePixels(people.high),
      fill: mark,
      "fill-opacity": isCertain ? 0.1 : 0.05,
      stroke: mark,
      "stroke-width": 1.2,
      "stroke-opacity": isCertain ? 0.85 : 0.5,
    });
    const low = element("circle", {
      cx,
      cy,
      r: peoplePixels(people.low),
      fill: mark,
      "fill-opacity": isCertain ? 0.42 : 0.2,
    });
    return partOf(
      sketch,
      { kind: "place", id: place.id },
      `people ${phase.id}`,
      faintUnless(isMatch, high + low),
    );
  });
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
