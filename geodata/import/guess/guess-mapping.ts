// What the columns of a table are, guessed from its headings and its cells: a draft for whoever brings it to look at.
import type { Language } from "#model/words/language.ts";
import {
  completed,
  emptyDraft,
  lackingIn,
  type MappingDraft,
  type NeededPart,
} from "../mapping/draft.ts";
import { EVENT_FIELDS, PROTECTING } from "../mapping/event-fields.ts";
import { MAPPING, type Mapping } from "../mapping/mapping.ts";
import { findPreset, presetDraft } from "../presets/find-preset.ts";
import type { Preset } from "../presets/preset.ts";
import type { SourceTable } from "../source/source-table.ts";
import { lookAt, type TableLook } from "./column-look.ts";
import { type Part, partsOf, plain, spokenHeadings } from "./headings.ts";
import { surveyWhole, type WholeSurvey } from "./whole-survey.ts";

export type MappingGuess = {
  readonly draft: MappingDraft;
  /** Undefined where something is open that no event can do without. */
  readonly mapping: Mapping | undefined;
  readonly lacking: readonly NeededPart[];
  /** The known table that it was taken for. */
  readonly preset: Preset | undefined;
  readonly look: TableLook;
  readonly survey: WholeSurvey;
};

export type GuessOptions = {
  /** The known table that it is, in the place of the one that its headings are those of; null: of none. */
  readonly preset?: Preset | null | undefined;
  /** In which order day and month are, where the file leaves it open. */
  readonly order?: "dmy" | "mdy" | undefined;
  /** Whether nobody has said in which language the texts are: where they tell it themselves, they are in that. */
  readonly isLanguageOpen?: boolean;
};

/** The mapping of a table that nobody has mapped. `called`: what the dataset is called, and in which languages it is. */
export async function guessMapping(
  table: SourceTable,
  called: Mapping["dataset"],
  { isLanguageOpen = false, order, preset: said }: GuessOptions = {},
): Promise<MappingGuess> {
  const look = await lookAt(table);
  const dataset =
    isLanguageOpen && look.language ? { ...called, languages: [look.language] } : called;
  const preset = said === undefined ? findPreset(table) : (said ?? undefined);
  const byHeadings = draftOf(table, look, dataset);
  const first = preset
    ? withGuessed(presetDraft(preset, table, dataset), byHeadings, look)
    : byHeadings;
  const survey = await surveyWhole(table, first);
  const draft = decided(first, survey, order);
  return { draft, mapping: completed(draft), lacking: lackingIn(draft), preset, look, survey };
}

/** What a preset does not have of what an event needs, as the headings have it; a pair may be written as well-known text. */
function withGuessed(draft: MappingDraft, guessed: MappingDraft, look: TableLook): MappingDraft {
  const position = draft.position ?? guessed.position;
  const title = Object.keys(draft.title).length > 0 ? draft.title : guessed.title;
  const isWkt = position?.from === "pair" && mayBe(look, position.column, "wkt");
  return {
    ...draft,
    date: draft.date ?? guessed.date,
    position: isWkt ? { from: "wkt", column: position.column } : position,
    title,
  };
}

type Shape = "date" | "number" | "wkt" | "pair" | "mgrs";

const mayBe = ({ columns }: TableLook, column: string, what: Shape) =>
  columns.some((one) => one.column === column && one.mayBe.has(what));

function draftOf(table: SourceTable, look: TableLook, dataset: Mapping["dataset"]): MappingDraft {
  const { columns } = table;
  const parts = partsOf(columns);
  const spoken = spokenHeadings(columns).filter(({ language }) =>
    dataset.languages.includes(language),
  );
  const position = positionOf(parts, look);
  const taken = new Set(position ? Object.values(position) : []);
  const date = dateOf(parts, look);
  const texts = (part: "title" | "summary") => textsOf(part, parts, spoken, dataset.languages);
  const title = texts("title");
  const [first = "en"] = dataset.languages;
  const other =
    parts.category ?? textColumn(look, new Set([...taken, ...(date ? Object.values(date) : [])]));
  const given = {
    dataset,
    date: date ?? { start: "-" },
    position: position ?? { from: "geometry" as const },
    title:
      Object.keys(title).length > 0 || other === undefined ? title : { [first]: { column: other } },
    summary: texts("summary"),
    category: parts.category === undefined ? null : { column: parts.category },
    id: parts.id === undefined ? null : { column: parts.id },
    source: sourceOf(parts),
    precision:
      parts.precision === undefined ? null : { column: parts.precision, unit: "m" as const },
    fields: Object.fromEntries(
      EVENT_FIELDS.flatMap((name) => {
        const heading = columns.find((one) => plain(one) === name);
        return heading === undefined ? [] : [[name, heading]];
      }),
    ),
  };
  const empty = emptyDraft(dataset);
  const read = MAPPING.parse(given);
  return {
    ...read,
    date: date ? read.date : empty.date,
    position: position ? read.position : empty.position,
  };
}

