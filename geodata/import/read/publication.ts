// What a package publishes of itself. A record has the strictest level of its own and its place's; what is withheld, and
// what refers to it, goes no further than this: the database is never given it. The only place that knows these rules.
import type { AttributedTable } from "#model/dataset/attribute.ts";
import { POSITION_FIELD } from "#model/record/citation.ts";
import {
  isProtected,
  LOSING,
  namingColumns,
  outlineLevel,
  publishedSide,
} from "#model/record/protection.ts";
import { type Protection, strictest } from "#model/space/position.ts";
import type { Report } from "../report.ts";
import { type Row, TABLES, type TableName } from "../tables.ts";
import type { DataPackage, KeptTable, PackageTables } from "./data-package.ts";
import { LevelTally, type PublishedLevels } from "./published-levels.ts";

export type Publication = {
  /** The event as it is published; undefined when it is withheld. */
  readonly event: (row: Row<"events">) => Row<"events"> | undefined;
  /** How exactly places and events are published; to be asked for when every event was given. */
  readonly levels: () => PublishedLevels;
  /** Places and their outlines as they are published. */
  readonly places: Pick<PackageTables, "places" | "shapes">;
  /** What is not published of each table, by id; to be asked for after `tables`. */
  readonly withheld: () => Withheld;
  /** All tables as they are published. To be asked for when every event was given: others refer to events. */
  readonly tables: () => PackageTables;
};

/** Ids of records that are not published, by table. */
export type Withheld = ReadonlyMap<TableName, ReadonlySet<string>>;

type Place = Row<"places">["values"];

