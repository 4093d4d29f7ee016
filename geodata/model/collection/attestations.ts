import { ATTESTATION } from "../record/attestation.ts";
import type { AnyCollection } from "./collection.ts";
import { GENERALISED, ofThePlace, PLACE_NAME, YEARS } from "./derived.ts";
import { propertiesOf } from "./property.ts";

export const ATTESTATIONS: AnyCollection = {
  role: "attestations",
  id: "attestations",
  title: { en: "Sightings", fr: "Constats" },
  description: {
    en: "Dated sightings of places: that one was there, was there no more, or not yet.",
    fr: "Constats datés : un lieu était là, n’y était plus, ou pas encore.",
  },
  geometry: "Point",
  temporal: true,
  properties: [
    ...propertiesOf(ATTESTATION, "place_id"),
    PLACE_NAME,
    ...propertiesOf(ATTESTATION, "state", "edtf"),
    ...ofThePlace("span"),
    ...YEARS,
    ...propertiesOf(ATTESTATION, "event_id", "count_id", "note"),
    ...ofThePlace("quality"),
    GENERALISED,
    ...propertiesOf(ATTESTATION, "source_ids"),
  ],
};