type Parts = Partial<Record<Part, string>>;

function dateOf(
  parts: Parts,
  look: TableLook,
): { start: string; end?: string; clock?: string } | null {
  const { clock, date, end, start } = parts;
  if (start !== undefined && (date === undefined || end !== undefined))
    return { start, ...(end === undefined ? {} : { end }) };
  if (date !== undefined) return { start: date, ...(clock === undefined ? {} : { clock }) };
  const found = look.columns.find((one) => one.mayBe.has("date"));
  return found ? { start: found.column } : null;
}

function positionOf(parts: Parts, look: TableLook): Mapping["position"] | null {
  const { lat, lon, mgrs, pair, wkt } = parts;
  if (look.hasGeometry) return { from: "geometry" };
  if (lat !== undefined && lon !== undefined) return { from: "columns", lat, lon };
  const shaped = (what: Shape, named: string | undefined) =>
    named !== undefined && mayBe(look, named, what)
      ? named
      : look.columns.find((one) => one.mayBe.has(what))?.column;
  const inText = shaped("wkt", wkt ?? pair);
  if (inText !== undefined) return { from: "wkt", column: inText };
  const asPair = shaped("pair", pair);
  if (asPair !== undefined) return { from: "pair", column: asPair, order: "lat-lon" };
  if (pair !== undefined) return { from: "pair", column: pair, order: "lat-lon" };
  const inSquares = shaped("mgrs", mgrs);
  return inSquares === undefined ? null : { from: "mgrs", column: inSquares };
}

/** The texts of a part by language: those whose heading names one, and the one without, in the first. */
function textsOf(
  part: "title" | "summary",
  parts: Parts,
  spoken: ReturnType<typeof spokenHeadings>,
  [first = "en"]: readonly Language[],
): Readonly<Record<Language, { column: string }>> {
  const own = spoken.filter((one) => one.part === part);
  const texts = Object.fromEntries(
    own.map(({ heading, language }) => [language, { column: heading }]),
  );
  const bare = parts[part];
  return bare === undefined || texts[first] ? texts : { [first]: { column: bare }, ...texts };
}

/** A column of words that differ, where no heading says title. */
function textColumn({ columns }: TableLook, taken: ReadonlySet<unknown>): string | undefined {
  const words = columns.filter(({ column, mayBe, samples }) => {
    const areShort = samples.every((cell) => cell.length > 1 && cell.length < 120);
    return mayBe.size === 0 && samples.length > 0 && areShort && !taken.has(column);
  });
  return words.sort((a, b) => b.distinct - a.distinct)[0]?.column;
}

function sourceOf({ source, sourceUrl }: Parts) {
  if (source === undefined)
    return sourceUrl === undefined ? null : { column: sourceUrl, url: sourceUrl };
  return { column: source, url: sourceUrl ?? null };
}

/** The draft with what the whole table decides; what it does not bear out is kept as attributes. */
function decided(draft: MappingDraft, survey: WholeSurvey, order?: "dmy" | "mdy"): MappingDraft {
  const { category, date, fields, id, source } = draft;
  const found = survey.dates.decided;
  const isKept = (name: string) =>
    survey.fields.has(name as never) || PROTECTING.has(name as never);
  return {
    ...draft,
    date: date && {
      ...date,
      order: found.order ?? order ?? date.order,
      numbers: found.numbers ?? date.numbers,
      midnight: found.midnight,
    },
    category: category && survey.areCategories ? category : null,
    id: id && survey.ids !== "none" ? { ...id, keep: survey.ids === "made" } : null,
    source: source && survey.haveSources ? source : null,
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => isKept(name))),
  };
}
