// What a dataset says of itself: its words, its vocabularies, and what its kinds of things are to a reader. The
// definition with which packages are checked is `geodata/domain`.
import type { Bbox } from "../space/bbox.ts";
import type { Day } from "../time/day.ts";
import type { Language, Localized } from "../words/language.ts";
import type { VocabularyName } from "../words/vocabulary.ts";
import type { DeclaredAttributes } from "./attribute.ts";

/** Shapes that a mark can have within its circle. */
export const SYMBOLS = [
  "dot",
  "cross",
  "plus",
  "chevron",
  "triangle",
  "square",
  "diamond",
] as const;
export type MarkSymbol = (typeof SYMBOLS)[number];

/** How much a family of events stands out where many of them share a bar. */
export const WEIGHTS = ["strong", "medium", "soft", "plain"] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Classes of GeoNames: water, area, road, building or site. */
export const GAZETTEER_CLASSES = ["H", "L", "R", "S"] as const;

/** What gazetteers call a kind of place (https://www.geonames.org/export/codes.html). */
export type GazetteerType = {
  readonly featureClass: (typeof GAZETTEER_CLASSES)[number];
  /** Null where no code of the class says it. */
  readonly code: string | null;
};

export type Term = {
  readonly id: string;
  readonly label: Localized;
  /** Where there is little room. */
  readonly short: Localized | null;
  /** One sentence on what it covers. */
  readonly means: Localized | null;
  /** The family of a category of events, by which it is drawn. */
  readonly family: string | null;
  /** Of a kind of place alone. */
  readonly gazetteer: GazetteerType | null;
};

export type Family = {
  readonly id: string;
  readonly label: Localized;
  readonly symbol: MarkSymbol;
  readonly weight: Weight;
};

export type Vocabularies = Readonly<Record<VocabularyName, readonly Term[]>> & {
  /** Groups of categories, which are drawn alike, from the bottom of a bar up. */
  readonly eventFamilies: readonly Family[];
};

/** What kinds of places are to a reader; a kind that has no part is listed and not drawn. */
export type Roles = {
  /** They are counted and measured. */
  readonly sites: readonly string[];
  /** No sites, whose outlines are drawn as those of sites are. */
  readonly outlined: readonly string[];
  /** Ground of works, such as a harbour. */
  readonly grounds: readonly string[];
  readonly barriers: readonly string[];
  /** Drawn as points for orientation. */
  readonly landmarks: readonly string[];
};

export const SIDE_COLOURS = ["first", "middle", "last"] as const;
export type SideColour = (typeof SIDE_COLOURS)[number];
export const SIDE_SYMBOLS = ["disc", "barred", "lozenge"] as const;
export type SideSymbol = (typeof SIDE_SYMBOLS)[number];

/** How one side of the line is called and drawn. */
export type SideWords = {
  /** "inside the wall". */
  readonly label: Localized;
  /** "inside", after a number too. */
  readonly short: Localized;
  /** "within the walls": one clause on what it is; null: none. */
  readonly sentence: Localized | null;
  readonly colour: SideColour;
  readonly symbol: SideSymbol;
};

/** A place with the name that a sentence has for it, article included. */
export type NamedPlace = { readonly place: string; readonly label: Localized };

export type DeclaredSeparation = {
  /** From which distances are measured. */
  readonly reference: NamedPlace;
  /** Others, the first of which distances are measured from too. */
  readonly further: readonly NamedPlace[];
  /** Outlines that together are the line, and what a sentence calls it; null: nothing has a side. */
  readonly line: { readonly outlines: readonly string[]; readonly label: Localized } | null;
  readonly sides: Readonly<Record<"inside" | "edge" | "beyond", SideWords>> | null;
};

export const MEASURE_TYPES = ["separation", "tally", "sum"] as const;

/** A figure that the dataset wants to be told by. */
export type DeclaredMeasure = {
  readonly type: (typeof MEASURE_TYPES)[number];
  /** Of a sum: the field that is summed. */
  readonly field: string | null;
  readonly label: Localized | null;
};

/** Phrases of the interface that only a dataset can fill; null: the interface has one that fits all. */
export type DatasetPhrases = {
  /** Of the map that shows everything. */
  readonly wholeMap: Localized | null;
  /** What one of its sites is called, and several are, in the languages in which it has a word for both. */
  readonly site: Localized | null;
  readonly sites: Localized | null;
  readonly siteOutline: Localized | null;
  readonly barriers: Localized | null;
  /** How sites are counted, in one sentence. */
  readonly sitesMethod: Localized | null;
};

/** What a collection of the API is called in this dataset. */
export type CollectionWords = {
  readonly id: string | null;
  readonly title: Localized | null;
  readonly description: Localized | null;
};
export const COLLECTION_ROLES = [
  "places",
  "sites",
  "outlines",
  "events",
  "movements",
  "counts",
  "sources",
  "citations",
  "attestations",
  "phases",
  "basemap",
] as const;
export type CollectionRole = (typeof COLLECTION_ROLES)[number];

export const OPENING_MODES = ["instant", "cumulative"] as const;
export type OpeningMode = (typeof OPENING_MODES)[number];

export type Declared = {
  /** The first is spoken where no other is asked for. */
  readonly languages: readonly Language[];
  readonly title: Localized;
  readonly headline: Localized | null;
  readonly standfirst: Localized | null;
  readonly description: Localized;
  readonly attribution: Localized;
  /** The attribution in one line, short enough to stand on the map at all times. */
  readonly credit: Localized;
  /** In which the days are days, by its name in the IANA database. */
  readonly timeZone: string;
  /** First and last day, both included. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The day shown to a reader who asks for none. */
  readonly openingDay: Day;
  /** That day alone, or everything from the first day to it. */
  readonly openingMode: OpeningMode;
  readonly extent: Bbox;
  /** What the map shows at first. */
  readonly home: Bbox;
  readonly vocabularies: Vocabularies;
  readonly roles: Roles;
  readonly phrases: DatasetPhrases;
  readonly collections: Readonly<Record<CollectionRole, CollectionWords>>;
  /** The columns of its own, as its tables and their schemas bring them. */
  readonly attributes: DeclaredAttributes;
  readonly measures: readonly DeclaredMeasure[];
  /** Two dates worth comparing. */
  readonly compare: { readonly from: Day; readonly to: Day } | null;
  /** Short names of records by their ids, where there is little room. */
  readonly shortNames: Readonly<Record<string, Localized>>;
  /** Sentences that a figure may be headed with, their numbers in braces. */
  readonly titleTemplates: readonly Localized[];
  /** Ids of the records on which steps of the story lay stress, by the step. */
  readonly emphasis: Readonly<Record<string, readonly string[]>>;
  /** Who keeps the copy that was read, by the id of the source. */
  readonly carriers: Readonly<Record<string, string>>;
};
