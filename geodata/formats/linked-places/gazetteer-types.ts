// What gazetteers call the kinds of places: the classes and codes of GeoNames (https://www.geonames.org/export/codes.html).
import type { PlaceKind } from "#model/record/place.ts";

type GazetteerType = {
  /** H water, L area, R road, S building or site. */
  readonly featureClass: "H" | "L" | "R" | "S";
  /** Undefined where no code of the class says it: a fence is no wall of masonry, who is detained has no sentence. */
  readonly code?: string;
};

const TYPES: Readonly<Record<PlaceKind, GazetteerType>> = {
  camp: { featureClass: "S", code: "CMP" },
  squat: { featureClass: "S", code: "BLDG" },
  shelter: { featureClass: "S", code: "BLDG" },
  "state-camp": { featureClass: "S", code: "CMP" },
  "day-centre": { featureClass: "S" },
  distribution: { featureClass: "S" },
  port: { featureClass: "L", code: "PRT" },
  "border-terminal": { featureClass: "S", code: "PSTB" },
  road: { featureClass: "R", code: "RD" },
  barrier: { featureClass: "S" },
  landmark: { featureClass: "S" },
  court: { featureClass: "S", code: "CTHSE" },
  detention: { featureClass: "S" },
  hospital: { featureClass: "S", code: "HSP" },
  station: { featureClass: "S", code: "RSTN" },
  region: { featureClass: "L", code: "RGN" },
};

/** The class of a kind, S for a kind that is not known, and the address of its code where there is one. */
export function gazetteerType(kind: string): {
  readonly featureClass: string;
  readonly identifier: string | undefined;
} {
  const { featureClass, code }: GazetteerType = TYPES[kind as PlaceKind] ?? { featureClass: "S" };
  const identifier = code && `https://www.geonames.org/ontology#${featureClass}.${code}`;
  return { featureClass, identifier };
}
