// Numbers that somebody gave: how many people there were, how many died.
import { required } from "../field/field.ts";
import { localized, type RecordOf, translatable } from "../field/member.ts";
import { count, day } from "../field/number-fields.ts";
import { choice, edtf, label, slug, term, text } from "../field/text-fields.ts";
import { CITED_SOURCES, EDTF_MEANS, ID, THE_PLACE } from "./groups.ts";

/** The measure of how many people were there: it alone says how large a site is. */
export const PRESENT = "present";

const WHERE_AND_WHEN = {
  id: ID,
  place_id: required(THE_PLACE),
  edtf: required(edtf(`The date ${EDTF_MEANS}`)),
  earliest: required(day("First day of which the number may be.")),
  latest: required(day("Last day of which the number may be.")),
};

/** `low` alone means "at least", `high` alone "at most". */
const NUMBERS = {
  low: count("Lowest number that the claim gives."),
  best: count("The number that the claim gives."),
  high: count("Highest number that the claim gives."),
};

const COUNTER = {
  counted_by: translatable(required(label("Who counted."))),
  counted_by_kind: required(term("counterKinds", "What kind of body counted.")),
};

/** How many people, according to whom. */
export const COUNT = {
  ...WHERE_AND_WHEN,
  ...NUMBERS,
  measure: required(term("measures", "What was counted.")),
  ...COUNTER,
  method: required(text("How it was counted.")),
  quality_note: text("What limits the number."),
  source_ids: CITED_SOURCES,
};

export type Count = RecordOf<typeof COUNT>;

/** Deaths met in the sources: single cases and published totals, which overlap and are never added up. */
export const DEATH = {
  ...WHERE_AND_WHEN,
  scope: required(choice(["single", "total"], "Whether it is one case or a published total.")),
  ...NUMBERS,
  cause_class: required(slug("Of what people died, in broad terms.")),
  ...COUNTER,
  note: localized(required(text("Remark in {language}."))),
  source_ids: CITED_SOURCES,
};

export type Death = RecordOf<typeof DEATH>;

/** What counts and deaths have in common. */
export type Claim = Pick<Count, keyof Count & keyof Death>;
