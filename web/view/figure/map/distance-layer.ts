// The separation drawn: a line from each counted site to the reference place, rings at whole kilometres, and where
// the lines cross the separating line.

import type { LineString, Position } from "geojson";
import { lineOutlines } from "#model/dataset/dataset.ts";
import { crossings, destination } from "#model/space/geometry.ts";
import { positionsOfPoints } from "#model/space/points.ts";
import { formatDistance, formatKilometres } from "#web/i18n/format.ts";
import { linesInSight } from "#web/view/drawing/in-sight.ts";
import { isWithin } from "#web/view/drawing/polyline.ts";
import { element, pathThrough } from "#web/view/drawing/svg.ts";
import type { LineLabel } from "#web/view/figure/placement/line-labels.ts";
import { nearestPair, positionsOfSelection, separateLines } from "#web/view/scene/sites.ts";
import { siteLook } from "./site-glyph.ts";
import type { Part, Sketch } from "./sketch.ts";

const METRES_PER_KM = 1000;
const MAX_RINGS = 6;
const RING_STEPS = 96;
const NAME_SIZE = 13;

type Measured = {
  readonly rings: readonly { readonly metres: number; readonly positions: readonly Position[] }[];
  readonly lines: readonly {
    readonly id: string;
    readonly colour: string;
    readonly metres: number;
    readonly line: LineString;
  }[];
};

/** Empty without a reference place, and where distances are not asked for. */
function measured({ dataset, palette, scene, showsDistances }: Sketch): Measured {
  const { separation } = dataset.meta;
  const from = { kind: "place", id: separation?.reference.place ?? "" } as const;
  const references = positionsOfSelection(dataset, from);
  const [reference] = references;
  if (!reference || !showsDistances) return { rings: [], lines: [] };
  const lines = scene.sites.flatMap((site) => {
    if (!site.isCounted || site.distanceM === null) return [];
    const coordinates = nearestPair(references, positionsOfPoints(site.phase.geometry));
    return {
      id: site.phase.id,
      colour: siteLook(dataset.meta, site.side, palette).mark,
      metres: site.distanceM,
      line: { type: "LineString" as const, coordinates },
    };
  });
  const farthest = Math.max(0, ...lines.map(({ metres }) => metres));
  const count = Math.min(Math.ceil(farthest / METRES_PER_KM), MAX_RINGS);
  const rings = Array.from({ length: count }, (_, index) => {
    const metres = (index + 1) * METRES_PER_KM;
    const positions = Array.from({ length: RING_STEPS + 1 }, (_, step) =>
      destination(reference, (step * 360) / RING_STEPS, metres),
    );
    return { metres, positions };
  });
  return { rings, lines };
}

export function distanceParts(sketch: Sketch): Part[] {
  const { dataset, palette, projection } = sketch;
  const { rings, lines } = measured(sketch);
  const outlines = lineOutlines(dataset.meta);
  const separator = dataset.placePhases.flatMap(({ id, geometry }) =>
    outlines.includes(id) ? separateLines(geometry) : [],
  );
  const path = (positions: readonly Position[], attributes: Record<string, string | number>) =>
    element("path", {
      d: linesInSight([projection.toLine(positions)], projection.view)
        .map((part) => pathThrough(part))
        .join(""),
      fill: "none",
      ...attributes,
    });
  return [
    ...rings.map(({ metres, positions }) => ({
      key: `ring ${metres}`,
      svg: path(positions, {
        stroke: palette.label,
        "stroke-width": 0.8,
        "stroke-opacity": 0.6,
        "stroke-dasharray": "2 3",
      }),
    })),
    ...lines.map(({ colour, id, line }) => ({
      key: `distance ${id}`,
      svg: path(line.coordinates, { stroke: colour, "stroke-width": 1.2 }),
    })),
    ...lines.flatMap(({ id, line }) =>
      crossings(line, separator).flatMap((position, index) => {
        const [cx, cy] = projection.toPixel(position);
        if (!isWithin([cx, cy], projection.view, 8)) return [];
        const svg = element("circle", {
          cx,
          cy,
          r: 5,
          fill: palette.separatorCore,
          stroke: palette.separatorInk,
          "stroke-width": 2,
        });
        return { key: `crossing ${id} ${index}`, svg };
      }),
    ),
  ];
}

export function distanceNames(sketch: Sketch): LineLabel[] {
  const { rings, lines } = measured(sketch);
  const { language, projection } = sketch;
  const text = { size: NAME_SIZE, face: "regular" } as const;
  return [
    ...lines.map(({ id, metres, line }) => ({
      ...text,
      id: `distance ${id}`,
      text: formatDistance(metres, language),
      line: projection.toLine(line.coordinates),
      offset: -9,
      spacing: Number.POSITIVE_INFINITY,
    })),
    ...rings.map(({ metres, positions }) => ({
      ...text,
      id: `ring ${metres}`,
      text: formatKilometres(metres, language),
      line: projection.toLine(positions),
      offset: 0,
      spacing: 500,
    })),
  ];
}
