// Factories of model values; every call gives a new one.

import type { Site } from "#model/measure/site.ts";
import type { Count } from "#model/record/claim.ts";
import type { Movement } from "#model/record/movement.ts";
import { parseDay } from "#model/time/day.ts";
import type { Span, Window } from "#model/time/span.ts";
import { dayWindow } from "#model/time/span.ts";

export function day(text: string) {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
}

export const onDay = (text: string): Window => dayWindow(day(text));

export const spanBetween = (start: string, end: string): Span => ({
  startEarliest: day(start),
  startLatest: day(start),
  endEarliest: day(end),
  endLatest: day(end),
});

export function createSite(changes: Partial<Site> = {}): Site {
  return {
    id: "site",
    partOf: null,
    span: spanBetween("2014-01-01", "2014-12-31"),
    convention: null,
    precisionM: 100,
    distanceM: 1000,
    furtherDistanceM: 2000,
    side: "inside",
    ...changes,
  };
}

export function createCount(changes: Partial<Count> = {}): Count {
  return {
    id: "count",
    placeId: "site",
    edtf: "2014-05-01",
    earliest: day("2014-05-01"),
    latest: day("2014-05-01"),
    low: null,
    best: 100,
    high: null,
    measure: "present",
    countedBy: { en: "somebody" },
    countedByKind: "ngo",
    method: "",
    qualityNote: null,
    sourceIds: [],
    ...changes,
  };
}

/** People going from "site" to "other" on a day. */
export function createMovement(changes: Partial<Movement> = {}): Movement {
  return {
    id: "movement",
    fromId: "site",
    toId: "other",
    edtf: "2014-05-03",
    span: spanBetween("2014-05-03", "2014-05-03"),
    peopleLow: null,
    peopleHigh: null,
    peopleNote: null,
    agency: "forced",
    confidence: "stated",
    note: { en: "", fr: "" },
    sourceIds: [],
    ...changes,
  };
}
