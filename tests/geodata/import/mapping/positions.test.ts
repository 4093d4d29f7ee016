// Cells of positions as people write them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "#import/mapping/fault.ts";
import { MAPPING } from "#import/mapping/mapping.ts";
import { parseDegrees } from "#import/mapping/place/degrees.ts";
import { rowPlaceReader } from "#import/mapping/place/row-position.ts";

const DATASET = { id: "a", title: "a", languages: ["en"] };

function placeOf(given: object, row: Record<string, string>, places: object[] = []) {
  const mapping = MAPPING.parse({ dataset: DATASET, date: { start: "-" }, title: {}, ...given });
  const read = rowPlaceReader(mapping, places as never)((column) => row[column] ?? "", null);
  return isFault(read) ? read.kind : { lon: read.lon, lat: read.lat, precisionM: read.precisionM };
}

const PAIR = { position: { from: "pair", column: "a" } };
const BOTH = { position: { from: "columns", lat: "lat", lon: "lon" } };

describe("degrees", () => {
  it.each([
    ["50.95", "lat", 50.95],
    ["50,95", "lat", 50.95],
    ["-1.8625", "lon", -1.8625],
    ["50°57'00\"N", "lat", 50.95],
    ["1° 51′ 45″ W", "lon", -1.8625],
    ["1°51'45\"O", "lon", -1.8625],
    ["S 33 51.5", "lat", -33.8583333],
    ["33:51:30 S", "lat", -33.8583333],
    ["N 50.95", "lat", 50.95],
    ["50.95°", "lat", 50.95],
  ] as const)("%s is %s %s", (cell, axis, value) =>
    expect(parseDegrees(cell, axis)?.value).toBeCloseTo(value, 6),
  );

  it.each([
    ["50°57'E", "lat"],
    ["1°51'N", "lon"],
    ["50°61'N", "lat"],
    ["north", "lat"],
    ["", "lat"],
    ["50.95 N 1.86 E", "lat"],
  ] as const)("%s is no %s", (cell, axis) => expect(parseDegrees(cell, axis)).toBeUndefined());

  it("are the same in degrees, minutes and seconds", () => {
    const seconds = fc.integer({ min: 0, max: 89 * 3600 });
    fc.assert(
      fc.property(seconds, fc.constantFrom("N", "S"), (whole, side) => {
        const [d, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
        const value = (whole / 3600) * (side === "N" ? 1 : -1);
        expect(parseDegrees(`${d}°${m}'${s}"${side}`, "lat")?.value).toBeCloseTo(value, 9);
        expect(parseDegrees(value.toFixed(6), "lat")?.value).toBeCloseTo(value, 5);
      }),
    );
  });
});

describe("the position of a row", () => {
  it("stands in two columns, with as many decimals as it was given", () => {
    expect(placeOf(BOTH, { lat: "50.950", lon: "1.86" })).toEqual({
      ...{ lat: "50.950", lon: "1.86" },
      // Half of a hundredth of a degree.
      precisionM: 557,
    });
    expect(placeOf(BOTH, { lat: "", lon: "" })).toEqual({ lon: "", lat: "", precisionM: null });
    expect(placeOf(BOTH, { lat: "50.95", lon: "" })).toBe("half-position");
    expect(placeOf(BOTH, { lat: "150.95", lon: "1" })).toBe("out-of-range");
    expect(placeOf(BOTH, { lat: "50.95;50.96", lon: "1.8;1.9" })).toMatchObject({ lon: "1.8;1.9" });
    // A second is about 31 m: three decimals, of which half of the last is 56 m.
    expect(placeOf(BOTH, { lat: "50°57'1\"N", lon: "1°51'45\"E" })).toEqual({
      ...{ lat: "50.950", lon: "1.863" },
      precisionM: 56,
    });
  });

  it.each([
    ["50.95, 1.86", "50.95", "1.86"],
    ["50.95,1.86", "50.95", "1.86"],
    ["(50.95; 1.86)", "50.95", "1.86"],
    ["50.95 1.86", "50.95", "1.86"],
    ["50,95 1,86", "50.95", "1.86"],
    ["N50.95 E1.86", "50.95", "1.86"],
  ])("stands in one cell: %s", (cell, lat, lon) => {
    const place = placeOf(PAIR, { a: cell });
    expect(place).toMatchObject({ precisionM: 557 });
    const { lat: y, lon: x } = place as { lat: string; lon: string };
    expect([Number(y), Number(x)]).toEqual([Number(lat), Number(lon)]);
  });

  it("is no position where a cell has one number, or three", () => {
    expect(placeOf(PAIR, { a: "50.95" })).toBe("not-a-position");
    expect(placeOf(PAIR, { a: "50.95, 1.86, 3.2" })).toBe("not-a-position");
  });

  it("may be well-known text, or a reference of MGRS", () => {
    const wkt = { position: { from: "wkt", column: "a" } };
    expect(placeOf(wkt, { a: "POINT (1.86 50.95)" })).toMatchObject({ lon: "1.86", lat: "50.95" });
    expect(placeOf(wkt, { a: "SRID=4326;point z(1.86 50.95 3)" })).toMatchObject({ lon: "1.86" });
    expect(placeOf(wkt, { a: "MULTIPOINT ((1 2), (3 4))" })).toMatchObject({ lon: "1;3" });
    expect(placeOf(wkt, { a: "SRID=3857;POINT (1 2)" })).toBe("not-a-position");
    expect(placeOf(wkt, { a: "LINESTRING (1 2, 3 4)" })).toBe("not-a-position");
    const mgrs = { position: { from: "mgrs", column: "a" } };
    const tower = placeOf(mgrs, { a: "31U DQ 48249 11951" }) as { lat: string; lon: string };
    // The Eiffel Tower, in many guides to MGRS.
    expect(Number(tower.lat)).toBeCloseTo(48.858, 2);
    expect(Number(tower.lon)).toBeCloseTo(2.2945, 2);
    // Half of the diagonal of a square of a kilometre.
    expect(placeOf(mgrs, { a: "31UDQ4811" })).toMatchObject({ precisionM: 708 });
    expect(placeOf(mgrs, { a: "31UDQ481" })).toBe("not-a-position");
  });

  it("may be that of a place which the row names", () => {
    const names = { position: { from: "names", column: "a" } };
    const places = [
      { names: ["Éleu", "Old quarry"], position: [2.81, 50.41], precisionM: 300 },
      { names: ["Twin"], position: [1, 1], precisionM: null },
      { names: ["twin"], position: [2, 2], precisionM: null },
    ];
    expect(placeOf(names, { a: "eleu" }, places)).toEqual({
      ...{ lon: "2.81", lat: "50.41" },
      precisionM: 300,
    });
    expect(placeOf(names, { a: "Twin" }, places)).toBe("unknown-place");
    expect(placeOf(names, { a: "elsewhere" }, places)).toBe("unknown-place");
  });

  it("is as exact as is said, in words, in metres, or by a column", () => {
    const row = { lat: "50.95", lon: "1.86", p: "2", km: "1,5" };
    const withPrecision = (precision: object) => placeOf({ ...BOTH, precision }, row);
    expect(withPrecision({ word: "street" })).toMatchObject({ precisionM: 100 });
    expect(withPrecision({ metres: 42 })).toMatchObject({ precisionM: 42 });
    expect(withPrecision({ column: "p", words: { "2": "district" } })).toMatchObject({
      precisionM: 25_000,
    });
    expect(withPrecision({ column: "km", unit: "km" })).toMatchObject({ precisionM: 1500 });
  });

  it("can be made coarser, and is then no more exact", () => {
    const row = { lat: "50.954321", lon: "1.861234" };
    expect(placeOf({ ...BOTH, rounding: "1km" }, row)).toEqual({
      ...{ lat: "50.95", lon: "1.86" },
      precisionM: 1000,
    });
  });

  it("at 0, 0 is kept or taken for none, as is said", () => {
    const row = { lat: "0", lon: "0.0" };
    expect(placeOf(BOTH, row)).toMatchObject({ lat: "0" });
    expect(placeOf({ ...BOTH, nowhere: "empty" }, row)).toMatchObject({ lat: "" });
  });
});
