// The events of a dataset as the page has them. They come in one of three ways, as records with the document, as columns
// all at once, or as tiles of what the map shows; whoever shows them asks the same of each.
import type { ReadonlySignal } from "@preact/signals";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Facet, Filter } from "#model/question/filter.ts";
import type { OwnColumn } from "#model/question/own-column.ts";
import type { Bbox } from "#model/space/bbox.ts";
import type { Day } from "#model/time/day.ts";
import type { Certainty, Window } from "#model/time/span.ts";
import type { Stretch } from "#model/time/timeline.ts";
import type { CrowdBlock } from "#web/view/crowd/event-blocks.ts";
import type { PicturedCrowd } from "#web/view/crowd/moment-crowd.ts";
import type { DayRange } from "#web/view/question/time.ts";
import type { EventTally } from "#web/view/scene/happened.ts";
import type { Left } from "#web/view/scene/left.ts";

/** How many events are open in the window. */
export type OpenEvents = EventTally & {
  /** Those in what the map shows; null while there is no map. */
  readonly inFrame: number | null;
  /** Of all, those that match the filter; null without one. */
  readonly matching: number | "counting" | null;
  /** The share (0…1) of all events that is here, while they come; else null. */
  readonly share: number | null;
  /** The map does not show those of the date yet. */
  readonly isDrawing: boolean;
};

/** A part of a bar, from the bottom up. */
export type Stripe = {
  /** Its look: the weight of a family of categories, that of a category by its place, or of what a filter does not leave. */
  readonly look: string;
  /** The place of its category among `categories`; null where the look has a colour of its own. */
  readonly place: number | null;
  /** Its events certainly fall in the days of the bar; else they only may. */
  readonly isCertain: boolean;
  readonly count: number;
};
/** The bar of the events that fall in a stretch of days. */
export type BarOfEvents = Stretch &
  EventTally & {
    readonly stripes: readonly Stripe[];
  };

/** How the map draws them; the one thing in which the ways differ for who shows them. */
export type EventMarks =
  /** Each by a sign of its own, in the scene. */
  | { readonly kind: "signs" }
  /** From columns, by a layer of their own. */
  | {
      readonly kind: "columns";
      /** All events, and those in which words were found besides. */
      readonly all: ReadonlySignal<readonly CrowdBlock[]>;
      /** The blocks whose events that are left match the filter. */
      readonly matching: ReadonlySignal<readonly CrowdBlock[]>;
      readonly isFiltered: ReadonlySignal<boolean>;
    }
  /** From tiles that the map asks for. */
  | {
      readonly kind: "tiles";
      readonly isFiltered: ReadonlySignal<boolean>;
      /** One map more (1) or less (-1) waits for its tiles. */
      readonly addMapsWaiting: (count: 1 | -1) => void;
    };

export type EventSource = {
  readonly marks: EventMarks;
  /** The document of the dataset holds every event: scene and lists have them all. Else lists are asked of the service. */
  readonly areHeld: boolean;
  /** In the order of their colours, the most frequent first; none where each event has a sign of its own. */
  readonly categories: ReadonlySignal<readonly string[]>;
  /** Null while nobody has counted. */
  readonly open: ReadonlySignal<OpenEvents | null>;
  /**
   * Those that pictures draw besides the events of the document: of columns as soon as all are here, and undefined before;
   * null where the page has none of them.
   */
  readonly pictured: ReadonlySignal<PicturedCrowd | null | undefined>;
  /** They did not come. */
  readonly hasFailed: ReadonlySignal<boolean>;
  /** How many each value of a facet would leave, all other parts of the filter holding; undefined where nobody has counted. */
  readonly countFacet: (facet: Facet) => ReadonlyMap<string, number | undefined>;
  /** The same of a column that the dataset has of its own; null: nobody counts it. */
  readonly countOwn: (column: OwnColumn) => ReadonlyMap<string, number> | null;
  /** For the histogram. */
  readonly inBins: (bins: readonly Stretch[]) => readonly BarOfEvents[];
  /** The days on which events that the filter leaves begin, ascending. */
  readonly beginnings: ReadonlySignal<readonly Day[]>;
  /** Asks for the nearest such day after (1) or before (-1) a day, where the page does not know them; else null. */
  readonly nextBeginning: ((day: Day, direction: 1 | -1) => Promise<Day | undefined>) | null;
  /** What is shown is not all of the date yet: whoever plays through time waits. */
  readonly isBehind: ReadonlySignal<boolean>;
  /** How long a date stays while time plays: long enough to read what was counted of it. */
  readonly minStepMs: number;
  /** Asks the service for what is not here, and again when the reader asks otherwise. Answers the function that ends it. */
  readonly run: () => () => void;
};

/** What a source follows: the reader's question, and what the map shows. */
export type EventQuestion = {
  readonly dataset: Dataset;
  readonly filter: ReadonlySignal<Filter>;
  readonly left: ReadonlySignal<Left>;
  readonly certainty: ReadonlySignal<Certainty>;
  readonly window: ReadonlySignal<Window>;
  readonly period: DayRange;
  readonly frame: ReadonlySignal<Bbox | null>;
  /** Tells the reader that events did not come. */
  readonly onFailure: () => void;
};
