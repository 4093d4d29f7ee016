// A column that is to protect somebody is never kept beside the one that is heeded, where it would be published and do nothing.
import { describe, expect, it } from "vitest";
import { mapSource } from "#import/mapped/map-source.ts";
import { WrongSource } from "#import/source/source-table.ts";
import { imported, mapTable, openTable } from "#tests/support/packages/table.ts";

const ROW = "A,2020-01-01,48.1234567,16.9";

describe("a second column that is to protect", () => {
  it.each([
    ["Disclosure,disclosure", ",hidden"],
    ["disclosure,DISCLOSURE", "hidden,"],
    ["sensitivity,Sensitivity ", "none,none"],
  ])("is refused: %s", async (headings, cells) => {
    const content = `title,date,lat,lon,${headings}\n${ROW},${cells}\n`;
    const refused = await mapTable("a.csv", content).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WrongSource);
    expect((refused as WrongSource).problem.allowed).toContain("leaveOut");
  });

  it("may be left out", async () => {
    const content = `title,date,lat,lon,disclosure\n${ROW},hidden\n`;
    const { mapping } = await mapTable("a.csv", content);
    const twice = await openTable(
      "a.csv",
      content.replace("disclosure", "disclosure,Disclosure").replace("hidden", "hidden,"),
    );
    const mapped = await mapSource(twice, { ...mapping, leaveOut: ["Disclosure"] });
    const { events } = await imported(mapped.files);
    expect(events[0]?.values.disclosure).toBe("hidden");
  });
});
