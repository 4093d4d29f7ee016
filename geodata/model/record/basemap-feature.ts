import type { Geometry } from "geojson";
import { required } from "../field/field.ts";
import { geometry, localized, type RecordOf } from "../field/member.ts";
import { count } from "../field/number-fields.ts";
import { choice, label, text } from "../field/text-fields.ts";
import { CITED_SOURCES, ID, QUALITY } from "./groups.ts";

export const BASEMAP_CLASSES = [
  "land",
  "sea",
  "town",
  "water",
  "canal",
  "rail",
  "motorway",
  "trunk",
  "street",
  "station",
  "label",
] as const;

/** One feature of the shipped, generalised base map. */
export const BASEMAP_FEATURE = {
  id: ID,
  class: required(choice(BASEMAP_CLASSES, "What kind of thing of the base map it is.")),
  name: localized(label("Name in {language}.")),
  min_zoom: required(count("Zoom from which a map shows it.")),
  geometry: geometry<Geometry>(),
  quality: QUALITY,
  position_note: text("Remark."),
  source_ids: CITED_SOURCES,
};

export type BasemapFeature = RecordOf<typeof BASEMAP_FEATURE>;
