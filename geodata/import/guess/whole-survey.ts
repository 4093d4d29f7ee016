// What only the whole of a table tells: in which order its dates are, whether its ids are ids, what its categories are.
import { SeenIds } from "../files/seen-ids.ts";
import { DateOrderSurvey } from "../mapping/date/date-order.ts";
import type { MappingDraft } from "../mapping/draft.ts";
import { type EventField, eventField } from "../mapping/event-fields.ts";
import { parseDegrees } from "../mapping/place/degrees.ts";
import { idFor } from "../read/columns.ts";
import type { SourceTable } from "../source/source-table.ts";

/** Kinds of events that a legend has room for. */
const MAX_CATEGORIES = 60;
const LONGEST_CATEGORY = 100;

export type WholeSurvey = {
  readonly rows: number;
  readonly dates: DateOrderSurvey;
  readonly clocks: number;
  /** Whether the column has an id for each row: as it is, or made into one. */
  readonly ids: "ids" | "made" | "none";
  readonly areCategories: boolean;
  /** Whether every row names a source. */
  readonly haveSources: boolean;
  /** Columns that every filled cell can be read of. */
  readonly fields: ReadonlySet<EventField>;
  /** Rows with a latitude that only a longitude can be, beside a longitude that a latitude can be. */
  readonly exchanged: number;
};

/** Reads the whole table for what a draft of its mapping leaves to that. */
export async function surveyWhole(table: SourceTable, draft: MappingDraft): Promise<WholeSurvey> {
  const at = (column: string | null | undefined) =>
    column == null ? -1 : table.columns.indexOf(column);
  const [dateAt, clockAt] = [at(draft.date?.start), at(draft.date?.clock)];
  const [idAt, categoryAt, sourceAt] = [draft.id, draft.category, draft.source].map((part) =>
    at(part?.column),
  );
  const { position } = draft;
  const isByColumns = position?.from === "columns";
  const [latAt, lonAt] = isByColumns ? [at(position.lat), at(position.lon)] : [-1, -1];
  const dates = new DateOrderSurvey();
  const ids = new SeenIds();
  const categories = new Set<string>();
  const fields = new Map(
    (Object.entries(draft.fields) as [EventField, string][]).map(([name, column]) => [
      name,
      at(column),
    ]),
  );
  let [areIds, areMade, haveSources] = [idAt !== -1, idAt !== -1, sourceAt !== -1];
  let [rows, exchanged, clocks] = [0, 0, 0];
  for await (const some of table.rows())
    for (const { cells, fault, line } of some) {
      rows += 1;
      if (fault) continue;
      dates.add(cells[dateAt] ?? "");
      if ((cells[clockAt] ?? "") !== "") clocks += 1;
      if (areMade) {
        const cell = cells[idAt ?? -1] ?? "";
        const made = idFor(cell);
        if (made !== cell) areIds = false;
        if (cell === "" || ids.add(made, line) !== undefined) areMade = false;
      }
      if (categoryAt !== -1 && categories.size <= MAX_CATEGORIES)
        categories.add(cells[categoryAt ?? -1] ?? "");
      if (haveSources && (cells[sourceAt ?? -1] ?? "").trim() === "") haveSources = false;
      for (const [name, index] of fields) {
        const cell = cells[index] ?? "";
        if (cell !== "" && eventField(name).parse(cell) === undefined) fields.delete(name);
      }
      if (latAt !== -1 && areExchanged(cells[latAt] ?? "", cells[lonAt] ?? "")) exchanged += 1;
    }
  const isUsable = (name: string) => name.length <= LONGEST_CATEGORY;
  return {
    rows,
    dates,
    clocks,
    ids: !areMade || rows === 0 ? "none" : areIds ? "ids" : "made",
    areCategories:
      categories.size <= MAX_CATEGORIES &&
      [...categories].every(isUsable) &&
      [...categories].some((name) => name !== ""),
    haveSources: haveSources && rows > 0,
    fields: new Set(fields.keys()),
    exchanged,
  };
}

function areExchanged(lat: string, lon: string): boolean {
  const [y, x] = [parseDegrees(lat, "lat")?.value, parseDegrees(lon, "lon")?.value];
  if (y === undefined || x === undefined) return false;
  return Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90;
}
