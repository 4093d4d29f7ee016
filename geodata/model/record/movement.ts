import { required } from "../field/field.ts";
import { localized, type RecordOf } from "../field/member.ts";
import { count } from "../field/number-fields.ts";
import { choice, edtf, slug, term, text } from "../field/text-fields.ts";
import { CITED_SOURCES, EDTF_MEANS, ID, PEOPLE_MEANS, SPAN } from "./groups.ts";

export const MOVEMENT_CONFIDENCES = ["stated", "inferred"] as const;

/** People going from one place to another. */
export const MOVEMENT = {
  id: ID,
  from_id: required(slug("The place that people left.", { references: ["places"] })),
  to_id: required(slug("The place to which people went.", { references: ["places"] })),
  span: SPAN,
  edtf: required(edtf(`The date ${EDTF_MEANS}`)),
  people_low: count(PEOPLE_MEANS.low),
  people_high: count(PEOPLE_MEANS.high),
  people_note: text(PEOPLE_MEANS.note),
  agency: required(term("agencies", "Under what constraint people went.")),
  confidence: required(
    choice(MOVEMENT_CONFIDENCES, "Whether a source states the movement or it is inferred."),
  ),
  note: localized(required(text("Remark in {language}."))),
  source_ids: CITED_SOURCES,
};

export type Movement = RecordOf<typeof MOVEMENT>;
