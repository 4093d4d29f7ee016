// Whose figures a picture shows is never cut in silence: the list is whole, or the picture says how many there are, the
// answer and the dialog say that it is cut, and the ZIP has them all.
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { calaisDataset } from "#tests/support/databases/calais-dataset.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { rowsOf } from "#tests/support/packages/calais-facts.ts";
import { partWithId, wordsOf } from "#tests/support/pictures/figure-text.ts";
import { testApp } from "#tests/support/product/app.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import { figureInputOf, momentsOn } from "#web/view/figure-of-address.ts";

const PICTURES = [
  "date=2014-05-27&paper=a4&lang=en",
  "date=2014-05-27&paper=column&lang=fr",
  "date=2014-05-27&width=360&height=640&lang=en",
  "date=2016-09-05&width=800&height=600&lang=en",
  "date=2016-12-31&mode=cumulative&width=1080&height=1350&lang=fr",
  "time=2015-01-01/2015-06-30&width=900&height=640&lang=en",
  "dates=phases&width=1600&height=1100&lang=fr",
  "dates=phases&paper=a4&lang=en",
  "dates=2014-05-27,2016-09-05&width=1200&height=600&lang=en",
  "date=2014-05-27&width=540&height=960&lang=en&without=permalink",
  "dates=phases&paper=a4&lang=en&without=permalink,qr",
  "date=2014-05-27&use=card&lang=en&without=permalink",
  "date=2014-05-27&use=feed&lang=fr",
] as const;

let made: ReturnType<typeof testApp> | undefined;

async function pictureOf(query: string) {
  made ??= testApp();
  const { app } = await made;
  const response = await app.request(`/snapshot.zip?${query}`);
  expect(response.status).toBe(200);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const text = (name: string) => Buffer.from(files[name] ?? []).toString();
  const sources = parse(text("sources.csv"), { columns: true }) as Record<string, string>[];
  return {
    leftOff: (response.headers.get("Rocade-Left-Off") ?? "").split(", "),
    state: JSON.parse(text("state.json")),
    shown: JSON.parse(text("shown.geojson")).features,
    sources,
    numbered: sources.filter(({ number }) => number !== ""),
    words: wordsOf(partWithId(text("picture.svg"), "sources"))
      .replace(/\s+/g, " ")
      .trim(),
    svg: text("picture.svg"),
  };
}

/** The numbers in brackets, in the order in which they stand. */
const numbersIn = (words: string) =>
  [...words.matchAll(/\[(\d+)\]\s/g)].map(([, number]) => Number(number));

