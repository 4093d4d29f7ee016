import { BASEMAP_FEATURE } from "../record/basemap-feature.ts";
import type { AnyCollection } from "./collection.ts";
import { propertiesOf, propertyCalled } from "./property.ts";

const NOTE = propertyCalled("note", BASEMAP_FEATURE, "position_note");

export const BASEMAP: AnyCollection = {
  role: "basemap",
  id: "basemap",
  title: { en: "Base map", fr: "Fond de carte" },
  description: {
    en: "Generalised base map: land, sea, town, canals, railways, roads, stations, labels.",
    fr: "Fond de carte généralisé : terre, mer, ville, canaux, voies ferrées, routes, gares, noms.",
  },
  geometry: "Geometry",
  temporal: false,
  properties: [
    ...propertiesOf(BASEMAP_FEATURE, "class", "name", "min_zoom", "quality"),
    ...NOTE,
    ...propertiesOf(BASEMAP_FEATURE, "source_ids"),
  ],
};
