// Where a row lies, and how exactly that is known.

import type { Geometry, Position } from "geojson";
import { toPoint } from "mgrs";
import { arePoints, positionsOfPoints } from "#model/space/points.ts";
import { parseNumber, withDecimalPoint } from "#model/words/number.ts";
import { precisionOf } from "../../read/columns.ts";
import type { RowEdit } from "../edit.ts";
import { type CellFault, type FaultKind, isFault } from "../fault.ts";
import type { Mapping } from "../mapping.ts";
import { METRES_OF } from "../precision-words.ts";
import { type Axis, parseDegrees } from "./degrees.ts";
import { type KnownPlace, placeFinder } from "./known-places.ts";
import { pointsOfWkt } from "./wkt-points.ts";

/** Positions, none where the row has none, with the radius in which they lie. */
export type RowPlace = {
  readonly positions: readonly Position[];
  /** As they are written: no more decimals than the file has. */
  readonly lon: string;
  readonly lat: string;
  readonly precisionM: number | null;
};

type CellOf = (column: string) => string;
type Said = Pick<Mapping, "position" | "precision" | "nowhere" | "rounding">;
type Place = Omit<RowPlace, "precisionM"> & { readonly known: number | null };

const NOWHERE: RowPlace = { positions: [], lon: "", lat: "", precisionM: null };

const IN_DEGREES = "degrees such as 50.95 or 50°57'N";

const fault = (kind: FaultKind, column: string, value: string, allowed: string): CellFault => ({
  kind,
  column,
  value,
  allowed,
});

/** Reads the positions of rows. */
export function rowPlaceReader(mapping: Said, places: readonly KnownPlace[] = []) {
  const find = placeFinder(places);
  const { nowhere, position, precision, rounding } = mapping;
  /** `said` is a position in the place of what the row says. */
  return (
    cellOf: CellOf,
    geometry: Geometry | null,
    said: RowEdit["position"] = null,
  ): RowPlace | CellFault => {
    const place = said ? placeSaid(said) : placeOf(position, cellOf, geometry, find);
    if (isFault(place) || place.positions.length === 0) return isFault(place) ? place : NOWHERE;
    const isNowhere = place.positions.every(([lon, lat]) => lon === 0 && lat === 0);
    if (isNowhere && nowhere === "empty") return NOWHERE;
    if (rounding === "hidden") return NOWHERE;
    const radius = said?.precisionM ?? radiusOf(precision, cellOf);
    if (isFault(radius)) return radius;
    const { known, ...where } = place;
    const precisionM = radius ?? known ?? Number(precisionOf({ lon: where.lon, lat: where.lat }));
    return rounding === null ? { ...where, precisionM } : rounded(where, precisionM, rounding);
  };
}

type Find = ReturnType<typeof placeFinder>;

function placeOf(
  position: Mapping["position"],
  cellOf: CellOf,
  geometry: Geometry | null,
  find: Find,
): Place | CellFault {
  switch (position.from) {
    case "columns":
      return pairOf(position, [cellOf(position.lat), cellOf(position.lon)]);
    case "pair":
      return splitPair(position, cellOf(position.column));
    case "wkt": {
      const cell = cellOf(position.column);
      const points = cell.trim() === "" ? [] : pointsOfWkt(cell);
      const allowed = "POINT (longitude latitude) in WGS 84";
      return points
        ? checked(position.column, points, cell)
        : fault("not-a-position", position.column, cell, allowed);
    }
    case "mgrs":
      return fromMgrs(position.column, cellOf(position.column).replace(/\s/g, ""));
    case "geometry": {
      if (!geometry) return NO_PLACE;
      if (arePoints(geometry))
        return checked("geometry", positionsOfPoints(geometry), geometry.type);
      return fault("not-points", "geometry", geometry.type, "a Point or a MultiPoint");
    }
    case "names": {
      const name = cellOf(position.column);
      if (name.trim() === "") return NO_PLACE;
      const place = find(name);
      if (!place)
        return fault("unknown-place", position.column, name, "the name of one of the places given");
      return { ...written([place.position]), known: place.precisionM };
    }
  }
}

const placeSaid = ({ lat, lon, precisionM }: NonNullable<RowEdit["position"]>): Place => ({
  ...written([[lon, lat]]),
  known: precisionM,
});

const NO_PLACE: Place = { positions: [], lon: "", lat: "", known: null };

function written(positions: readonly Position[]): Omit<RowPlace, "precisionM"> {
  const [lon, lat] = [0, 1].map((axis) => positions.map((one) => String(one[axis])).join(";"));
  return { positions, lon: lon ?? "", lat: lat ?? "" };
}

function checked(column: string, positions: readonly Position[], cell: string): Place | CellFault {
  const wrong = positions.find(
    ([lon = 0, lat = 0]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90),
  );
  return wrong
    ? fault(
        "out-of-range",
        column,
        wrong.join(", ") || cell,
        "longitudes of ±180 and latitudes of ±90",
      )
    : { ...written(positions), known: null };
}

const LIMIT: Readonly<Record<Axis, number>> = { lat: 90, lon: 180 };

type Columns = { readonly lat: string; readonly lon: string };

