import { required } from "../field/field.ts";
import { type RecordOf, translatable } from "../field/member.ts";
import { day } from "../field/number-fields.ts";
import { choice, label, slug, text } from "../field/text-fields.ts";
import { ID } from "./groups.ts";

/** Kinds of record of whose fields it may be said what they rest on. */
export const CITED_KINDS = ["place", "shape", "event", "movement", "count", "death"] as const;
export type CitedKind = (typeof CITED_KINDS)[number];

export const VERDICTS = ["supports", "contradicts", "silent"] as const;
/** What a source was found to say of a value: the same, another, or nothing. */
export type Verdict = (typeof VERDICTS)[number];

/** What is cited for where a record is, which is no column of its own. */
export const POSITION_FIELD = "position";

/** What one field of a record rests on: a source, and where in it. */
export const CITATION = {
  id: ID,
  record_kind: required(choice(CITED_KINDS, "What kind of record it is about.")),
  record_id: required(slug("The record that it is about, by its id.")),
  field: required(
    label("The column of the record that the source is cited for; position: where the record is."),
  ),
  source_id: required(slug("The source.", { references: ["sources"] })),
  locator: label(
    "Where in the source it stands, such as a page, a paragraph or a time code; null: not recorded.",
  ),
  checked_on: day("Day on which the source was last read for it; null: not recorded."),
  verdict: choice(
    VERDICTS,
    "Whether the source, as it was read, says the same, says otherwise or says nothing of it; null: not recorded.",
  ),
  note: translatable(text("Remark.")),
};

export type Citation = RecordOf<typeof CITATION>;
