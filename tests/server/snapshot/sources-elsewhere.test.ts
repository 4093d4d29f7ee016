// Sources for which a picture of several dates has no room are where it says that they are.
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { wordsOf } from "#tests/support/pictures/figure-text.ts";
import { testApp } from "#tests/support/product/app.ts";

describe("sources that a picture of several dates has no room for", () => {
  dbTest("are in the ZIP at the printed address, all of them", async () => {
    const { app } = await testApp();
    const shape = "dates=phases&lang=en&width=1600&height=1100";
    const words = wordsOf(await (await app.request(`/snapshot.svg?${shape}`)).text());
    const where = "at the address below with \\.zip for \\.svg";
    const [, ofAll, counted] =
      new RegExp(`Sources \\(\\d+ of (\\d+), all ${where}\\)|(\\d+) sources, ${where}`).exec(
        words,
      ) ?? [];
    const [printed = ""] = /http:\S+snapshot\.svg\S+/.exec(words) ?? [];
    const address = new URL(printed.replaceAll("&amp;", "&").replace(".svg", ".zip"));
    const zip = await app.request(address.pathname + address.search);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const rows: { readonly number: string }[] = parse(Buffer.from(files["sources.csv"] ?? []), {
      columns: true,
    });
    // The ZIP may have those of what stands around besides, without a number.
    const numbered = rows.filter(({ number }) => number !== "");
    expect(numbered.length).toBeGreaterThan(3);
    expect(numbered.length).toBe(Number(ofAll ?? counted));
  });

  dbTest.for([
    ["2014-05-27", "2016-09-05"],
    ["2016-09-05", "2014-05-27"],
  ])(
    "of two dates side by side are in the page, at the address of both: %s and %s",
    async ([date, compare]) => {
      const { app } = await testApp();
      const svg = await app.request(`/snapshot.svg?date=${date}&compare=${compare}&lang=en`);
      const words = wordsOf(await svg.text());
      const [printed = ""] = /http:\S+/.exec(words) ?? [];
      const { pathname, searchParams } = new URL(printed.replaceAll("&amp;", "&"));
      expect([pathname, searchParams.get("date"), searchParams.get("compare")]).toEqual([
        "/",
        date,
        compare,
      ]);
      expect(words).toMatch(
        /Sources( \(\d+ of \d+, all at the address below\))?: \[1\]|\d+ sources, at the address below/,
      );
      expect(words).not.toContain(".zip");
    },
  );
});

describe("a picture of what is certain alone", () => {
  dbTest("says so", async () => {
    const { app } = await testApp();
    const wordsAt = async (query: string) =>
      wordsOf(await (await app.request(`/snapshot.svg?date=2014-05-27&lang=en${query}`)).text());
    expect(await wordsAt("&certainty=certain")).toContain("only what is certain");
    expect(await wordsAt("")).not.toContain("only what is certain");
  });

  dbTest("is refused with what may be asked where its parameters cannot be read", async () => {
    const { app } = await testApp();
    const answer = await app.request("/snapshot.svg?date=May&time=x&certainty=sure&conventions=no");
    const { problems } = (await answer.json()) as { problems: { name: string; allowed: string }[] };
    expect(Object.fromEntries(problems.map(({ allowed, name }) => [name, allowed]))).toEqual({
      date: "a day of the calendar written YYYY-MM-DD",
      time: "a first and a last day written YYYY-MM-DD/YYYY-MM-DD",
      certainty: "possible or certain",
      conventions: "true or false",
    });
  });
});
