// Every piece of state and every action that changes it. Nothing else writes; map, panels and address follow.
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Dataset } from "#model/dataset.ts";
import { type Day, parseDay } from "#model/day.ts";
import type { Language } from "#model/language.ts";
import { measureSeparation, type Separation, type Site } from "#model/separation.ts";
import { type Certainty, dayWindow } from "#model/span.ts";
import { type Scene, sceneAt } from "./scene.ts";
import { dayOfSelection } from "./selected-day.ts";
import type { Selection } from "./selection.ts";
import { type SeriesStep, separationSeries } from "./series.ts";
import { sitesOf } from "./sites.ts";
import type { Camera } from "./url.ts";

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;
export type Speed = (typeof SPEEDS)[number];

/** What the side panel shows when nothing is selected. */
export type PanelView = "closed" | "now" | "about";
export type SheetHeight = "low" | "middle" | "high";

export type AppState = {
  readonly dataset: Dataset;
  readonly sites: readonly Site[];
  readonly day: ReadonlySignal<Day>;
  readonly certainty: ReadonlySignal<Certainty>;
  readonly language: ReadonlySignal<Language>;
  readonly selection: ReadonlySignal<Selection | null>;
  readonly panel: ReadonlySignal<PanelView>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<Speed>;
  /** Undefined while the map shows its home view. */
  readonly camera: ReadonlySignal<Camera | undefined>;
  readonly sheet: ReadonlySignal<SheetHeight>;
  /** One sentence about something that the reader should know, or null. */
  readonly notice: ReadonlySignal<Notice | null>;
  readonly mapCommand: ReadonlySignal<MapCommand | null>;
  readonly scene: ReadonlySignal<Scene>;
  readonly separation: ReadonlySignal<Separation>;
  readonly series: ReadonlySignal<readonly SeriesStep[]>;
  readonly actions: Actions;
};

export type Notice =
  | { readonly kind: "url-ignored"; readonly parameters: readonly string[] }
  | { readonly kind: "moved-to-date" };

/** Something that a control asks of the map. */
export type MapCommand = { readonly kind: "zoom"; readonly by: number } | { readonly kind: "home" };

export type Actions = {
  /** Stops at the first and the last day of the dataset. */
  readonly moveTo: (day: Day) => void;
  readonly setCertainty: (certainty: Certainty) => void;
  readonly setLanguage: (language: Language) => void;
  /** Also moves the date when the record is not there on the present one. */
  readonly select: (selection: Selection | null) => void;
  readonly setPanel: (panel: PanelView) => void;
  readonly setPlaying: (isPlaying: boolean) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly setCamera: (camera: Camera | undefined) => void;
  readonly setSheet: (height: SheetHeight) => void;
  readonly notify: (notice: Notice | null) => void;
  /** Each command is a new object, so that the same one twice is carried out twice. */
  readonly command: (command: MapCommand) => void;
};

export type InitialState = {
  readonly day: Day | undefined;
  readonly certainty: Certainty | undefined;
  readonly language: Language;
  readonly selection: Selection | undefined;
  readonly camera: Camera | undefined;
};

/** The date shown to a reader who asks for none: one on which the story can be seen at a glance. */
const OPENING_DAY = parseDay("2014-05-27");

/** The day that a dataset opens on. */
export function openingDay({ meta }: Dataset): Day {
  const isWithin =
    OPENING_DAY !== undefined && OPENING_DAY >= meta.firstDay && OPENING_DAY <= meta.lastDay;
  return isWithin ? OPENING_DAY : meta.firstDay;
}

export function createAppState(dataset: Dataset, initial: InitialState): AppState {
  const { firstDay, lastDay } = dataset.meta;
  const clamp = (day: Day) => Math.min(Math.max(day, firstDay), lastDay) as Day;
  const sites = sitesOf(dataset);
  const day = signal(clamp(initial.day ?? openingDay(dataset)));
  const certainty = signal<Certainty>(initial.certainty ?? "possible");
  const language = signal(initial.language);
  const selection: Signal<Selection | null> = signal(null);
  const panel = signal<PanelView>("closed");
  const isPlaying = signal(false);
  const speed = signal<Speed>(1);
  const camera = signal(initial.camera);
  const sheet = signal<SheetHeight>("low");
  const notice = signal<Notice | null>(null);

  const mapCommand = signal<MapCommand | null>(null);

  const actions: Actions = {
    moveTo: (next) => {
      day.value = clamp(next);
    },
    setCertainty: (next) => {
      certainty.value = next;
    },
    setLanguage: (next) => {
      language.value = next;
    },
    select: (next) =>
      batch(() => {
        const target = next && dayOfSelection(dataset, next, day.value);
        if (next && target === undefined) return;
        selection.value = next;
        if (typeof target === "number" && target !== day.value) {
          isPlaying.value = false;
          day.value = clamp(target);
          notice.value = { kind: "moved-to-date" };
        }
      }),
    setPanel: (next) =>
      batch(() => {
        panel.value = next;
        selection.value = null;
      }),
    setPlaying: (next) =>
      batch(() => {
        if (next && day.value >= lastDay) day.value = firstDay;
        isPlaying.value = next;
      }),
    setSpeed: (next) => {
      speed.value = next;
    },
    setCamera: (next) => {
      camera.value = next;
    },
    setSheet: (next) => {
      sheet.value = next;
    },
    notify: (next) => {
      notice.value = next;
    },
    command: (next) => {
      mapCommand.value = { ...next };
    },
  };
  if (initial.selection) actions.select(initial.selection);

  return {
    dataset,
    sites,
    day,
    certainty,
    language,
    selection,
    panel,
    isPlaying,
    speed,
    camera,
    sheet,
    notice,
    mapCommand,
    scene: computed(() => sceneAt(dataset, sites, day.value, certainty.value)),
    separation: computed(() =>
      measureSeparation(sites, dataset.counts, dayWindow(day.value), certainty.value),
    ),
    series: computed(() =>
      separationSeries(sites, dataset.counts, firstDay, lastDay, certainty.value),
    ),
    actions,
  };
}
