// What might harm somebody is asked before it is published, and can be left out at once.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { harmQuestions } from "#import/harm/harm-questions.ts";
import { mapSource } from "#import/mapped/map-source.ts";
import { mended } from "#import/mapped/problem-groups.ts";
import { imported, madeUp, mapTable } from "#tests/support/packages/table.ts";

const ROWS = `title,date,lat,lon,Victim name,e-mail,Home address,Number killed,Remark
A,2015-03-01,45.123456,5.234567,Jane Doe,jane@example.org,1 Mill Lane,2,x
B,2015-03-02,45.223456,5.334567,John Doe,john@example.org,2 Mill Lane,40,y
`;

describe("before anything is published", () => {
  it("is asked whether persons are named, where they live, and who is meant by small counts", async () => {
    const { guess, mapping } = await mapTable("a.csv", ROWS);
    const questions = harmQuestions(guess.look, mapping);
    expect(questions.map(({ columns, kind }) => [kind, columns])).toEqual([
      ["persons", ["Victim name"]],
      ["contacts", ["e-mail"]],
      ["homes", ["Home address"]],
      ["small-counts", ["Number killed"]],
    ]);
  });

  it("each can be left out, and all positions made coarse, after which nothing is asked", async () => {
    const { guess, mapping, table } = await mapTable("a.csv", ROWS);
    let safe = mapping;
    for (let left = harmQuestions(guess.look, safe); left.length > 0; ) {
      for (const mend of left[0]?.mends ?? []) safe = mended(safe, mend);
      left = harmQuestions(guess.look, safe);
    }
    const { files } = await mapSource(table, safe);
    const { events, problems } = await imported(files);
    expect(problems).toEqual([]);
    expect(events[0]?.attributes).toEqual({ Remark: "x" });
    expect(events[0]?.values).toMatchObject({ lon: [5.23], lat: [45.12], precision_m: 1000 });
    let written = "";
    for (const name of files.names)
      for await (const part of files.read(name)) written += new TextDecoder().decode(part);
    expect(written).not.toMatch(/Doe|example\.org|Mill Lane|45\.123/);
  });

  it("is asked of the real table of deaths that says who died and where they lived", async () => {
    const content = readFileSync("node_modules/vega-datasets/data/la-riots.csv");
    const { guess, mapping } = await mapTable("la-riots.csv", content);
    expect(harmQuestions(guess.look, mapping).map(({ columns, kind }) => [kind, columns])).toEqual([
      ["persons", ["first_name", "last_name"]],
      ["homes", ["address"]],
    ]);
  });

  it("nothing is asked of earthquakes", async () => {
    const { guess, mapping } = await mapTable("a.csv", madeUp("made-up-usgs.csv"));
    expect(harmQuestions(guess.look, mapping)).toEqual([]);
  });
});
