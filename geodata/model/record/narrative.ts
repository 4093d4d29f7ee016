// How the story is told: its named periods, and the steps of the guided reading.
import { required } from "../field/field.ts";
import { localized, type RecordOf } from "../field/member.ts";
import { count, day, zoom } from "../field/number-fields.ts";
import { label, list, slug, text } from "../field/text-fields.ts";
import { CITED_SOURCES, ID, stretch } from "./groups.ts";

/** A named period of the whole story. */
export const PHASE = {
  id: ID,
  title: localized(required(label("Title in {language}."))),
  window: stretch(
    ["start_day", required(day("First day of the period."))],
    ["until_day", required(day("First day after the period."))],
  ),
  summary: localized(required(text("What happened, in {language}."))),
  source_ids: CITED_SOURCES,
};

export type Phase = RecordOf<typeof PHASE>;

/** One step of the guided reading. */
export const STORY_STEP = {
  position: required(count("Which step it is.")),
  id: ID,
  title: localized(required(label("Title in {language}."))),
  date: required(day("The day shown.")),
  window: stretch(
    ["window_start", required(day("First day of which the step speaks."))],
    ["window_until", required(day("First day of which it speaks no more."))],
  ),
  place_id: required(slug("The place in the middle of the map.", { references: ["places"] })),
  zoom: required(zoom("Zoom of the map.")),
  text: localized(required(text("What is told, in {language}."))),
  event_ids: list("The events that it tells of, by id.", { references: ["events"] }),
  source_ids: CITED_SOURCES,
};

export type StoryStep = RecordOf<typeof STORY_STEP>;
