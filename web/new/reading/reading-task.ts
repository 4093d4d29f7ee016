// What the page asks of the worker that reads, and what it is told.
import type { HarmQuestion } from "#import/harm/harm-questions.ts";
import type { MappedSource } from "#import/mapped/map-source.ts";
import type { MappingDraft } from "#import/mapping/draft.ts";
import type { RowEdit } from "#import/mapping/edit.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import type { Refusal } from "#import/refusal/refusal.ts";
import type { Guessed, SourceChoice, SourceNote } from "#import/source/source-table.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Event } from "#model/record/event.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import type { BroughtCrowd, EventPage, SumsAsked, SumsOfSteps } from "#web/api/brought-events.ts";
import type { Brought } from "./brought-files.ts";
import type { FoundRows, RowReading, RowsAsked } from "./find-rows.ts";

/** A table as it was read, and what its columns were taken for. */
export type ReadTable = {
  readonly kind: "table";
  readonly file: string;
  readonly format: string;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly samples: Readonly<Record<string, readonly string[]>>;
  readonly hasGeometry: boolean;
  /** The first rows, as they are written. */
  readonly first: readonly (readonly string[])[];
  readonly guesses: readonly Guessed[];
  readonly notes: readonly SourceNote[];
  readonly sheets: readonly string[];
  readonly draft: MappingDraft;
  /** The known table that it was taken for. */
  readonly preset: string | null;
  /** The file of a mapping beside it, by which it is read. */
  readonly mappedBy: string | null;
};

/** A package says itself what its tables are. */
export type ReadPackage = { readonly kind: "package"; readonly file: string };
export type Refused = { readonly kind: "refused"; readonly refusals: readonly Refusal[] };
export type Read = ReadTable | ReadPackage | Refused;

/** What came of a mapping, and what of it might harm somebody. */
export type Told = Omit<MappedSource, "files"> & { readonly harm: readonly HarmQuestion[] };
export type Mapped = Told | Refused;
export type FoundMapping = { readonly kind: "mapping"; readonly mapping: Mapping } | Refused;
export type Previewed = { readonly kind: "document"; readonly dataset: Dataset } | Refused;

/** Each question with its answer. */
export type Questions = {
  readonly open: (asked: {
    readonly files: readonly Brought[];
    readonly choice: SourceChoice;
    readonly language: string;
  }) => Read;
  /** A mapping that was kept, where the table has all that it names. */
  readonly mapping: (asked: { readonly file: File }) => FoundMapping;
  readonly map: (asked: { readonly mapping: Mapping }) => Mapped;
  readonly rows: (asked: RowsAsked & { readonly mapping: Mapping }) => FoundRows;
  /** What would be made of a row that was found. */
  readonly row: (asked: { readonly mapping: Mapping; readonly edit: RowEdit }) => RowReading;
  readonly preview: (asked: { readonly mapping: Mapping | null }) => Previewed;
  /** Of the last preview, where its events are too many for the document; undefined where no event is called so. */
  readonly event: (asked: { readonly id: string }) => Event | undefined;
  readonly page: (asked: { readonly search: string }) => EventPage;
  readonly crowd: (asked: { readonly search: string }) => BroughtCrowd;
  readonly sums: (asked: SumsAsked) => SumsOfSteps;
  readonly rejected: (asked: {
    readonly mapping: Mapping;
    readonly language: InterfaceLanguage;
  }) => Blob;
  /** The events as a GeoPackage; `sqlite` is the program that writes it, which a reader that may connect to nothing is given. */
  readonly geopackage: (asked: {
    readonly mapping: Mapping;
    readonly sqlite: ArrayBuffer;
  }) => Blob | Refused;
  readonly pack: (asked: { readonly mapping: Mapping | null }) => Blob;
};
export type QuestionName = keyof Questions;
export type Asked = {
  readonly [Name in QuestionName]: {
    readonly name: Name;
    readonly nth: number;
    readonly asked: Parameters<Questions[Name]>[0];
  };
}[QuestionName];

export type Message =
  | { readonly kind: "progress"; readonly nth: number; readonly rows: number }
  | { readonly kind: "answer"; readonly nth: number; readonly answer: unknown }
  | { readonly kind: "fault"; readonly nth: number; readonly message: string };
