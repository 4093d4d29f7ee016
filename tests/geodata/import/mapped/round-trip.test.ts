// Whatever stands in a table that can be read stands in the package that is made of it, and is read again as it was.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packageCells } from "#formats/package-cells.ts";
import { imported, mapTable } from "#tests/support/packages/table.ts";

const words = fc.stringMatching(/^[a-zé",;\n]{1,12}[a-z]$/);
const row = fc.record({
  title: words,
  date: fc.constantFrom(
    "1871-03-18",
    "1871-04",
    "1872",
    "1873~",
    "1871-03-18/1871-04-02",
    "../1871",
    "1871/..",
  ),
  lat: fc.integer({ min: -8999, max: 8999 }).map((value) => (value / 100).toFixed(2)),
  lon: fc.integer({ min: -17999, max: 17999 }).map((value) => (value / 100).toFixed(2)),
  remark: words,
  weight: fc.integer({ min: 1, max: 99 }).map(String),
});

describe("a table, its package and what is read of that", () => {
  it("say the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const table = rows.map((one, at) => ({ id: `e-${at}`, ...one }));
        const [first] = table;
        const csv = packageCells([Object.keys(first ?? {}), ...table.map(Object.values)]);
        const { mapped } = await mapTable("a.csv", csv);
        const { events, problems } = await imported(mapped.files);
        expect(problems).toEqual([]);
        const back = events.map(({ attributes, values }) => ({
          id: values.id,
          title: values.title.en,
          date: values.edtf,
          lat: values.lat?.[0]?.toFixed(2),
          lon: values.lon?.[0]?.toFixed(2),
          remark: attributes?.remark,
          weight: String(attributes?.weight),
        }));
        expect(back).toEqual(table.map((one) => ({ ...one, title: one.title.trim() })));
      }),
      { numRuns: 30 },
    );
  });
});
