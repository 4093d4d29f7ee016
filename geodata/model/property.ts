// What the properties of the collections mean: the codebook from which schemas, queryables and pages are made.

import { CONVENTIONS } from "./convention.ts";
import { PLACE_KINDS, RING_ROAD_FLAGS } from "./place.ts";
import { POSITION_BASES } from "./position.ts";
import {
  AGENCIES,
  BASEMAP_CLASSES,
  COUNTER_KINDS,
  EVENT_CERTAINTIES,
  LINK_STATUSES,
  MEASURES,
  MOVEMENT_CONFIDENCES,
  SENSITIVITIES,
  SOURCE_KINDS,
} from "./record.ts";
import { SIDES } from "./site.ts";

/** What a property says, in one sentence. */
const MEANINGS: Readonly<Record<string, string>> = {
  id: "Stable identifier; the same record keeps it in every version.",
  point_count:
    "In a tile with too many points: how many there are in this part of it; no other property is told.",
  place_id: "The place that the record is about.",
  place_name_en: "Name of the place in English.",
  place_name_fr: "Name of the place in French.",
  name_en: "Name in English.",
  name_fr: "Name in French.",
  other_names: "Other names under which sources speak of it.",
  kind: "What kind of thing it is.",
  class: "What kind of thing of the base map it is.",
  title: "Title of the source.",
  title_en: "Title in English.",
  title_fr: "Title in French.",
  summary_en: "What happened, in English.",
  summary_fr: "What happened, in French.",
  description_en: "Description in English.",
  description_fr: "Description in French.",
  edtf: "The date as exactly as it is known (EDTF, ISO 8601-2).",
  start_edtf: "The start as exactly as it is known (EDTF, ISO 8601-2).",
  end_edtf: "The end as exactly as it is known (EDTF, ISO 8601-2).",
  start_earliest: "First day on which it may have begun; null: unbounded.",
  start_latest: "Last day on which it may have begun; null: not attested.",
  end_earliest: "First day on which it may have ended; null: not attested.",
  end_latest: "Last day on which it may have ended; null: unbounded.",
  start_year:
    "Year of start_earliest in astronomical numbering (0 is 1 BC), which has no day where it is before 1.",
  end_year:
    "Year of end_latest in astronomical numbering (0 is 1 BC), which has no day where it is before 1.",
  date_precision: "How exactly the date is known.",
  end_reason:
    "How it ended; still-there: its sources say that it was there at the end of the period, and to then it is certain.",
  convention:
    "Which bounds of the dates (start, end or both) no source gives and a stated convention fills; such days are only possible. With conventions=false such a bound is cut to the attested day, and convention still names it as one that no source gives: it did not have to begin, or end, on that day.",
  bounds_note:
    "What the convention is that fills a bound of the dates; with conventions=false, that would fill it.",
  ring_road: "The side of the bypass that the sources state.",
  side: "The side of the bypass, computed; edge where the precision does not tell.",
  part_of:
    "The place of which this one is a part; it is not counted again while the whole is open.",
  predecessor_ids: "Places from which people came here when those closed.",
  successor_ids: "Places to which people went when this one closed.",
  precision_m: "Radius in which the true position lies; null where no position is published.",
  position_basis: "What the position rests on.",
  position_note: "How the position was found.",
  generalised:
    "True where the position is coarsened or hidden on purpose; what is derived from it is derived from what is published.",
  distance_m: "Geodesic distance from the reference place (the town hall).",
  port_distance_m: "Geodesic distance from the port.",
  source_ids: "The sources, by their ids in the collection sources.",
  note: "Remark.",
  note_en: "Remark in English.",
  note_fr: "Remark in French.",
  category: "What kind of event it is.",
  certainty: "How well the event is attested.",
  people_low: "Lowest number of people concerned.",
  people_high: "Highest number of people concerned.",
  people_note: "What the number of people means and who gives it.",
  actors: "Who acted, by id.",
  account_paragraph: "Paragraph of the narrative account that tells it.",
  sensitivity: "Whether the record speaks of a death or of graphic harm.",
  from_id: "The place that people left.",
  from_name_en: "Name of the place that people left, in English.",
  from_name_fr: "Name of the place that people left, in French.",
  to_id: "The place to which people went.",
  to_name_en: "Name of the place to which people went, in English.",
  to_name_fr: "Name of the place to which people went, in French.",
  agency: "Under what constraint people went.",
  confidence: "Whether a source states the movement or it is inferred.",
  low: "Lowest number that the claim gives.",
  best: "The number that the claim gives.",
  high: "Highest number that the claim gives.",
  measure: "What was counted.",
  counted_by: "Who counted.",
  counted_by_fr: "Who counted, in French; null: said in English alone.",
  counted_by_kind: "What kind of body counted.",
  method: "How it was counted.",
  quality_note: "What limits the number.",
  publisher: "Who published the source.",
  url: "Address of the source.",
  published: "When the source was published (EDTF).",
  lang: "Language of the source.",
  link_status: "Whether the address still answered when it was last checked.",
  link_checked_on: "Day on which the address was last checked.",
  min_zoom: "Zoom from which a map shows it.",
};

const UNITS: Readonly<Record<string, string>> = {
  precision_m: "m",
  distance_m: "m",
  port_distance_m: "m",
};

/** Vocabularies by property; where a name means different things, by collection and property. */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  "places.kind": PLACE_KINDS,
  "camps.kind": PLACE_KINDS,
  "routes.kind": PLACE_KINDS,
  "sources.kind": SOURCE_KINDS,
  class: BASEMAP_CLASSES,
  convention: CONVENTIONS,
  ring_road: RING_ROAD_FLAGS,
  side: SIDES,
  position_basis: POSITION_BASES,
  certainty: EVENT_CERTAINTIES,
  sensitivity: SENSITIVITIES,
  agency: AGENCIES,
  confidence: MOVEMENT_CONFIDENCES,
  measure: MEASURES,
  counted_by_kind: COUNTER_KINDS,
  link_status: LINK_STATUSES,
};

/** What the property says; empty only for a name that no collection has. */
export function meaningOf(property: string): string {
  return MEANINGS[property] ?? "";
}

/** UCUM unit of a number, or undefined. */
export function unitOf(property: string): string | undefined {
  return UNITS[property];
}

/** The values that the property can have, or undefined when it is free. */
export function vocabularyOf(
  collectionId: string,
  property: string,
): readonly string[] | undefined {
  return VOCABULARIES[`${collectionId}.${property}`] ?? VOCABULARIES[property];
}