describe("the sources of a picture", () => {
  dbTest.for(PICTURES)("are all listed, or it is told how many are not: %s", async (query) => {
    const { leftOff, numbered, shown, sources, state, svg, words } = await pictureOf(query);
    const listed = numbersIn(words);
    const all = numbered.length;
    expect(all).toBeGreaterThan(1);
    expect(numbered.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: all }, (_, index) => index + 1),
    );
    expect(listed).toEqual(listed.map((_, index) => index + 1));
    expect(state.sources).toEqual({ onPicture: listed.length, ofWhatIsShown: all });
    const isCut = listed.length < all;
    expect(leftOff.includes("sources")).toBe(isCut);
    expect(state.leftOff.includes("sources")).toBe(isCut);
    if (isCut && listed.length > 0)
      expect(words).toMatch(new RegExp(`^Sources \\(${listed.length} (of|sur) ${all}[),]`));
    else if (isCut) expect(words).toMatch(new RegExp(`(^|\\. )${all} sources`));
    else expect(words).toMatch(/^Sources ?: ?\[1\]/);
    if (isCut)
      expect(words).toMatch(
        query.includes("without=permalink")
          ? /^Sources \(\d+ of \d+, all at http:\S+\): |\b\d+ sources, at http:/
          : /(the address below|l’adresse ci-dessous)/,
      );
    // Numbers at the names of the map are those of the list.
    const atNames = [...wordsOf(partWithId(svg, "names")).matchAll(/\[([\d, ]+)…?\]/g)];
    for (const [, numbers = ""] of atNames)
      for (const number of numbers.split(", ")) expect(listed).toContain(Number(number));
    // Whoever counted the people of any site that is shown, by the tables themselves.
    const ids = new Set(sources.map(({ id }) => id));
    for (const { properties } of shown)
      for (const id of String(properties.sources ?? "")
        .split(" ")
        .filter(Boolean))
        expect(ids, `${properties.name}`).toContain(id);
  });

  dbTest("of a single date have room on a sheet of paper, beside all there is", async () => {
    const { leftOff, numbered, words } = await pictureOf("date=2014-05-27&paper=a3&lang=en");
    expect(leftOff).not.toContain("sources");
    const publishers = new Map(rowsOf("sources").map(({ id, publisher = "" }) => [id, publisher]));
    for (const { id = "" } of numbered)
      expect(words).toContain(publishers.get(id) ?? "no such source");
  });

  // The table of counts says which sources gave which number of people at the largest camp, and when.
  dbTest.for([
    ["dates=2015-06-02,2016-09-05", 1, "2015-06-02"],
    ["dates=2015-06-02,2016-09-05", 2, "2016-09-05"],
    ["dates=2016-09-05,2015-06-02", 2, "2015-06-02"],
  ] as const)("stand at the figures of their own map: %s, map %d", async ([dates, map, day]) => {
    const { numbered, svg } = await pictureOf(`${dates}&width=1600&height=1400&lang=en`);
    const idOf = new Map(numbered.map(({ number, id = "" }) => [Number(number), id]));
    const names = wordsOf(partWithId(svg, `names-${map}`));
    const [, low, high, marks = ""] =
      /La Lande ([\d,]+)–([\d,]+) \[([\d, ]+)…?\]/.exec(names) ?? [];
    const cited = marks.split(", ").map((mark) => idOf.get(Number(mark)) ?? "");
    const counts = rowsOf("counts").filter(
      (row) => row.place_id === "la-lande" && (row.date_earliest ?? "") <= day,
    );
    const sourcesOf = (rows: typeof counts) =>
      rows.flatMap(({ source_ids = "" }) => source_ids.split(";"));
    const halfAYearBefore = new Date(Date.parse(day) - 180 * 86_400_000).toISOString().slice(0, 10);
    const recent = counts.filter(({ date_latest = "" }) => date_latest >= halfAYearBefore);
    for (const id of cited) expect(sourcesOf(recent)).toContain(id);
    for (const [end, people] of [
      ["low", low],
      ["high", high],
    ] as const) {
      const number = people?.replace(",", "");
      const rows = recent.filter((row) => number === (row[end] || row.best));
      expect(
        cited.some((id) => sourcesOf(rows).includes(id)),
        `${end} ${number}: ${cited}`,
      ).toBe(true);
    }
  });

  dbTest("none, where nothing that is shown has one, are said to be none", async () => {
    const dataset = await calaisDataset();
    const address = new URL("http://localhost/snapshot.svg?date=2014-05-27&lang=en");
    const read = readPictureAddress(address, []);
    if (!read.ok) throw new Error("no address");
    const bare = { ...dataset, sources: [] };
    const { leftOff, svg } = drawFigure(figureInputOf(bare, read.value, "en", address));
    expect(wordsOf(partWithId(svg, "sources")).trim()).toBe(
      "Sources: none recorded for what is shown.",
    );
    expect(leftOff).not.toContain("sources");
  });

  dbTest("stand on every picture of a film", async () => {
    const dataset = await calaisDataset();
    for (const query of ["width=1280&height=720&lang=en", "width=720&height=1280&lang=fr"]) {
      const address = new URL(`http://localhost/snapshot.svg?${query}`);
      const read = readPictureAddress(address, []);
      if (!read.ok) throw new Error("no address");
      const language = read.value.state.lang ?? "en";
      const { firstDay, lastDay } = dataset.meta;
      const days = Array.from({ length: 9 }, (_, index) =>
        Math.round(firstDay + ((lastDay - firstDay) * index) / 8),
      );
      const moments = momentsOn(dataset, read.value, language, days as (typeof firstDay)[]);
      const input = figureInputOf(dataset, read.value, language, address);
      for (const moment of moments) {
        const figure = drawFigure({ ...input, moments: [moment], steadyOver: moments });
        const words = wordsOf(partWithId(figure.svg, "sources")).trim();
        const { all, listed } = figure.sources;
        expect(words).toMatch(/^Sources|^\d+ sources?/);
        expect(figure.leftOff.includes("sources")).toBe(listed.length < all.length);
        if (listed.length < all.length) expect(words).toContain(`${all.length}`);
      }
    }
  });
});