/** A latitude and a longitude; of several points each, with semicolons between them. */
function pairOf(columns: Columns, [lat, lon]: readonly [string, string]): Place | CellFault {
  const both = `${columns.lat}, ${columns.lon}`;
  const [isLat, isLon] = [lat.trim() !== "", lon.trim() !== ""];
  if (!isLat && !isLon) return NO_PLACE;
  if (isLat !== isLon)
    return fault("half-position", both, `${lat}, ${lon}`, "a latitude and a longitude, or neither");
  const [lats, lons] = [lat.split(";"), lon.split(";")];
  if (lats.length !== lons.length)
    return fault("half-position", both, `${lat}, ${lon}`, "as many longitudes as latitudes");
  const read = (axis: Axis, cells: readonly string[]) =>
    cells.map((cell) => parseDegrees(cell, axis));
  const degrees = { lat: read("lat", lats), lon: read("lon", lons) };
  for (const axis of ["lat", "lon"] as const)
    if (degrees[axis].includes(undefined))
      return fault("not-a-position", columns[axis], axis === "lat" ? lat : lon, IN_DEGREES);
  for (const axis of ["lat", "lon"] as const)
    if (degrees[axis].some((one) => Math.abs(one?.value ?? 0) > LIMIT[axis])) {
      const allowed = `${axis === "lat" ? "latitudes" : "longitudes"} of ±${LIMIT[axis]}`;
      return fault("out-of-range", both, `${lat}, ${lon}`, allowed);
    }
  const print = (axis: Axis, cells: readonly string[]) =>
    degrees[axis].map((one, at) => printDegrees(one, cells[at] ?? "")).join(";");
  return {
    positions: degrees.lat.map((one, at) => [degrees.lon[at]?.value ?? 0, one?.value ?? 0]),
    lat: print("lat", lats),
    lon: print("lon", lons),
    known: null,
  };
}

/** As it is written, where that is a number; else with as many decimals as its minutes and seconds bear. */
function printDegrees(degrees: ReturnType<typeof parseDegrees>, cell: string): string {
  const own = withDecimalPoint(cell).trim();
  return parseNumber(own) !== undefined || !degrees ? own : degrees.value.toFixed(degrees.decimals);
}

function splitPair(
  { column, order }: Extract<Mapping["position"], { from: "pair" }>,
  cell: string,
): Place | CellFault {
  const text = cell.trim().replace(/^[([]|[)\]]$/g, "");
  if (text === "") return NO_PLACE;
  const parts = text.split(/[;/|]|,\s+|,(?=-?\d+\.)|(?<=[nsewo])\s+(?=[\dnsewo])/i);
  const [first = "", second] = parts.length === 1 ? text.split(/\s+/) : parts;
  if (second === undefined || parts.length > 2)
    return fault("not-a-position", column, cell, "two numbers such as 50.95, 1.86");
  const pair = order === "lat-lon" ? ([first, second] as const) : ([second, first] as const);
  const read = pairOf({ lat: column, lon: column }, pair);
  return isFault(read) ? { ...read, column, value: cell } : read;
}

/** Metres of the square that a reference of so many digits names. */
const squareOf = (digits: number) => 10 ** (5 - digits / 2);

function fromMgrs(column: string, reference: string): Place | CellFault {
  if (reference === "") return NO_PLACE;
  const [, digits = ""] = /^\d{1,2}[C-HJ-NP-X][A-Z]{2}(\d*)$/i.exec(reference) ?? [];
  const allowed = "a reference of MGRS such as 31UDS3012";
  if (!/^\d{1,2}[C-HJ-NP-X][A-Z]{2}(?:\d\d){0,5}$/i.test(reference))
    return fault("not-a-position", column, reference, allowed);
  try {
    const [lon, lat] = toPoint(reference.toUpperCase());
    const square = squareOf(digits.length);
    const decimals = Math.max(0, Math.ceil(5 - Math.log10(square)));
    const at = [Number(lon.toFixed(decimals)), Number(lat.toFixed(decimals))];
    return { ...written([at]), known: Math.max(1, Math.ceil(square * Math.SQRT1_2)) };
  } catch {
    return fault("not-a-position", column, reference, allowed);
  }
}

function radiusOf(precision: Mapping["precision"], cellOf: CellOf): number | null | CellFault {
  if (precision === null) return null;
  if ("word" in precision) return METRES_OF[precision.word];
  if ("metres" in precision) return precision.metres;
  const cell = cellOf(precision.column).trim();
  if (cell === "") return null;
  if ("words" in precision) {
    const word = precision.words[cell];
    return word === undefined ? null : METRES_OF[word];
  }
  const value = parseNumber(withDecimalPoint(cell));
  if (value === undefined || value < 0)
    return fault("not-allowed", precision.column, cell, "a radius as a number");
  return Math.max(1, Math.ceil(value * (precision.unit === "km" ? 1000 : 1)));
}

const COARSE = {
  "100m": { decimals: 3, metres: 100 },
  "1km": { decimals: 2, metres: 1000 },
  "10km": { decimals: 1, metres: 10_000 },
} as const;

/** The position without what is finer, and no more exact than that. */
function rounded(
  { positions }: Omit<RowPlace, "precisionM">,
  precisionM: number,
  rounding: keyof typeof COARSE,
): RowPlace {
  const { decimals, metres } = COARSE[rounding];
  const coarse = positions.map((one) => one.map((degrees) => Number(degrees.toFixed(decimals))));
  const [lon, lat] = [0, 1].map((axis) =>
    coarse.map((one) => (one[axis] ?? 0).toFixed(decimals)).join(";"),
  );
  return {
    positions: coarse,
    lon: lon ?? "",
    lat: lat ?? "",
    precisionM: Math.max(precisionM, metres),
  };
}
