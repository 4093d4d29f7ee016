import type { Geometry } from "geojson";
import type { Convention } from "./convention.ts";
import type { Localized } from "./language.ts";
import type { PositionQuality } from "./position.ts";
import type { Span } from "./span.ts";

export const SETTLEMENT_KINDS = ["camp", "squat", "shelter", "state-camp"] as const;

export const PLACE_KINDS = [
  ...SETTLEMENT_KINDS,
  "day-centre",
  "distribution",
  "port",
  "border-terminal",
  "road",
  "barrier",
  "landmark",
  "court",
  "detention",
  "hospital",
  "station",
  "region",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export const RING_ROAD_FLAGS = ["inside", "outside", "edge", "region"] as const;
/** The side of the bypass that the sources state; `region` for places off the map and for areas. */
export type RingRoadFlag = (typeof RING_ROAD_FLAGS)[number];

/** A place by its identity; where it was and when is told by its phases. */
export type Place = {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: Localized;
  readonly otherNames: readonly string[];
  readonly description: Localized;
  readonly endReason: string | null;
  readonly ringRoad: RingRoadFlag | null;
  /** The place of which this one is a part: drawn, but not counted again while the whole is open. */
  readonly partOf: string | null;
  readonly predecessorIds: readonly string[];
  readonly successorIds: readonly string[];
  readonly sourceIds: readonly string[];
};

/** When a place was there. */
export type DatedPhase = {
  readonly id: string;
  readonly placeId: string;
  readonly span: Span;
  readonly startEdtf: string | null;
  readonly endEdtf: string | null;
  /** Which bounds of the span no source gives: a stated convention fills them, so that it is only possible there. */
  readonly convention: Convention | null;
  /** What the convention is, in English. */
  readonly boundsNote: string | null;
  readonly note: Localized | null;
  readonly sourceIds: readonly string[];
};

/** A place at one position or with one outline over one span. Longitude first, WGS 84. */
export type PlacePhase = DatedPhase & {
  readonly geometry: Geometry;
  readonly quality: PositionQuality;
};

/** True for kinds of place where people lived. */
export function isSettlementKind(kind: string): boolean {
  return (SETTLEMENT_KINDS as readonly string[]).includes(kind);
}

/** True for the places that the separation measures are about: people lived there, and it lies in the area studied. */
export function isMeasuredSettlement(place: Pick<Place, "kind" | "ringRoad">): boolean {
  return isSettlementKind(place.kind) && place.ringRoad !== "region";
}
