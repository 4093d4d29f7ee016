// In which language the texts of a table are, where nobody has said it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mapTable } from "#tests/support/packages/table.ts";

const RIOTS = readFileSync("node_modules/vega-datasets/data/la-riots.csv");
const FRENCH = `titre,date,lat,lon,note
Évacuation du squat,2014-07-02,50.95,1.85,"Les habitants des tentes sont partis, et une partie est restée"
Ouverture,2015-01-15,50.96,1.9,"Près de la rue des Garennes, dans les dunes"
`;
const OF_NAMES = `title,date,lat,lon
Springfield,2014-07-02,50.95,1.85
De la Cruz,2015-01-15,50.96,1.9
`;

const spoken = async (content: string | Uint8Array, page: string, isLanguageOpen = true) => {
  const { mapping } = await mapTable("a.csv", content, {
    dataset: { languages: [page] },
    isLanguageOpen,
  });
  expect(Object.keys(mapping.title)).toEqual(mapping.dataset.languages);
  return mapping.dataset.languages;
};

describe("the language of a table", () => {
  it("is that of its texts, whatever that of the page is", async () => {
    expect(await spoken(RIOTS, "fr")).toEqual(["en"]);
    expect(await spoken(FRENCH, "en")).toEqual(["fr"]);
  });

  it("is that of the page where the texts do not tell it, and the one that is said where one is", async () => {
    expect(await spoken(OF_NAMES, "fr")).toEqual(["fr"]);
    expect(await spoken(OF_NAMES, "en")).toEqual(["en"]);
    expect(await spoken(FRENCH, "en", false)).toEqual(["en"]);
  });
});