/** `report` is told what is published otherwise than its row asks for. */
export function publicationOf(
  { tables }: Pick<DataPackage, "tables">,
  report?: Report,
): Publication {
  const withheld = new Set<string>();
  const withheldOf = new Map<TableName, Set<string>>();
  const citesPositions = tables.citations.some(({ values }) => values.field === POSITION_FIELD);
  const supports = new Supports();
  const given = new Map(tables.places.map((row) => [row.values.id, row]));
  const known = new Map<string, Place>();

  /** A place with its effective level: a part stands where its whole does, when that is protected. */
  const placeOf = (id: string | null, parts: readonly string[] = []): Place | undefined => {
    const row = id === null || parts.includes(id) ? undefined : given.get(id);
    if (id === null || !row) return undefined;
    const before = known.get(id);
    if (before) return before;
    const whole = placeOf(row.values.part_of, [...parts, id]);
    const own = { ...row.values, ...protectedBy(whole, row.values) };
    const place = { ...own, stated_side: publishedSide(own.stated_side, own.disclosure) };
    known.set(id, place);
    if (whole) tellOfMore("places", row, whole);
    tellOfSide(row, place);
    return place;
  };

  /** Says that a row asks for more than its place allows, or brings a position that is not published. */
  const tellOfMore = (
    table: "places" | "shapes" | "events",
    { line, values }: Row<"places"> | Row<"shapes"> | Row<"events">,
    place: Place,
  ) => {
    const [asked, allowed] = [values.disclosure, place.disclosure];
    if (!allowed || allowed === "exact") return;
    const its = `its place ${place.id} is ${allowed}`;
    if (asked !== null && strictest(asked, allowed) !== asked)
      report?.notice(
        "disclosure",
        table,
        line,
        "disclosure",
        `${asked} is asked for, and ${its}: the stricter counts`,
      );
    else if (allowed !== "withheld" && (table === "shapes" || hasPosition(values))) {
      const whose = table === "shapes" ? "its outline" : "a position of its own";
      report?.notice(
        "own position",
        table,
        line,
        "disclosure",
        `${whose} is not published: ${its}`,
      );
    }
  };

  /** Says that a row has values in columns of the dataset's own that are not published with its position. */
  const tellOfOwn = (
    table: AttributedTable,
    { attributes, line }: Row<AttributedTable>,
    level: Protection | null,
  ) => {
    if (!attributes || !isProtected(level) || level === "withheld") return;
    const said = `its position is ${level}: the values of the dataset’s own columns may tell where it is, and are not published`;
    report?.notice("own columns of protected", table, line, "disclosure", said);
  };

  const tellOfSide = (
    { line, values }: Row<"places">,
    { disclosure, stated_side: shown }: Place,
  ) => {
    const { stated_side: given } = values;
    if (given === null || shown === given || disclosure === "withheld") return;
    const said = `${given} is not published: the place is ${disclosure}`;
    report?.notice("side", "places", line, "stated_side", said);
  };

  const noteWithheld = (table: TableName, id: string) => {
    const ids = withheldOf.get(table) ?? new Set();
    withheldOf.set(table, ids.add(id));
  };

  const withhold = (table: TableName, row: Row<TableName>, why: string) => {
    withheld.add(row.values.id);
    noteWithheld(table, row.values.id);
    supports.of(row, false);
    report?.notice("withheld", table, row.line, "id", `${row.values.id} is not published: ${why}`);
    return undefined;
  };

  const places = tables.places.flatMap((row) => {
    const values = placeOf(row.values.id) ?? row.values;
    tellOfOwn("places", row, values.disclosure);
    return values.disclosure === "withheld"
      ? (withhold("places", row, "it is withheld") ?? [])
      : [{ ...row, values }];
  });
  const shapes = tables.shapes.flatMap((row) => {
    const place = placeOf(row.values.place_id);
    if (place) tellOfMore("shapes", row, place);
    const level = outlineLevel(row.values.disclosure, place?.disclosure);
    tellOfOwn("shapes", row, level);
    return level === "withheld"
      ? (withhold("shapes", row, "it, or its place, is withheld") ?? [])
      : [{ ...row, values: { ...row.values, disclosure: level } }];
  });

  /** Records whose position is coarse or hidden. */
  const coarse = new Set([...places, ...shapes].flatMap(coarseId));
  const isWithheld = (id: string) => withheld.has(id);
  /** The row without what is withheld; undefined when it is withheld itself. */
  const kept = <Name extends TableName>(table: Name, row: Row<Name>): Row<Name> | undefined => {
    // Where nothing is withheld nothing can name it.
    if (withheld.size === 0) {
      supports.of(row as Row<TableName>, true);
      return row;
    }
    const values: Record<string, unknown> = { ...row.values };
    for (const column of REFERRING[table]) {
      const named = values[column];
      if (Array.isArray(named) && LOSING.has(column))
        values[column] = named.filter((id) => !isWithheld(id));
      else if ([named].flat().some((id) => typeof id === "string" && isWithheld(id)))
        return withhold(table, row as Row<TableName>, `its ${column} is withheld`);
    }
    supports.of(row as Row<TableName>, true);
    return { ...row, values } as Row<Name>;
  };

  const keptPlaces = {
    places: places.flatMap((row) => kept("places", row) ?? []),
    shapes: shapes.flatMap((row) => kept("shapes", row) ?? []) as PackageTables["shapes"],
  };
  const publishedEvent = (row: Row<"events">): Row<"events"> | undefined => {
    const place = placeOf(row.values.place_id);
    if (place) tellOfMore("events", row, place);
    const values = place ? { ...row.values, ...eventPosition(row.values, place) } : row.values;
    tellOfOwn("events", row, values.disclosure);
    if (citesPositions && isProtected(values.disclosure)) coarse.add(values.id);
    return values.disclosure === "withheld"
      ? withhold("events", row, "it, or its place, is withheld")
      : kept("events", place ? { ...row, values } : row);
  };
  const levels = { places: new LevelTally(), events: new LevelTally() };
  const keptIds = new Map(keptPlaces.places.map((row) => [row.values.id, row]));
  for (const { values } of tables.places) levels.places.add(keptIds.get(values.id));
  return {
    places: keptPlaces,
    levels: () => ({ places: levels.places.counts, events: levels.events.counts }),
    withheld: () => withheldOf,
    event: (row) => {
      const published = publishedEvent(row);
      levels.events.add(published);
      return published;
    },
    tables: () => {
      const others = Object.fromEntries(
        (Object.keys(tables) as KeptTable[])
          .filter((name) => !(name in keptPlaces))
          .map((name) => [
            name,
            (tables[name] as readonly Row<KeptTable>[]).flatMap((row) => kept(name, row) ?? []),
          ]),
      ) as unknown as PackageTables;
      const isKept = (table: "sources" | "actors", id: string) => supports.isKept(table, id);
      for (const table of ["sources", "actors"] as const)
        for (const { values } of others[table])
          if (!isKept(table, values.id)) noteWithheld(table, values.id);
      return {
        ...others,
        ...keptPlaces,
        // What is said of a position that is not published may tell it.
        citations: others.citations.filter(
          ({ values }) => values.field !== POSITION_FIELD || !coarse.has(values.record_id),
        ),
        sources: others.sources
          .filter(({ values }) => isKept("sources", values.id))
          .map((row) => {
            const repeats = row.values.repeats.filter((id) => isKept("sources", id));
            return { ...row, values: { ...row.values, repeats } };
          }),
        links: others.links.filter(({ values }) => isKept("sources", values.id)),
        actors: others.actors.filter(({ values }) => isKept("actors", values.id)),
      };
    },
  };
}

