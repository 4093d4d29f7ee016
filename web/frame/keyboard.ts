// The keys of the whole page. They stay out of the way of fields, buttons and the map's own keys.

import type { Day } from "#model/time/day.ts";
import { strideFrom, stridesOf } from "#model/time/strides.ts";
import { isTyping } from "#web/controls/is-typing.ts";
import type { AppState } from "#web/state/app-state.ts";
import { SPEEDS } from "#web/state/time-slice.ts";
import { zoomAxis } from "#web/view/question/axis.ts";
import type { TimeMode } from "#web/view/question/time.ts";
import { dayOfPeriod } from "#web/view/scene/periods.ts";

const AXIS_STEP = 1.5;
const MIDDLE = 0.5;

/** Listens until the signal is aborted. */
export function listenToKeys(state: AppState, page: Document, signal: AbortSignal): void {
  page.addEventListener(
    "keydown",
    (event) => {
      if (event.defaultPrevented) return;
      if (isSearchKey(event)) {
        const field = page.querySelector<HTMLElement>("[data-key=search]");
        if (field) event.preventDefault();
        field?.focus();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) && event.key !== "Escape") return;
      const action = actionFor(event, state, page);
      if (!action) return;
      event.preventDefault();
      action();
    },
    { signal },
  );
}

/** Ctrl K anywhere, and / where it is no letter of a text. */
function isSearchKey({ altKey, ctrlKey, key, metaKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k";
  return key === "/" && !isTyping(target);
}

function actionFor(
  event: KeyboardEvent,
  state: AppState,
  page: Document,
): (() => void) | undefined {
  const { actions } = state;
  const onControl =
    event.target instanceof HTMLElement &&
    event.target.matches("button, a, summary, input, .maplibregl-canvas");
  switch (event.key) {
    case " ":
      return onControl && !isSlider(event.target)
        ? undefined
        : () => actions.setPlaying(!state.isPlaying.value);
    case "k":
    case "K":
      return () => actions.setPlaying(!state.isPlaying.value);
    case "ArrowLeft":
    case "ArrowRight":
      return onControl && !isDate(event.target) && !isInStory(event.target, state)
        ? undefined
        : () => step(state, event.key === "ArrowLeft" ? -1 : 1);
    case "Home":
    case "End":
      return event.target === page.body
        ? () => goTo(state, event.key === "Home" ? state.period.first : state.period.last)
        : undefined;
    case "PageUp":
    case "PageDown":
      return event.target === page.body ? () => goAPage(state, event) : undefined;
    case ",":
    case "j":
      return () => actions.stepToEvent(-1);
    case ".":
    case "l":
      return () => actions.stepToEvent(1);
    case "<":
      return () => faster(state, -1);
    case ">":
      return () => faster(state, 1);
    case "d":
    case "D":
      return () => page.querySelector<HTMLElement>("[data-key=type-date]")?.click();
    case "t":
    case "T":
      return () => page.querySelector<HTMLElement>("[data-key=time-bar]")?.click();
    case "c":
    case "C":
      return () => toggleCertainty(state);
    case "s":
    case "S":
      return () => toggleMode(state, "cumulative");
    case "w":
    case "W":
      return () => toggleMode(state, "window");
    case "[":
      return () => goAPeriod(state, -1);
    case "]":
      return () => goAPeriod(state, 1);
    case "{":
      return () => setWindowEdge(state, "start");
    case "}":
      return () => setWindowEdge(state, "end");
    case "+":
    case "=":
      return isOnMap(event)
        ? undefined
        : () => actions.setAxis(zoomAxis(state.axis.value, 1 / AXIS_STEP, MIDDLE));
    case "-":
      return isOnMap(event)
        ? undefined
        : () => actions.setAxis(zoomAxis(state.axis.value, AXIS_STEP, MIDDLE));
    case "0":
      return () => actions.setAxis(state.period);
    case "?":
      return () => actions.setPanel(state.panel.value === "help" ? null : "help");
    case "Escape":
      return () => actions.closeTop();
    default:
      return undefined;
  }
}

const isSlider = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && target.type === "range";
/** The date in words has no use for arrows: who has typed one goes on from it with them. */
const isDate = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("[data-key=type-date]");
/** The buttons of the story have no use for them either: its steps follow them from wherever the focus is. */
const isInStory = (target: EventTarget | null, { storyStep }: AppState) =>
  storyStep.value !== null && target instanceof HTMLElement && target.matches("button, a, summary");
const isOnMap = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && target.matches(".maplibregl-canvas");

/** A day on or back; in the story a step. */
function step({ actions, dataset: { story }, storyStep }: AppState, count: number): void {
  const at = story.findIndex(({ id }) => id === storyStep.value);
  if (at >= 0) {
    const next = story[at + count];
    if (next) actions.goToStory(next.id);
    return;
  }
  actions.setPlaying(false);
  actions.stepBy(count);
}

function goTo({ actions }: AppState, day: Day): void {
  actions.setPlaying(false);
  actions.moveTo(day);
}

/** As far as with the same key on the slider: where nothing has the focus there is nothing else to page through. */
function goAPage(state: AppState, { key, shiftKey }: KeyboardEvent): void {
  const [, , page, shiftedPage] = stridesOf(state.period).keys;
  goTo(
    state,
    strideFrom(state.day.value, shiftKey ? shiftedPage : page, key === "PageUp" ? 1 : -1),
  );
}

function faster({ speed, actions }: AppState, direction: number): void {
  const others =
    direction > 0
      ? SPEEDS.filter((choice) => choice > speed.value)
      : SPEEDS.filter((choice) => choice < speed.value).reverse();
  if (others[0] !== undefined) actions.setSpeed(others[0]);
}

function toggleMode({ mode, actions }: AppState, wanted: TimeMode): void {
  actions.setMode(mode.value === wanted ? "instant" : wanted);
}

function toggleCertainty({ certainty, actions }: AppState): void {
  actions.setCertainty(certainty.value === "certain" ? "possible" : "certain");
}

/** To the first day of the named period that begins next, or of the one that began last before the date. */
function goAPeriod(state: AppState, direction: 1 | -1): void {
  const day = dayOfPeriod(state.dataset.phases, state.day.value, direction);
  if (day === undefined) return;
  state.actions.beginMove();
  goTo(state, day);
}

/** Marks the present date as the first day of a window, or ends the window that was so begun at it. */
function setWindowEdge({ day, start, actions }: AppState, edge: "start" | "end"): void {
  if (edge === "start") {
    actions.setMode("instant");
    actions.moveStart(day.value);
    return;
  }
  const [first, last] = [start.value, day.value].sort((a, b) => a - b);
  if (first === undefined || last === undefined) return;
  actions.setMode("window");
  actions.setRange({ first, last });
}
