// The state of the page around map and time: language, what is selected, which panel is open, where the map looks.
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Withdrawal } from "#model/dataset/withdrawal.ts";
import type { Bbox } from "#model/space/bbox.ts";
import type { Day } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";
import type { Camera } from "#web/view/question/camera.ts";
import { openPanel, type PanelView } from "#web/view/question/panel-view.ts";
import type { Selection } from "#web/view/question/selection.ts";
import type { VersionPair } from "#web/view/question/version-pair.ts";
import type { LaidOver } from "./laid-over.ts";

export type Dialog = "picture" | "embed";
/** A window over the page: each time it is opened it is another one, whatever it holds. */
export type OpenDialog = { readonly name: Dialog; readonly opening: number };
export type SheetHeight = "low" | "middle" | "high";

export type Notice =
  /** The address names a version of the data that is not the one shown. */
  | { readonly kind: "other-version"; readonly asked: string }
  /** Data or page, or both, do not have the language that the reader asked for. */
  | { readonly kind: "language"; readonly asked: Language }
  /** The address names a record that was withdrawn. */
  | { readonly kind: "withdrawn"; readonly withdrawal: Withdrawal }
  | { readonly kind: "url-ignored"; readonly parameters: readonly string[] }
  /** The address, or a reader, asks for days that the data are not of; the nearest are shown. */
  | { readonly kind: "outside-period" }
  /** The address stands on a picture that has a title of its own. */
  | { readonly kind: "of-picture"; readonly title: string }
  /** What was opened is not there on the date that was shown: this one is now. */
  | { readonly kind: "moved-to-date"; readonly day: Day }
  | { readonly kind: "offline" }
  /** A part of the page that is fetched when it is asked for did not come: which, so that no other one takes the word back. */
  | { readonly kind: "part-failed"; readonly part: object }
  /** Events that were asked for did not come. */
  | { readonly kind: "events-failed" };

/** Something that a control asks of the map. */
export type MapCommand =
  | { readonly kind: "zoom"; readonly by: number }
  | { readonly kind: "home" }
  | { readonly kind: "camera"; readonly camera: Camera }
  /** Brings what is selected into sight, where it is out of it. */
  | { readonly kind: "sight" }
  /** Makes what the map shows the area of the filter. */
  | { readonly kind: "area-of-view" }
  /** Shows all of the box, no closer than now; nothing where all of it is in sight. */
  | { readonly kind: "show"; readonly box: Bbox }
  /** Shows all of the box, as near as that goes, and no nearer than the zoom. */
  | { readonly kind: "look"; readonly box: Bbox; readonly zoom: number };

export type ViewSlice = {
  /** Another object with each thing to read that the reader asks for; not when what was asked for comes. */
  readonly asked: ReadonlySignal<object>;
  /** In a frame of another page, which keeps the wheel and one finger to scroll by. */
  readonly isFramed: boolean;
  readonly language: ReadonlySignal<Language>;
  /** The words with which the list of sources opens. */
  readonly sourceWords: ReadonlySignal<string>;
  readonly selection: ReadonlySignal<Selection | null>;
  readonly panel: ReadonlySignal<PanelView | null>;
  /** Of which the panel of versions tells; null: of the last publish. */
  readonly versionPair: ReadonlySignal<VersionPair | null>;
  /** What a part of the page draws over the map, or null. */
  readonly laidOver: ReadonlySignal<LaidOver | null>;
  /** Undefined while the map shows its home view. */
  readonly camera: ReadonlySignal<Camera | undefined>;
  readonly sheet: ReadonlySignal<SheetHeight>;
  /** One sentence about something that the reader should know, or null. */
  readonly notice: ReadonlySignal<Notice | null>;
  readonly mapCommand: ReadonlySignal<MapCommand | null>;
  /** True from new data until the map has drawn them. */
  readonly isMapBusy: ReadonlySignal<boolean>;
  /** A second date that stands beside the first, or null. */
  readonly compare: ReadonlySignal<Day | null>;
  /** Lines to the reference place, distance rings and the crossing of the separating line are drawn. */
  readonly showsDistances: ReadonlySignal<boolean>;
  /** The record that the pointer is on in a list; the map marks it. */
  readonly pointed: ReadonlySignal<Selection | null>;
  readonly showsLanes: ReadonlySignal<boolean>;
  /** The step of the story that is open, or null. */
  readonly storyStep: ReadonlySignal<string | null>;
  /** What the map shows; null until it is drawn. */
  readonly frame: ReadonlySignal<Bbox | null>;
  /** A place of the map of which the reader wants to see the events, or null for what the map shows. */
  readonly spot: ReadonlySignal<Bbox | null>;
  /** The window over the page that is open, or null. */
  readonly dialog: ReadonlySignal<OpenDialog | null>;
  /** The figure that the reader has begun to make, as a packed document, or null. */
  readonly figure: ReadonlySignal<string | null>;
};

