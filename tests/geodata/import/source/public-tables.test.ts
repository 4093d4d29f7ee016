// Real tables that others have published, as they are: those that are events are read, and the others refused in words.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readLoose } from "#tests/support/packages/loose.ts";
import { imported, mapTable, openTable } from "#tests/support/packages/table.ts";

const published = (file: string) => readFileSync(`node_modules/vega-datasets/data/${file}`);

describe("a public table", () => {
  it("of deaths in the riots of Los Angeles is read by its headings", async () => {
    const { mapped, mapping } = await mapTable("la-riots.csv", published("la-riots.csv"));
    expect(mapping).toMatchObject({
      date: { start: "death_date" },
      position: { from: "columns", lat: "latitude", lon: "longitude" },
      title: { en: { column: "neighborhood" } },
      category: { column: "type" },
    });
    const { dataPackage, events, problems } = await imported(mapped.files);
    expect(problems).toEqual([]);
    expect([mapped.rows, mapped.rejected, events.length]).toEqual([63, 0, 63]);
    expect(events[0]?.values).toMatchObject({ edtf: "1992-04-30", lat: [34.0592814] });
    expect(dataPackage?.declared.vocabularies.eventCategories.map(({ id }) => id)).toContain(
      "officer-involved-shooting",
    );
  });

  it("of earthquakes is known by its headings", async () => {
    const { guess, mapped } = await mapTable("earthquakes.json", published("earthquakes.json"));
    expect(guess.preset?.id).toBe("usgs-geojson");
    const { events, problems } = await imported(mapped.files);
    expect(problems).toEqual([]);
    expect(events).toHaveLength(1707);
    expect(events[0]?.values.edtf).toMatch(/^2018-\d\d-\d\dT[\d:.]+Z$/);
  });

  it.each([
    ["airports.csv", "date: found no column of dates"],
    ["zipcodes.csv", "date: found no column of dates"],
    ["us-state-capitals.json", "date: found no column of dates"],
    ["birdstrikes.csv", "position: found no column of positions"],
    ["disasters.csv", "position: found no column of positions"],
    ["weather.csv", "position: found no column of positions"],
    ["movies.json", "position: found no column of positions"],
    ["us-10m.json", 'found the type "Topology"'],
    ["flights-200k.arrow", "found"],
    ["flights-3m.parquet", "found a Parquet file"],
    ["7zip.png", "found a picture"],
  ])("that is none of events is refused: %s", async (file, told) => {
    const { problems } = await readLoose(file, published(file));
    expect(problems.join("\n")).toContain(`${file} `);
    expect(problems.join("\n")).toContain(told);
  });

  it("is what it is, whatever it is called", async () => {
    const { format } = await openTable("earthquakes.csv", published("earthquakes.json"));
    expect(format).toBe("geojson");
  });
});
