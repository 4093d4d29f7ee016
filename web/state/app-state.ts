// The whole state of the page: slices that know nothing of each other, what is derived from them together, and the
// few actions that touch more than one. Nothing else writes; map, panels and address follow.

import { batch, computed, type ReadonlySignal } from "@preact/signals";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Separation } from "#model/measure/separation.ts";
import type { SeriesStep } from "#model/measure/separation-series.ts";
import type { Site } from "#model/measure/site.ts";
import type { DatedPhase, PlacePhase } from "#model/record/place.ts";
import { dayWindow } from "#model/time/span.ts";
import type { Language } from "#model/words/language.ts";
import { onNotGiven } from "#web/api/ask-service.ts";
import type { EventSource } from "#web/events/event-source.ts";
import { createReadEvents, type ReadEvents } from "#web/events/read-events.ts";
import { recordsSource } from "#web/events/records-source.ts";
import type { MakeEvents } from "#web/events/source-of.ts";
import { isInPeriod } from "#web/view/address/period.ts";
import type { Camera } from "#web/view/question/camera.ts";
import type { PanelView } from "#web/view/question/panel-view.ts";
import {
  type Asked,
  NOTHING_ASKED as NOTHING_ASKED_OF_DATASET,
  questionOf,
} from "#web/view/question/question.ts";
import type { Selection } from "#web/view/question/selection.ts";
import { type DayRange, inPeriod, periodOf } from "#web/view/question/time.ts";
import type { VersionPair } from "#web/view/question/version-pair.ts";
import { withdrawalOf } from "#web/view/question/withdrawn-selection.ts";
import type { ComparedChanges } from "#web/view/scene/compared-changes.ts";
import { type Matches, matchesIn } from "#web/view/scene/matches.ts";
import {
  comparedChanges,
  datedBy,
  measuredRecords,
  separationOf,
  seriesOf,
} from "#web/view/scene/measures.ts";
import { type Scene, sceneIn } from "#web/view/scene/scene.ts";
import { seenOf } from "#web/view/scene/seen.ts";
import { dayOfSelection } from "#web/view/scene/selected-day.ts";
import { sitesOf } from "#web/view/scene/sites.ts";
import { askedStep } from "#web/view/story/asked-step.ts";
import { boxOfStep } from "#web/view/story/emphasis.ts";
import { createFilterSlice, type FilterActions, type FilterSlice } from "./filter-slice.ts";
import { createMapSlice, type MapActions, type MapSlice } from "./map-slice.ts";
import { createOpening } from "./opening.ts";
import { createTimeSlice, shownTime, type TimeActions, type TimeSlice } from "./time-slice.ts";
import { createViewSlice, type ViewActions, type ViewSlice } from "./view-slice.ts";

type SharedActions = {
  readonly setOpening: (isOpening: boolean) => void;
  /** Keeps events that were read one by one or page by page. */
  readonly keepEvents: ReadEvents["keep"];
  /** Selects a record, and moves the date when the record is not there on the present one. */
  readonly select: (selection: Selection | null) => void;
  /** Goes to a day, or shows a stretch of days, be it of one day; Back leads to what was shown before. */
  readonly goToDate: (date: DayRange, asWindow?: boolean) => void;
  /** Goes to the next day, or back to the last (-1), on which something begins. */
  readonly stepToEvent: (count: 1 | -1) => void;
  /** Opens a step of the story, the first where none is named: date, camera and text. One that is not there does nothing. */
  readonly goToStory: (stepId?: string) => void;
};

export type Actions = TimeActions & FilterActions & ViewActions & MapActions & SharedActions;

