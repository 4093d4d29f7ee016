// The invented harbour with columns of its own: of every type, described by a schema or by nothing but their cells.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { writeChangedHarbour } from "./changed-harbour.ts";

export const ATTRIBUTED_ID = "harbour-attributed";

/** What the schema says of the columns of events; `tide` and `Parcel no.` it does not know. */
const EVENT_FIELDS = [
  {
    name: "Wind (km/h)",
    type: "number",
    title: "Wind",
    title_fr: "Vent",
    description: "Mean speed of the wind at noon.",
    unit: "km/h",
    decimalChar: ",",
  },
  { name: "vessels", type: "integer", constraints: { minimum: 0 } },
  { name: "flooded", type: "boolean", trueValues: ["yes"], falseValues: ["no"] },
  { name: "surveyed", type: "date", title: "Surveyed on" },
  { name: "berth", type: "string", constraints: { enum: ["north", "south"] } },
  { name: "Größe", type: "string", title: "Größe" },
];

/** The cells of events as the file has them, and the values that follow from the schema by hand. */
export const EVENT_CELLS = {
  "quay-cleared": { "Wind (km/h)": "12,5", vessels: "3", flooded: "yes", surveyed: "1891-07-02" },
  "bridge-closed": {
    "Wind (km/h)": "-4",
    vessels: "0",
    flooded: "no",
    berth: "south",
    tide: "2.25",
  },
  "crane-falls": { Größe: "groß", tide: "10", "Parcel no.": "0107" },
  "nothing-known": {},
} as const;

export const EVENT_VALUES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "quay-cleared": { Wind_km_h: 12.5, vessels: 3, flooded: true, surveyed: "1891-07-02" },
  "bridge-closed": { Wind_km_h: -4, vessels: 0, flooded: false, berth: "south", tide: 2.25 },
  "crane-falls": { Größe: "groß", tide: 10, Parcel_no: "0107" },
  "nothing-known": {},
};
export const EVENT_ATTRIBUTES = [
  ...["Wind_km_h", "vessels", "flooded", "surveyed", "berth", "Größe", "tide", "Parcel_no"],
];

/** Of a place that is exact, of one that is coarse, and of one that is hidden: of these two it tells where they are. */
export const PLACE_CELLS = {
  "quay-huts": { street: "Quay Lane 3", rooms: "4" },
  "mill-yard": { street: "secret-of-the-yard", rooms: "8" },
  "far-moor": { street: "secret-of-the-moor", rooms: "16" },
} as const;

export function writeAttributedPackage(folder: string): void {
  writeChangedHarbour(folder, {
    name: ATTRIBUTED_ID,
    frame: {
      measures: [
        { type: "sum", field: "vessels", label: { en: "Vessels", fr: "Navires" } },
        { type: "sum", field: "tide" },
      ],
    },
    rows: {
      events: [
        event("bridge-closed", "1891-01-10", { place_id: "old-bridge" }),
        event("crane-falls", "1891-02-10", { place_id: "old-bridge" }),
        event("nothing-known", "1891-03-10", { place_id: "old-bridge" }),
      ],
    },
  });
  addColumns(folder, "events", EVENT_CELLS, [
    ...EVENT_FIELDS.map(({ name }) => name),
    "tide",
    "Parcel no.",
  ]);
  addColumns(folder, "places", PLACE_CELLS, ["street", "rooms"], {
    "mill-yard": "1km",
    "far-moor": "hidden",
  });
  const shapes = path.join(folder, "shapes.geojson");
  const outlines = JSON.parse(readFileSync(shapes, "utf8"));
  outlines.features[0].properties.bridges = 2;
  writeFileSync(shapes, JSON.stringify(outlines));
  changeDescriptor(folder, (descriptor) => {
    const resource = descriptor.resources.find(({ name }) => name === "events");
    if (resource) resource.schema = { fields: EVENT_FIELDS };
  });
}

const event = (id: string, day: string, more: Readonly<Record<string, string>>) => ({
  id,
  edtf: day,
  title_en: id,
  title_fr: id,
  ...more,
});

type Descriptor = { resources: { name: string; schema?: object }[] };

export function changeDescriptor(folder: string, change: (descriptor: Descriptor) => void): void {
  const file = path.join(folder, "datapackage.json");
  const descriptor: Descriptor = JSON.parse(readFileSync(file, "utf8"));
  change(descriptor);
  writeFileSync(file, JSON.stringify(descriptor));
}

function addColumns(
  folder: string,
  table: string,
  cells: Readonly<Record<string, Readonly<Record<string, string>>>>,
  columns: readonly string[],
  levels: Readonly<Record<string, string>> = {},
): void {
  const file = path.join(folder, `${table}.csv`);
  const rows: Record<string, string>[] = parse(readFileSync(file, "utf8"), { columns: true });
  const added = rows.map((row) => ({
    ...row,
    disclosure: levels[row.id ?? ""] ?? "",
    ...Object.fromEntries(columns.map((column) => [column, cells[row.id ?? ""]?.[column] ?? ""])),
  }));
  writeFileSync(file, stringify(added, { header: true }));
}
