import { computed } from "@preact/signals";
import { dayWindow } from "#model/time/span.ts";
import type { AppState } from "#web/state/app-state.ts";
import { asSigns, type ShowEvents } from "./events/event-marks.ts";
import { MapView } from "./map-view.ts";
import { tieCameras } from "./tie-cameras.ts";

/** The map, and a second one while two dates are compared, tied to the same view. */
export function createMaps(state: AppState, showEvents: ShowEvents = asSigns) {
  let main: MapView | undefined;
  let compared: MapView | undefined;
  let untie: (() => void) | undefined;
  const comparedWindow = computed(() => {
    const day = state.compare.value;
    return day === null ? null : dayWindow(day);
  });
  const tie = () => {
    untie?.();
    untie = main && compared ? tieCameras(main, compared) : undefined;
  };
  return {
    onMap: (element: HTMLElement | null) => {
      untie?.();
      main?.remove();
      main = element
        ? new MapView(element, state, state.scene, state.window, "main", showEvents)
        : undefined;
      main?.obeyControls();
      tie();
    },
    onComparedMap: (element: HTMLElement | null) => {
      untie?.();
      untie = undefined;
      compared?.remove();
      compared = element
        ? new MapView(element, state, state.comparedScene, comparedWindow, "compared", showEvents)
        : undefined;
      main?.map.resize();
      tie();
    },
  };
}
