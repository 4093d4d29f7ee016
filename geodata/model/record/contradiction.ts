import { required } from "../field/field.ts";
import { localized, type RecordOf } from "../field/member.ts";
import { choice, list, text } from "../field/text-fields.ts";
import { CITED_SOURCES, ID } from "./groups.ts";

export const TOPICS = ["date", "place", "number", "cause", "other"] as const;

/** A disagreement between sources, or something that could not be established. */
export const CONTRADICTION = {
  id: ID,
  subject_ids: list("The places and events that it is about, by id.", {
    references: ["places", "events"],
  }),
  topic: required(choice(TOPICS, "What the sources disagree on.")),
  statement: localized(required(text("What the sources say, in {language}."))),
  resolution: localized(required(text("What is shown here and why, in {language}."))),
  source_ids: CITED_SOURCES,
};

export type Contradiction = RecordOf<typeof CONTRADICTION>;
