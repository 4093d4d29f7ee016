import type { ReadonlySignal } from "@preact/signals";
import type { Map as GlMap } from "maplibre-gl";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Window } from "#model/time/span.ts";
import type { AppState } from "#web/state/app-state.ts";
import type { TileLook } from "./event-tile-style.ts";
import type { ShownEvents } from "./shown-events.ts";

/** Puts the marks of the events of the state on a map; undefined where the scene has them. */
export type ShowEvents = (
  map: GlMap,
  state: AppState,
  window: ReadonlySignal<Window | null>,
  look: () => Pick<TileLook, "isDark" | "cellColour">,
) => ShownEvents | undefined;

/** The scene has them. */
export const asSigns: ShowEvents = () => undefined;

const WAYS: Readonly<Record<Dataset["eventsAs"], () => Promise<ShowEvents>>> = {
  records: async () => asSigns,
  columns: async () => {
    const { CrowdMarks } = await import("./crowd-marks.ts");
    return (map, state, window, look) => {
      const { marks } = state.events;
      if (marks.kind !== "columns") return undefined;
      return new CrowdMarks(map, state, marks, window, () => look().isDark);
    };
  },
  tiles: async () => {
    const { EventTiles } = await import("./event-tiles.ts");
    return (map, state, window, look) => {
      const { marks } = state.events;
      return marks.kind === "tiles" ? new EventTiles(map, state, marks, window, look) : undefined;
    };
  },
};

/** How a map shows the events of a dataset: what draws a crowd is fetched for a dataset that has one. */
export const eventMarksOf = ({ eventsAs }: Pick<Dataset, "eventsAs">): Promise<ShowEvents> =>
  WAYS[eventsAs]();
