import { required } from "../field/field.ts";
import { type RecordOf, translatable } from "../field/member.ts";
import { day } from "../field/number-fields.ts";
import { choice, edtf, slug, text } from "../field/text-fields.ts";
import { EDTF_MEANS, ID, SOURCE_IDS, THE_PLACE } from "./groups.ts";

export const ATTESTED_STATES = ["open", "closed", "not-yet"] as const;
export type AttestedState = (typeof ATTESTED_STATES)[number];

const optionalColumn = { optionalColumn: true } as const;

/** A dated sighting of a place: that it was there on some day, was there no more, or not yet. */
export const ATTESTATION = {
  id: ID,
  place_id: required(THE_PLACE),
  edtf: required(edtf(`The date ${EDTF_MEANS}`)),
  earliest: day("First day of which it may be said; null: unbounded.", optionalColumn),
  latest: day("Last day of which it may be said; null: unbounded.", optionalColumn),
  state: required(
    choice(
      ATTESTED_STATES,
      "What was seen: open, the place was there; closed, it was there no more; not-yet, it was not there yet.",
    ),
  ),
  event_id: slug("The event that tells of it.", { references: ["events"], ...optionalColumn }),
  count_id: slug("The count that tells of it.", { references: ["counts"], ...optionalColumn }),
  note: translatable(text("Remark.", optionalColumn)),
  /** Stored with the record: they are its own. */
  source_ids: SOURCE_IDS,
};

export type Attestation = RecordOf<typeof ATTESTATION>;
