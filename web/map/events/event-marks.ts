import type { ReadonlySignal } from "@preact/signals";
import type { Map as GlMap } from "maplibre-gl";
import type { Window } from "#model/time/span.ts";
import type { AppState } from "#web/state/app-state.ts";
import { CrowdMarks } from "./crowd-marks.ts";
import type { TileLook } from "./event-tile-style.ts";
import { EventTiles } from "./event-tiles.ts";
import type { ShownEvents } from "./shown-events.ts";

/** Puts the marks of the events of the state on a map; undefined where the scene has them. */
export function eventMarks(
  map: GlMap,
  state: AppState,
  window: ReadonlySignal<Window | null>,
  look: () => Pick<TileLook, "isDark" | "cellColour">,
): ShownEvents | undefined {
  const { marks } = state.events;
  switch (marks.kind) {
    case "signs":
      return undefined;
    case "columns":
      return new CrowdMarks(map, state, marks, window, () => look().isDark);
    case "tiles":
      return new EventTiles(map, state, marks, window, look);
  }
}