export type ViewActions = {
  readonly setLanguage: (language: Language) => void;
  /** Notes that the reader has asked for something that may come later; answers what to name it by when it does. */
  readonly ask: () => object;
  /** Shows what has been asked for, unless the reader has asked for something else since. */
  readonly answer: (asked: object, show: () => void) => void;
  readonly setSelection: (selection: Selection | null) => void;
  /** Opens a panel, or closes it; what was selected is let go. */
  readonly setPanel: (panel: PanelView | null) => void;
  /** Goes back one step: from a record to the list that it was opened from, from anything else out of the panel. */
  readonly closeTop: () => void;
  /** Opens the list of those sources in which the words are. */
  readonly openSources: (words: string) => void;
  /** Opens the panel of versions with these two. */
  readonly openVersions: (pair: VersionPair | null) => void;
  readonly layOver: (laid: LaidOver | null) => void;
  readonly setCamera: (camera: Camera | undefined) => void;
  readonly setSheet: (height: SheetHeight) => void;
  readonly notify: (notice: Notice | null) => void;
  /** The same command twice is carried out twice. */
  readonly command: (command: MapCommand) => void;
  readonly setMapBusy: (isBusy: boolean) => void;
  /** Compares with a day, or with the end of the period before it. */
  readonly setCompare: (day: Day | null) => void;
  readonly point: (selection: Selection | null) => void;
  readonly setShowsDistances: (shows: boolean) => void;
  readonly setShowsLanes: (shows: boolean) => void;
  readonly setStoryStep: (id: string | null) => void;
  readonly setFrame: (frame: Bbox) => void;
  readonly setSpot: (spot: Bbox | null) => void;
  readonly openDialog: (name: Dialog) => void;
  readonly setFigure: (packed: string | null) => void;
  /** Another content for the window that is open. */
  readonly turnDialog: (name: Dialog) => void;
  /** Notes that a window has closed; nothing when another one has been opened since. */
  readonly closeDialog: (opening: number) => void;
};

export type InitialView = {
  readonly figure: string | undefined;
  readonly language: Language;
  readonly camera: Camera | undefined;
  readonly compare: Day | null;
  readonly panel: PanelView | undefined;
  readonly versionPair: VersionPair | null;
  readonly showsDistances: boolean;
  readonly isFramed: boolean;
};

export function createViewSlice(
  initial: InitialView,
): ViewSlice & { readonly actions: ViewActions } {
  const language = signal(initial.language);
  const asked = signal<object>({});
  let isAnswering = false;
  const ask = () => {
    if (!isAnswering) asked.value = {};
    return asked.peek();
  };
  const sourceWords = signal("");
  const selection = signal<Selection | null>(null);
  const panel = signal<PanelView | null>(openPanel(initial.panel));
  const versionPair = signal(initial.versionPair);
  const laidOver = signal<LaidOver | null>(null);
  const camera = signal(initial.camera);
  const sheet = signal<SheetHeight>("low");
  const notice = signal<Notice | null>(null);
  const mapCommand = signal<MapCommand | null>(null);
  const isMapBusy = signal(false);
  const compare = signal(initial.compare);
  const showsDistances = signal(initial.showsDistances);
  const pointed = signal<Selection | null>(null);
  const showsLanes = signal(false);
  const storyStep = signal<string | null>(null);
  const frame = signal<Bbox | null>(null);
  const spot = signal<Bbox | null>(null);
  const figure = signal(initial.figure ?? null);
  const dialog = signal<OpenDialog | null>(
    figure.peek() === null ? null : { name: "picture", opening: 0 },
  );
  let openings = 0;
  const actions: ViewActions = {
    setLanguage: (next) => {
      language.value = next;
    },
    ask,
    answer: (to, show) => {
      if (asked.peek() !== to) return;
      isAnswering = true;
      try {
        batch(show);
      } finally {
        isAnswering = false;
      }
    },
    setSelection: (next) =>
      batch(() => {
        ask();
        selection.value = next;
      }),
    setPanel: (next) =>
      batch(() => {
        ask();
        panel.value = next;
        selection.value = null;
        sourceWords.value = "";
        if (next !== "story") storyStep.value = null;
      }),
    closeTop: () => {
      if (selection.peek() !== null && panel.peek() !== null) actions.setSelection(null);
      else actions.setPanel(null);
    },
    openSources: (words) =>
      batch(() => {
        actions.setPanel("sources");
        sourceWords.value = words;
      }),
    openVersions: (pair) =>
      batch(() => {
        versionPair.value = pair;
        actions.setPanel("versions");
      }),
    layOver: (next) => {
      laidOver.value = next;
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
    setMapBusy: (next) => {
      isMapBusy.value = next;
    },
    setCompare: (next) => {
      compare.value = next;
    },
    point: (next) => {
      pointed.value = next;
    },
    setShowsDistances: (next) => {
      showsDistances.value = next;
    },
    setShowsLanes: (next) => {
      showsLanes.value = next;
    },
    setStoryStep: (next) =>
      batch(() => {
        ask();
        storyStep.value = next;
      }),
    setFrame: (next) => {
      frame.value = next;
    },
    setSpot: (next) => {
      spot.value = next;
    },
    setFigure: (packed) => {
      figure.value = packed;
    },
    openDialog: (name) => {
      openings += 1;
      dialog.value = { name, opening: openings };
    },
    turnDialog: (name) => {
      const open = dialog.peek();
      if (open) dialog.value = { ...open, name };
    },
    closeDialog: (opening) => {
      if (dialog.peek()?.opening === opening) dialog.value = null;
    },
  };
  return {
    isFramed: initial.isFramed,
    asked,
    language,
    sourceWords,
    selection,
    panel,
    versionPair,
    laidOver,
    camera,
    sheet,
    notice,
    mapCommand,
    isMapBusy,
    compare,
    showsDistances,
    pointed,
    showsLanes,
    storyStep,
    frame,
    spot,
    dialog,
    figure,
    actions,
  };
}
