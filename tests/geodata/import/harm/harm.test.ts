// What might harm somebody is asked before it is published, and what is answered holds: nothing of what is covered is written.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { HarmAnswer } from "#import/harm/column-options.ts";
import { harmQuestions } from "#import/harm/harm-questions.ts";
import { mapSource } from "#import/mapped/map-source.ts";
import { mended } from "#import/mapped/problem-groups.ts";
import type { HarmKind } from "#import/mapping/harm-kinds.ts";
import { MAPPING, type Mapping } from "#import/mapping/mapping.ts";
import { openDocument } from "#import/open-document.ts";
import { imported, madeUp, mapTable } from "#tests/support/packages/table.ts";

const ROWS = `title,date,lat,lon,Victim name,e-mail,Home address,Number killed,Remark
A,2015-03-01,45.123456,5.234567,Jane Doe,jane@example.org,1 Mill Lane,2,x
B,2015-03-02,45.223456,5.334567,John Doe,john@example.org,2 Mill Lane,40,y
C,2015-03-03,45.323456,5.434567,Jane Doe,jane@example.org,1 Mill Lane,0,z
`;

type Asked = Awaited<ReturnType<typeof mapTable>>;

const questionsOf = ({ guess, mapped }: Asked, mapping: Mapping) =>
  harmQuestions(guess.look, mapping, mapped.precision?.[0] ?? null);

/** The mapping with these answers, one after the other. */
const answered = (asked: Asked, answers: readonly (readonly [HarmKind, HarmAnswer])[]) =>
  answers.reduce<Mapping>((mapping, [kind, answer]) => {
    const question = questionsOf(asked, mapping).find((one) => one.kind === kind);
    const option = question?.options.find((one) => one.answer === answer);
    if (!option) throw new Error(`${kind}: ${answer} is not offered`);
    return mended(mapping, option);
  }, asked.mapping);

const openKinds = (asked: Asked, mapping: Mapping) =>
  questionsOf(asked, mapping).flatMap(({ answer, kind }) => (answer === null ? [kind] : []));

const ALL = ["persons", "contacts", "homes", "small-counts", "positions"] as const;

/** All that is written of a package. */
async function written({ table }: Asked, mapping: Mapping): Promise<string> {
  const { files } = await mapSource(table, mapping);
  let text = "";
  for (const name of files.names)
    for await (const part of files.read(name)) text += new TextDecoder().decode(part);
  return text;
}

