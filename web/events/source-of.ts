import { columnsSource } from "./columns/columns-source.ts";
import type { EventQuestion, EventSource } from "./event-source.ts";
import { recordsSource } from "./records-source.ts";
import { tilesSource } from "./tiles/tiles-source.ts";

const SOURCES = { records: recordsSource, columns: columnsSource, tiles: tilesSource } as const;

/** The events of a dataset in the way in which it says that they are read: the only place that asks. */
export function eventSourceOf(question: EventQuestion): EventSource {
  return SOURCES[question.dataset.eventsAs](question);
}
