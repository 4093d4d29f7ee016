// Where things are, held against the extent that the descriptor declares.
import type { Geometry, Position } from "geojson";
import type { Declared } from "#model/dataset/declared.ts";
import { type Bbox, isInBbox } from "#model/space/bbox.ts";
import { positionsOf } from "#model/space/geometry.ts";
import type { Findings } from "../findings.ts";
import type { PackageTables } from "../read/data-package.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import { inEnglish, type Phrase, type Refusal } from "../refusal/refusal.ts";
import type { Report } from "../report.ts";
import { positionsOfRow } from "../row-position.ts";
import type { Row, TableName } from "../tables.ts";

/** The boxes have a height, and the map opens within the extent. */
export function checkBoxes(declared: Declared, { notice, problem }: Findings): void {
  const at = (name: string) => ({ file: DESCRIPTOR_FILE, line: null, name: `rocade.${name}` });
  const where = (name: string, got: number, allowed: Phrase): Refusal => ({
    ...{ ...at(name), got: ["written", `${got}`], allowed },
  });
  for (const name of ["extent", "home"] as const) {
    const { east, north, south, west } = declared[name];
    if (south >= north) problem(where(`${name}.north`, north, ["more-than-south", south]));
    if (west === east) problem(where(`${name}.east`, east, ["another-longitude"]));
  }
  const { extent, home } = declared;
  const isIn = (position: Position) => isInBbox(position, extent);
  const corners: Position[] = [
    [home.west, home.south],
    [home.east, home.north],
  ];
  if (!corners.every(isIn))
    notice("home", {
      ...at("home"),
      said: `the box ${printBox(home)} reaches beyond the extent ${printBox(extent)}`,
    });
}

export type ExtentCheck = {
  readonly event: (row: Row<"events">) => void;
  readonly tables: (tables: PackageTables) => void;
};

/** Tells what lies outside the extent, and says so when it would lie within with its two numbers exchanged. */
export function extentCheck(extent: Bbox, report: Report): ExtentCheck {
  const isIn = (position: Position) => isInBbox(position, extent);
  const isExchanged = (positions: readonly Position[]) =>
    positions.every(([lon = 0, lat = 0]) => isIn([lat, lon]));
  const outside = (positions: readonly Position[]) => {
    const first = positions.find((position) => !isIn(position));
    if (!first) return undefined;
    const [lon, lat] = first;
    const areExchanged = isExchanged(positions);
    const got: Phrase = ["position-outside", `${lon}, ${lat}`, areExchanged];
    return { got, isExchanged: areExchanged };
  };
  const within = printBox(extent);
  const beyond = ({ got }: { readonly got: Phrase }) =>
    `${inEnglish(got)} lies outside the extent ${within}`;
  const tell = (table: TableName, line: number, name: string, positions: readonly Position[]) => {
    const found = outside(positions);
    if (found)
      report.notice(found.isExchanged ? "exchanged" : "extent", table, line, name, beyond(found));
  };
  const tellZero = (table: TableName, line: number, positions: readonly Position[]) => {
    const said =
      "0, 0 lies in the Atlantic: leave both empty where the position is not known, so that nothing is shown there";
    if (positions.some(([lon, lat]) => lon === 0 && lat === 0))
      report.notice("zero", table, line, "lon, lat", said);
  };
  return {
    event: ({ line, values }) => {
      const positions = positionsOfRow(values);
      tell("events", line, "lon, lat", positions);
      tellZero("events", line, positions);
    },
    tables: ({ basemap, places, ring, shapes }) => {
      for (const { line, values } of places) {
        const positions = positionsOfRow(values);
        tellZero("places", line, positions);
        const found = outside(positions);
        if (!found) continue;
        if (values.stated_side !== "region")
          report.problem("places", line, "lon, lat", found.got, ["in-extent-or-region", within]);
        else if (found.isExchanged)
          report.notice("exchanged", "places", line, "lon, lat", beyond(found));
      }
      for (const { geometry, line } of basemap) {
        const found = outside(positionsIn(geometry));
        if (found) report.problem("basemap", line, "geometry", found.got, ["in-extent", within]);
      }
      for (const table of ["shapes", "ring"] as const)
        for (const { geometry, line } of table === "ring" ? ring : shapes)
          tell(table, line, "geometry", positionsIn(geometry));
    },
  };
}

const positionsIn = (geometry: Geometry | undefined) => (geometry ? positionsOf(geometry) : []);

function printBox(box: Bbox): string {
  // Five decimals are a metre; an extent that was reckoned has more.
  const [west, east, south, north] = [box.west, box.east, box.south, box.north].map((degrees) =>
    Number(degrees.toFixed(5)),
  );
  return `${west}…${east} E, ${south}…${north} N`;
}
