// Places and the outlines that they have, by dated phase.

import { SIDES } from "../measure/site.ts";
import { PLACE, PLACE_PHASE } from "../record/place.ts";
import type { Collection } from "./collection.ts";
import { GENERALISED, YEARS } from "./derived.ts";
import { derived, namesOf, propertiesOf } from "./property.ts";

const PROPERTIES = [
  ...propertiesOf(PLACE_PHASE, "place_id"),
  ...propertiesOf(PLACE, "name", "other_names", "kind", "description"),
  ...propertiesOf(PLACE_PHASE, "start_edtf", "end_edtf", "span"),
  ...YEARS,
  ...propertiesOf(PLACE, "end_reason"),
  ...propertiesOf(PLACE_PHASE, "convention", "bounds_note", "bounds_note_fr"),
  ...propertiesOf(PLACE, "ring_road"),
  derived(
    "text",
    "side",
    "The side of the bypass, computed; edge where the precision does not tell.",
    { choices: SIDES },
  ),
  ...propertiesOf(PLACE, "part_of", "predecessor_ids", "successor_ids"),
  ...propertiesOf(PLACE_PHASE, "quality"),
  GENERALISED,
  ...propertiesOf(PLACE_PHASE, "position_note", "position_note_fr"),
  derived("number", "distance_m", "Geodesic distance from the reference place (the town hall).", {
    unit: "m",
  }),
  derived("number", "port_distance_m", "Geodesic distance from the port.", { unit: "m" }),
  ...propertiesOf(PLACE, "source_ids"),
];

const SEARCHED = namesOf(propertiesOf(PLACE, "name", "other_names", "description"));

export const PLACES: Collection = {
  id: "places",
  title: { en: "Places", fr: "Lieux" },
  description: {
    en: "Every place that is more than a shape, one point for each dated phase: camps, squats, shelters, port, roads, landmarks, destinations.",
    fr: "Tous les lieux, un point par période datée : campements, squats, abris, port, routes, repères, destinations.",
  },
  geometry: "Point",
  temporal: true,
  searched: SEARCHED,
  properties: PROPERTIES,
};

export const CAMPS: Collection = {
  id: "camps",
  title: { en: "Camps, squats and shelters", fr: "Campements, squats et abris" },
  description: {
    en: "The places where people lived: camps, squats, shelters and state camps.",
    fr: "Les lieux où des personnes ont vécu : campements, squats, abris et camps d’État.",
  },
  geometry: "Point",
  temporal: true,
  searched: SEARCHED,
  properties: PROPERTIES,
};

export const ROUTES: Collection = {
  id: "routes",
  title: { en: "Roads, barriers and outlines", fr: "Routes, barrières et emprises" },
  description: {
    en: "Lines and areas with their dates: the bypass, motorways, fences, the wall, the port, the outlines of camps.",
    fr: "Lignes et surfaces datées : la rocade, les autoroutes, les clôtures, le mur, le port, l’emprise des camps.",
  },
  geometry: "Geometry",
  temporal: true,
  searched: namesOf([...propertiesOf(PLACE, "name"), ...propertiesOf(PLACE_PHASE, "note")]),
  properties: [
    ...propertiesOf(PLACE_PHASE, "place_id"),
    ...propertiesOf(PLACE, "name", "kind"),
    ...propertiesOf(PLACE_PHASE, "start_edtf", "end_edtf", "span"),
    ...YEARS,
    ...propertiesOf(PLACE_PHASE, "quality"),
    GENERALISED,
    ...propertiesOf(PLACE_PHASE, "note", "source_ids"),
  ],
};
