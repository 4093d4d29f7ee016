// The events of a crowd as features: columns have neither their names nor their ids.
import type { Feature, Point } from "geojson";
import { degreesAt, WORLD } from "#model/collection/event-columns.ts";
import { coordinateDecimals } from "#model/space/coordinate-decimals.ts";
import { type Day, printDay } from "#model/time/day.ts";
import type { MomentCrowd } from "#web/view/crowd/moment-crowd.ts";

type CrowdFeature = Feature<Point, Record<string, string | number | boolean | null>>;

/** `date`: that of the moment, in words. */
export function crowdFeatures(crowd: MomentCrowd, date: string): CrowdFeature[] {
  const features: CrowdFeature[] = [];
  crowd.forEach(({ category, isCertain, isMatch, precisionM, span, x, y }) => {
    const { endEarliest, endLatest, startEarliest, startLatest } = span();
    features.push({
      type: "Feature",
      geometry: {
        type: "Point",
        coordinates: degreesAt(x * WORLD, y * WORLD).map((degrees) =>
          Number(degrees.toFixed(coordinateDecimals(precisionM))),
        ),
      },
      properties: {
        shown: "event",
        date,
        kind: crowd.categories[category] ?? "",
        presence: isCertain ? "certain" : "possible",
        matches_filter: isMatch,
        start_earliest: printed(startEarliest),
        start_latest: printed(startLatest),
        end_earliest: printed(endEarliest),
        end_latest: printed(endLatest),
        precision_m: Math.ceil(precisionM),
      },
    });
  });
  return features;
}

const printed = (day: Day | null) => (day === null ? null : printDay(day));