export type AppState = TimeSlice &
  FilterSlice &
  ViewSlice &
  MapSlice & {
    readonly dataset: Dataset;
    readonly events: EventSource;
    /** The dataset with the events that were read one by one besides. */
    readonly known: ReadonlySignal<Dataset>;
    readonly sites: readonly Site[];
    /** What was where and when: with what conventions fill, or as far as it is attested. */
    readonly phases: ReadonlySignal<readonly PlacePhase[]>;
    /** The same of places whose position is not published. */
    readonly hiddenPhases: ReadonlySignal<readonly DatedPhase[]>;
    /** The sites that are measured, with such dates. */
    readonly datedSites: ReadonlySignal<readonly Site[]>;
    /** The dataset has places where people lived in the area studied; without them there is no separation to show. */
    readonly hasSites: boolean;
    /** The first screen is to be seen: what this shows, and two ways on. */
    readonly isOpening: ReadonlySignal<boolean>;
    /** What is shown is not all of the date yet: whoever plays through time waits. */
    readonly isBehind: ReadonlySignal<boolean>;
    readonly scene: ReadonlySignal<Scene>;
    /** The scene at the date that is compared with; null when none is. */
    readonly comparedScene: ReadonlySignal<Scene | null>;
    /** What changed between the two dates; null when none is compared with. */
    readonly changes: ReadonlySignal<ComparedChanges | null>;
    /** The measures of what is shown; no filter changes them. */
    readonly separation: ReadonlySignal<Separation>;
    /** What the filter leaves of what is shown; null without one. */
    readonly matches: ReadonlySignal<Matches | null>;
    readonly series: ReadonlySignal<readonly SeriesStep[]>;
    readonly actions: Actions;
  };

export type InitialState = Asked & {
  readonly language: Language;
  readonly selection: Selection | undefined;
  readonly storyStep: string | undefined;
  readonly panel: PanelView | undefined;
  readonly versionPair: VersionPair | null;
  readonly camera: Camera | undefined;
  /** A figure in the making, whose window opens. */
  readonly figure: string | undefined;
  readonly showsDistances: boolean;
  readonly isFramed: boolean;
  /** The first screen is to be seen. */
  readonly isOpening: boolean;
};

/** The start of a reader whose address asks for nothing. */
export const NOTHING_ASKED: Omit<InitialState, "language"> = {
  ...NOTHING_ASKED_OF_DATASET,
  selection: undefined,
  storyStep: undefined,
  panel: undefined,
  versionPair: null,
  camera: undefined,
  figure: undefined,
  showsDistances: false,
  isFramed: false,
  isOpening: false,
};

