import { required } from "../field/field.ts";
import {
  attributes,
  localized,
  optionalGeometry,
  type RecordOf,
  translatable,
  unshown,
} from "../field/member.ts";
import { count } from "../field/number-fields.ts";
import { choice, edtf, label, list, term, text } from "../field/text-fields.ts";
import type { Points } from "../space/points.ts";
import { PROTECTIONS } from "../space/position.ts";
import {
  CLOCK,
  EDTF_MEANS,
  ID,
  OPTIONAL_QUALITY,
  PEOPLE_MEANS,
  SOURCE_IDS,
  SPAN,
  THE_PLACE,
} from "./groups.ts";

export const EVENT_CERTAINTIES = ["confirmed", "reported", "disputed", "unstated"] as const;
export type EventCertainty = (typeof EVENT_CERTAINTIES)[number];

export const SENSITIVITIES = ["none", "person", "graphic"] as const;

/** Something that happened, at a place or at a position of its own. */
export const EVENT = {
  id: ID,
  edtf: required(edtf(`The date ${EDTF_MEANS}`)),
  span: SPAN,
  clock: CLOCK,
  date_precision: label("How exactly the date is known."),
  category: required(term("eventCategories", "What kind of event it is.")),
  title: localized(required(label("Title in {language}."))),
  summary: localized(required(text("What happened, in {language}."))),
  place_id: THE_PLACE,
  point: optionalGeometry<Points>(),
  quality: OPTIONAL_QUALITY,
  disclosure: unshown(
    choice(PROTECTIONS, "How much of the position is published, or whether the record is at all.", {
      optionalColumn: true,
    }),
  ),
  people_low: count(PEOPLE_MEANS.low),
  people_high: count(PEOPLE_MEANS.high),
  people_note: text(PEOPLE_MEANS.note),
  actor_ids: list("Who acted, by id.", { references: ["actors"] }),
  certainty: required(
    choice(
      EVENT_CERTAINTIES,
      "How well the event is attested; confirmed: by two sources at least of which none repeats another, or for the reason that is given; unstated: its publisher does not say.",
    ),
  ),
  certainty_reason: translatable(
    text(
      "Why the event is confirmed though its sources do not show it; null: they do, or it is not.",
      { optionalColumn: true },
    ),
  ),
  /** Stored with the event, of which there may be a million. */
  source_ids: SOURCE_IDS,
  sensitivity: required(
    choice(
      SENSITIVITIES,
      "What asks for care: person, it is about particular people; graphic, it tells of violence done to them.",
    ),
  ),
  attributes: attributes(),
};

export type Event = RecordOf<typeof EVENT>;