describe("before anything is published", () => {
  it("is asked whether persons are named, where they live, and who is meant by small counts", async () => {
    const asked = await mapTable("a.csv", ROWS);
    const questions = questionsOf(asked, asked.mapping);
    expect(questions.map(({ answer, columns, kind }) => [kind, columns, answer])).toEqual([
      ["persons", ["Victim name"], null],
      ["contacts", ["e-mail"], null],
      ["homes", ["Home address"], null],
      ["small-counts", ["Number killed"], null],
      ["positions", [], null],
    ]);
  });

  it("each can be left out, and positions made coarse, after which nothing of it is written", async () => {
    const asked = await mapTable("a.csv", ROWS);
    const safe = answered(asked, [
      ...ALL.slice(0, 4).map((kind) => [kind, "left-out"] as const),
      ["positions", "1km"],
    ]);
    expect(openKinds(asked, safe)).toEqual([]);
    const { files } = await mapSource(asked.table, safe);
    const { events, problems } = await imported(files);
    expect(problems).toEqual([]);
    expect(events[0]?.attributes).toEqual({ Remark: "x" });
    expect(events[0]?.values).toMatchObject({ lon: [5.23], lat: [45.12], precision_m: 1000 });
    expect(await written(asked, safe)).not.toMatch(/Doe|example\.org|Mill Lane|45\.123/);
  });

  it("numbers stand for names, the same for the same, wherever the name would have stood", async () => {
    const asked = await mapTable("a.csv", ROWS);
    const named = { ...asked.mapping, title: { en: { template: "{Victim name}, {title}" } } };
    const safe = answered({ ...asked, mapping: named }, [["persons", "numbered"]]);
    const { events } = await imported((await mapSource(asked.table, safe)).files);
    expect(events.map(({ values }) => values.title.en)).toEqual([
      "Victim name 1, A",
      "Victim name 2, B",
      "Victim name 1, C",
    ]);
    expect(await written(asked, safe)).not.toContain("Doe");
  });

  it("what titles are made of cannot be left out, but numbered", async () => {
    const asked = await mapTable("a.csv", ROWS);
    const mapping = { ...asked.mapping, title: { en: { column: "Victim name" } } };
    const [persons] = questionsOf(asked, mapping);
    expect(persons?.options.map(({ answer }) => answer)).toEqual(["kept", "numbered"]);
  });

  it("counts below five stay empty, others and none at all do not, and are no longer summed", async () => {
    const asked = await mapTable("a.csv", ROWS);
    const mapping = { ...asked.mapping, sums: ["Number killed"] };
    const safe = answered({ ...asked, mapping }, [["small-counts", "not-small"]]);
    const { files } = await mapSource(asked.table, safe);
    const { dataPackage, events } = await imported(files);
    expect(events.map(({ attributes }) => attributes?.Number_killed)).toEqual([undefined, 40, 0]);
    expect(dataPackage?.declared.measures).toEqual([]);
  });

  it("positions that are hidden are in no event, and the map opens all the same", async () => {
    const asked = await mapTable("a.csv", ROWS);
    const { files } = await mapSource(asked.table, answered(asked, [["positions", "hidden"]]));
    const { dataset, problems } = await openDocument(files, "2026-01-01T00:00:00.000Z");
    expect(problems).toEqual([]);
    expect(dataset?.events.map(({ point }) => point)).toEqual([null, null, null]);
  });

  it.each(["kept", "numbered", "left-out"] as const)(
    "%s is told in the package, stays with the mapping, and is not asked again",
    async (answer) => {
      const asked = await mapTable("a.csv", ROWS);
      const mapping = answered(asked, [["persons", answer]]);
      const again = MAPPING.parse(JSON.parse(JSON.stringify(mapping)));
      expect(again).toEqual(mapping);
      expect(openKinds(asked, again)).toEqual(ALL.slice(1));
      const { dataPackage } = await imported((await mapSource(asked.table, again)).files);
      expect(dataPackage?.declared.description).toEqual({
        en: {
          kept: "Published on purpose, by whoever made this: names of persons (Victim name).",
          numbered: "In Victim name a number stands for whoever or whatever is meant.",
          "left-out": "Not published: Victim name.",
        }[answer],
      });
    },
  );

  it("another answer takes the place of the first", async () => {
    const asked = await mapTable("a.csv", ROWS);
    const twice = answered(asked, [
      ["persons", "numbered"],
      ["persons", "left-out"],
      ["persons", "kept"],
      ["positions", "10km"],
      ["positions", "kept"],
    ]);
    expect(twice).toMatchObject({ numbered: [], leaveOut: [], rounding: null });
    expect(openKinds(asked, twice)).toEqual(["contacts", "homes", "small-counts"]);
  });

  it("is told in French where the texts are", async () => {
    const asked = await mapTable("a.csv", ROWS, { dataset: { languages: ["fr"] } });
    const mapping = answered(asked, [["positions", "100m"]]);
    const { dataPackage } = await imported((await mapSource(asked.table, mapping)).files);
    expect(dataPackage?.declared.description).toEqual({
      fr: "Les positions sont arrondies à 100 m.",
    });
  });

  it("is asked of the real table of deaths that says who died and where they lived", async () => {
    const content = readFileSync("node_modules/vega-datasets/data/la-riots.csv");
    const asked = await mapTable("la-riots.csv", content);
    const questions = questionsOf(asked, asked.mapping);
    expect(questions.map(({ columns, kind }) => [kind, columns])).toEqual([
      ["persons", ["first_name", "last_name"]],
      ["homes", ["address"]],
      ["positions", []],
    ]);
  });

  it("nothing is asked of earthquakes", async () => {
    const asked = await mapTable("a.csv", madeUp("made-up-usgs.csv"));
    expect(questionsOf(asked, asked.mapping)).toEqual([]);
  });
});