/** `makeEvents`: has the events in the way of the dataset. */
export function createAppState(
  dataset: Dataset,
  initial: InitialState,
  makeEvents: MakeEvents = recordsSource,
): AppState {
  const question = questionOf(dataset.meta, initial);
  const { actions: filterActions, ...filters } = createFilterSlice(dataset, question.filter);
  const { actions: timeActions, ...time } = createTimeSlice(
    periodOf(dataset.meta),
    question,
    computed(() => events.beginnings.value),
  );
  const { compare } = question;
  const { actions: viewActions, ...view } = createViewSlice({ ...initial, compare });
  const { actions: mapActions, ...map } = createMapSlice();

  const { left } = filters;
  const onFailure = () => viewActions.notify({ kind: "events-failed" });
  const events = makeEvents({ ...filters, ...time, ...view, dataset, onFailure });
  const singly = createReadEvents(dataset, onFailure);
  const { isWhole, known } = singly;

  const phases = computed(() => datedBy(time.conventions.value, dataset.placePhases));
  const hiddenPhases = computed(() => datedBy(time.conventions.value, dataset.hiddenPhases));
  const reading = () => ({
    certainty: time.certainty.value,
    conventions: time.conventions.value,
  });
  const seen = computed(() => seenOf(dataset, time.conventions.value, left.value));
  const series = computed(() => seriesOf(dataset, reading()));
  const scene = computed(() =>
    sceneIn(seen.value, time.mode.value, time.window.value, time.certainty.value),
  );

  const select = (next: Selection | null): void => {
    if (next?.kind === "event" && !events.areHeld && !isWhole(next.id)) void readAndSelect(next);
    else selectKnown(next);
  };
  const readAndSelect = async (next: Selection) => {
    const asked = viewActions.ask();
    const isThere = await singly.readWhole(next.id);
    const withdrawal = withdrawalOf(dataset, next);
    if (isThere) viewActions.answer(asked, () => selectKnown(next));
    else if (withdrawal) viewActions.notify({ kind: "withdrawn", withdrawal });
    else if (view.notice.peek() === null)
      viewActions.notify({ kind: "url-ignored", parameters: ["sel"] });
  };
  const selectKnown = (next: Selection | null) =>
    batch(() => {
      const target =
        next &&
        dayOfSelection(
          { ...known.value, placePhases: phases.value, hiddenPhases: hiddenPhases.value },
          next,
          time.window.value,
          time.day.value,
        );
      if (next && target === undefined) return;
      viewActions.setSelection(next);
      if (typeof target === "number" && target !== time.day.value) {
        timeActions.setPlaying(false);
        timeActions.beginMove();
        timeActions.moveTo(target);
        viewActions.notify({ kind: "moved-to-date", day: target });
      }
    });

  const goToDate = (date: DayRange, asWindow = false): void =>
    batch(() => {
      timeActions.setPlaying(false);
      timeActions.beginMove();
      if (asWindow || date.first < date.last) {
        timeActions.setMode("window");
        timeActions.setRange(date);
      } else {
        if (time.mode.peek() === "window") timeActions.setMode("instant");
        timeActions.moveTo(date.first);
      }
      const isWhole = [date.first, date.last].every((day) => isInPeriod(dataset.meta, day));
      viewActions.notify(isWhole ? null : { kind: "outside-period" });
    });

  const stepToEvent = (count: 1 | -1): void => {
    timeActions.setPlaying(false);
    if (events.nextBeginning) void stepToAsked(events.nextBeginning, count);
    else timeActions.stepBy(count, "event");
  };
  const stepToAsked = async (ask: NonNullable<EventSource["nextBeginning"]>, count: 1 | -1) => {
    const before = time.day.peek();
    try {
      const day = await ask(before, count);
      if (day !== undefined && time.day.peek() === before) timeActions.moveTo(day);
    } catch (error) {
      onNotGiven(error, onFailure);
    }
  };

  const goToStory = (stepId = dataset.story[0]?.id) =>
    batch(() => {
      const step = dataset.story.find((candidate) => candidate.id === stepId);
      if (!step) return;
      if (!events.areHeld) void singly.read(step.eventIds);
      viewActions.setPanel("story");
      viewActions.setStoryStep(step.id);
      timeActions.setPlaying(false);
      timeActions.setMode("instant");
      timeActions.moveTo(step.date);
      const box = boxOfStep(known.value, step.id);
      if (box) viewActions.command({ kind: "look", box, zoom: step.zoom });
    });

  const { isOpening, setOpening } = createOpening(initial.isOpening, () =>
    JSON.stringify([
      shownTime(time),
      reading(),
      filters.filter.value,
      view.compare.value,
      view.panel.value,
      view.storyStep.value,
      view.selection.value,
      view.camera.value,
      view.dialog.value,
      time.isPlaying.value,
    ]),
  );
  const actions: Actions = {
    setOpening,
    ...timeActions,
    ...filterActions,
    ...viewActions,
    setCompare: (day) => viewActions.setCompare(day === null ? null : inPeriod(day, time.period)),
    ...mapActions,
    keepEvents: singly.keep,
    select,
    goToDate,
    stepToEvent,
    goToStory,
  };
  const begin = askedStep(dataset.story, { view: initial.panel, step: initial.storyStep });
  if (begin !== undefined) goToStory(begin);
  if (initial.selection) select(initial.selection);

  return {
    ...time,
    ...filters,
    ...view,
    ...map,
    dataset,
    events,
    known,
    sites: sitesOf(dataset),
    hasSites: sitesOf(dataset).length > 0,
    isOpening,
    isBehind: computed(() => view.isMapBusy.value || events.isBehind.value),
    actions,
    phases,
    hiddenPhases,
    datedSites: computed(() => measuredRecords(dataset, time.conventions.value).sites),
    scene,
    matches: computed(() => matchesIn(scene.value, filters.filter.value)),
    comparedScene: computed(() =>
      view.compare.value === null
        ? null
        : sceneIn(seen.value, "instant", dayWindow(view.compare.value), time.certainty.value),
    ),
    changes: computed(() => {
      const other = view.compare.value;
      return other === null ? null : comparedChanges(dataset, reading(), time.day.value, other);
    }),
    separation: computed(() => separationOf(dataset, { ...shownTime(time), ...reading() })),
    series,
  };
}
