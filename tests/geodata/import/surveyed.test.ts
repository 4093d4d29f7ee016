// What is derived of a package's rows where its descriptor does not say it is published, and tells of what is protected no
// more than its levels allow.
import { describe, expect, it } from "vitest";
import { filesInMemory } from "#import/files/package-files.ts";
import { inspectPackage } from "#import/inspect-package.ts";

const PLACES = "id,name,kind,lon,lat,precision_m,position_basis,start,end,disclosure,source_ids";
const place = (id: string, lon: number, lat: number, level: string, start = "2020-01-01") =>
  `${id},${id},house,${lon},${lat},10,measured,${start},2020-12-31,${level},s`;
const SOURCES = "id,title,publisher,lang,kind\ns,Source,Publisher,en,report";
const HOME = [place("a", 10.5, 40.5, ""), place("b", 10.6, 40.6, "")];

const read = (rows: readonly string[], heading = PLACES) =>
  inspectPackage(
    filesInMemory("surveyed", {
      "datapackage.json": JSON.stringify({
        name: "surveyed",
        resources: ["places", "sources"].map((name) => ({ name, path: `${name}.csv` })),
      }),
      "places.csv": [heading, ...rows].join("\n"),
      "sources.csv": SOURCES,
    }),
  );
const declaredOf = async (rows: readonly string[]) => {
  const { dataPackage, problems } = await read(rows);
  expect(problems).toEqual([]);
  const { extent, firstDay, home, lastDay } = dataPackage?.declared ?? {};
  return { extent, firstDay, home, lastDay };
};

describe("extent and period that follow from the rows", () => {
  it("are the same wherever a hidden place lies, and whenever one is withheld", async () => {
    const without = await declaredOf(HOME);
    expect(await declaredOf([...HOME, place("h", 10.12345, 40.9, "hidden")])).toEqual(without);
    const withheld = place("w", 11.2, 41.12345, "withheld", "1850-01-01");
    expect(await declaredOf([...HOME, withheld])).toEqual(without);
  });

  it.each(["100m", "1km"])(
    "tell of a place of %s no more than its cell of a grid",
    async (level) => {
      const at = (lon: number, lat: number) => declaredOf([...HOME, place("c", lon, lat, level)]);
      const told = await at(10.91234, 40.91234);
      expect(told).not.toEqual(await declaredOf(HOME));
      expect(await at(10.93, 40.9401)).toEqual(told);
    },
  );
});

describe("a heading that is nearly one of the format", () => {
  it.each(["Disclosure", "DISCLOSURE", "disclosure "])("is refused: %s", async (heading) => {
    const { problems } = await read(HOME, PLACES.replace("disclosure", heading));
    expect(problems.map(({ name }) => name)).toContain(JSON.stringify(heading));
  });
});
