// Columns of the table of events that a table of somebody else's may have as they are.
import type { Field } from "#model/field/field.ts";
import { TABLES } from "../tables.ts";

export const EVENT_FIELDS = [
  ...(["date_precision", "position_basis", "disclosure"] as const),
  ...(["people_low", "people_high", "people_note", "certainty", "sensitivity"] as const),
] as const;
export type EventField = (typeof EVENT_FIELDS)[number];

/** Columns that protect somebody: what they say is honoured, or refused, and never taken for something else. */
export const PROTECTING: ReadonlySet<EventField> = new Set(["disclosure", "sensitivity"]);

/** How the cells of the column are read. */
export const eventField = (name: EventField): Field => TABLES.events[name] as Field;
