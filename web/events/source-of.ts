import type { Dataset } from "#model/dataset/dataset.ts";
import type { EventQuestion, EventSource } from "./event-source.ts";
import { recordsSource } from "./records-source.ts";

export type MakeEvents = (question: EventQuestion) => EventSource;

const WAYS: Readonly<Record<Dataset["eventsAs"], () => Promise<MakeEvents>>> = {
  records: async () => recordsSource,
  columns: async () => (await import("./columns/columns-source.ts")).columnsSource,
  tiles: async () => (await import("./tiles/tiles-source.ts")).tilesSource,
};

/**
 * Has the events of a dataset in the way in which it says that they are read: the only place that asks. What reads a crowd
 * is fetched for a dataset that has one.
 */
export const eventSourceOf = ({ eventsAs }: Pick<Dataset, "eventsAs">): Promise<MakeEvents> =>
  WAYS[eventsAs]();
