// Places: what they are, and when they were where.
import type { Geometry } from "geojson";
import { required } from "../field/field.ts";
import {
  attributes,
  geometry,
  localized,
  type RecordOf,
  translatable,
  unshown,
} from "../field/member.ts";
import { choice, edtf, label, list, slug, term, text } from "../field/text-fields.ts";
import { PROTECTIONS } from "../space/position.ts";
import { CONVENTIONS } from "../time/convention.ts";
import { CITED_SOURCES, EDTF_MEANS, ID, QUALITY, SPAN, THE_PLACE } from "./groups.ts";

export const STATED_SIDES = ["inside", "outside", "edge", "region"] as const;
/** The side of the separating line that the sources state; `region` for places off the map and for areas. */
export type StatedSide = (typeof STATED_SIDES)[number];

/** A place by its identity; where it was and when is told by its phases. */
export const PLACE = {
  id: ID,
  name: localized(required(label("Name in {language}."))),
  other_names: list("Other names under which sources speak of it."),
  kind: required(term("placeKinds", "What kind of thing it is.")),
  description: localized(required(text("Description in {language}."))),
  end_reason: term(
    "endReasons",
    "How it ended; still-there: its sources say that it was there at the end of the period, and to then it is certain.",
  ),
  stated_side: choice(
    STATED_SIDES,
    "The side of {line} that the sources state; region: an area, or a place off the area studied, which is not measured.",
  ),
  /** The whole is drawn with its part, and not counted again. */
  part_of: slug(
    "The place of which this one is a part; it is not counted again while the whole is open.",
    { references: ["places"] },
  ),
  predecessor_ids: list(
    "Places that this one follows: those from which people, or its use, came here when they ended.",
    {
      references: ["places"],
    },
  ),
  successor_ids: list(
    "Places that follow this one: those to which people, or its use, went when it ended.",
    {
      references: ["places"],
    },
  ),
  source_ids: CITED_SOURCES,
};

export type Place = RecordOf<typeof PLACE>;

/** When a place was there. */
export const DATED_PHASE = {
  id: ID,
  place_id: required(THE_PLACE),
  start_edtf: edtf(`The start ${EDTF_MEANS}`),
  span: SPAN,
  end_edtf: edtf(`The end ${EDTF_MEANS}`),
  /** Such bounds are only possible; the note says what the convention is. */
  convention: choice(
    CONVENTIONS,
    "Which bounds of the dates (start, end or both) no source gives and a stated convention fills; such days are only possible. With conventions=false such a bound is cut to the attested day, and convention still names it as one that no source gives: it did not have to begin, or end, on that day.",
    { optionalColumn: true },
  ),
  bounds_note: translatable(
    text(
      "What the convention is that fills a bound of the dates; with conventions=false, that would fill it.",
    ),
  ),
  note: localized(text("Remark in {language}.")),
  source_ids: CITED_SOURCES,
};

export type DatedPhase = RecordOf<typeof DATED_PHASE>;

/** A place at one position or with one outline over one span. Longitude first, WGS 84. */
export const PLACE_PHASE = {
  ...DATED_PHASE,
  geometry: geometry<Geometry>(),
  quality: QUALITY,
  position_note: translatable(text("How the position was found.")),
  disclosure: unshown(
    choice(PROTECTIONS, "How much of the position is published, or whether the record is at all.", {
      optionalColumn: true,
    }),
  ),
  attributes: attributes(),
};

export type PlacePhase = RecordOf<typeof PLACE_PHASE>;