/** Columns of each table that name such rows. */
const REFERRING = Object.fromEntries(
  Object.entries(TABLES).map(([name, columns]) => [
    name,
    // Whatever a citation names may be withheld.
    [...namingColumns(columns), ...(name === "citations" ? ["record_id"] : [])],
  ]),
) as unknown as Readonly<Record<TableName, readonly string[]>>;

const POSITION = ["lon", "lat", "precision_m", "position_basis"] as const;
const coarseId = ({ values }: Row<"places"> | Row<"shapes">) =>
  isProtected(values.disclosure) ? [values.id] : [];

const hasPosition = (values: object) => "lon" in values && values.lon !== null;

/**
 * What a record takes over from a protected place: its level, where that is stricter, and its position: several
 * positions around one that is coarse would tell on which side of the edge of a cell it lies.
 */
function protectedBy(
  place: Place | undefined,
  own: { readonly disclosure: Protection | null },
): Partial<Pick<Place, "disclosure" | (typeof POSITION)[number]>> {
  if (!place || !isProtected(place.disclosure)) return { disclosure: own.disclosure };
  const position = Object.fromEntries(POSITION.map((name) => [name, place[name]]));
  return { ...position, disclosure: strictest(own.disclosure, place.disclosure) };
}

/** An event stands where it says itself; without that, or where its place is protected, where its place does. */
function eventPosition(own: Row<"events">["values"], place: Place | undefined) {
  if (own.lon !== null || !place) return protectedBy(place, own);
  const position = Object.fromEntries(POSITION.map((name) => [name, place[name]]));
  return { ...position, disclosure: strictest(own.disclosure, place.disclosure) };
}

/**
 * Which sources and actors published records rest on, and which those that are withheld: one of which nothing but these
 * speak goes with them.
 */
class Supports {
  readonly #kept = { sources: new Set<string>(), actors: new Set<string>() };
  readonly #withheld = { sources: new Set<string>(), actors: new Set<string>() };

  of({ values }: Row<TableName>, isPublished: boolean): void {
    const named = isPublished ? this.#kept : this.#withheld;
    const { actors, source_ids: sources } = values as unknown as Partial<
      Record<"actors" | "source_ids", readonly string[]>
    >;
    for (const id of sources ?? []) named.sources.add(id);
    for (const id of actors ?? []) named.actors.add(id);
  }

  isKept(table: "sources" | "actors", id: string): boolean {
    return this.#kept[table].has(id) || !this.#withheld[table].has(id);
  }
}
