// The records that tell what happened at the places of a dataset, and what that rests on.
import type { Geometry, Point } from "geojson";
import type { Day } from "./day.ts";
import type { Localized } from "./language.ts";
import type { PositionQuality } from "./position.ts";
import type { Span, Window } from "./span.ts";

export const EVENT_CERTAINTIES = ["confirmed", "reported", "disputed"] as const;
export type EventCertainty = (typeof EVENT_CERTAINTIES)[number];

export const SENSITIVITIES = ["none", "person", "graphic"] as const;

/** Something that happened, at a place or at a position of its own. */
export type Event = {
  readonly id: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly category: string;
  readonly certainty: EventCertainty;
  readonly sensitivity: (typeof SENSITIVITIES)[number];
  readonly edtf: string;
  readonly span: Span;
  readonly placeId: string | null;
  readonly point: Point | null;
  readonly quality: PositionQuality | null;
  readonly peopleLow: number | null;
  readonly peopleHigh: number | null;
  readonly peopleNote: string | null;
  readonly actorIds: readonly string[];
  readonly accountParagraph: number | null;
  readonly sourceIds: readonly string[];
};

export const AGENCIES = [
  "forced",
  "under-threat",
  "state-organised",
  "collective",
  "voluntary",
] as const;
export const MOVEMENT_CONFIDENCES = ["stated", "inferred"] as const;

/** People going from one place to another. */
export type Movement = {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly edtf: string;
  readonly span: Span;
  readonly peopleLow: number | null;
  readonly peopleHigh: number | null;
  readonly peopleNote: string | null;
  readonly agency: (typeof AGENCIES)[number];
  readonly confidence: (typeof MOVEMENT_CONFIDENCES)[number];
  readonly note: Localized;
  readonly sourceIds: readonly string[];
};

export const MEASURES = [
  "present",
  "present-minors",
  "present-minors-alone",
  "capacity",
  "meals",
  "displaced",
  "arrested",
  "departures",
  "cumulative",
] as const;
export const COUNTER_KINDS = [
  "state",
  "ngo",
  "activist",
  "press",
  "police-union",
  "researcher",
] as const;
export type CounterKind = (typeof COUNTER_KINDS)[number];

/** A number that somebody gave. `low` alone means "at least", `high` alone "at most". */
export type Claim = {
  readonly id: string;
  readonly placeId: string;
  readonly edtf: string;
  readonly earliest: Day;
  readonly latest: Day;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly countedBy: string;
  /** The same in French; null where the data have it in English alone. */
  readonly countedByFr: string | null;
  readonly countedByKind: CounterKind;
  readonly sourceIds: readonly string[];
};

export type Count = Claim & {
  readonly measure: (typeof MEASURES)[number];
  readonly method: string;
  readonly qualityNote: string | null;
};

export type Death = Claim & {
  readonly scope: "single" | "total";
  readonly causeClass: string;
  readonly note: Localized;
};

/** A disagreement between sources, or something that could not be established. */
export type Contradiction = {
  readonly id: string;
  readonly subjectIds: readonly string[];
  readonly topic: "date" | "place" | "number" | "cause" | "other";
  readonly statement: Localized;
  readonly resolution: Localized;
  readonly sourceIds: readonly string[];
};

/** A named period of the whole story. */
export type Phase = {
  readonly id: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly window: Window;
  readonly sourceIds: readonly string[];
};

export type StoryStep = {
  readonly id: string;
  readonly order: number;
  readonly title: Localized;
  readonly text: Localized;
  readonly date: Day;
  readonly window: Window;
  readonly placeId: string;
  readonly zoom: number;
  readonly eventIds: readonly string[];
  readonly sourceIds: readonly string[];
};

export type Actor = { readonly id: string; readonly label: Localized };

export const SOURCE_KINDS = [
  "press",
  "agency-copy",
  "activist",
  "ngo",
  "state",
  "court",
  "parliament",
  "academic",
  "encyclopedia",
  "blog",
  "social",
  "partisan",
  "union",
  "data",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const LINK_STATUSES = ["alive", "dead", "unclear"] as const;
/** What the last check of an address found; `unclear` is an answer that a person would have to look at. */
export type LinkCheck = {
  readonly status: (typeof LINK_STATUSES)[number];
  readonly checkedOn: Day;
};

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly kind: SourceKind;
  readonly note: string | null;
  /** Null when the address was never checked. */
  readonly link: LinkCheck | null;
};

export const BASEMAP_CLASSES = [
  "land",
  "sea",
  "town",
  "water",
  "canal",
  "rail",
  "motorway",
  "trunk",
  "street",
  "station",
  "label",
] as const;

export type BasemapFeature = {
  readonly id: string;
  readonly class: (typeof BASEMAP_CLASSES)[number];
  readonly name: Localized | null;
  readonly minZoom: number;
  readonly quality: PositionQuality;
  readonly geometry: Geometry;
};
