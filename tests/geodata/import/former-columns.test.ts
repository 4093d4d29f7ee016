// Packages that were published before 0.3 have a column by its former name: they are read as what they say.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

const CITATIONS = [
  "id,record_kind,record_id,field,source_id,locator,checked_on,verdict,note",
  "c1,place,mill,FIELD,ledger,,,,",
].join("\n");

/** A package of two places, the side that its sources state under the heading. */
function packageWith(heading: string, { columns = {}, more = "", cited = "" } = {}) {
  const folder = temporaryFolder("former-columns");
  const tables = {
    places: [
      `id,name,lat,lon,start,end,source_ids,${heading}${more && `,${more}`}`,
      `mill,Mill,45.1,5.25,1871,1872,ledger,inside${more && ",inside"}`,
      `quay,Quay,45.2,5.25,1871,1872,ledger,outside${more && ",outside"}`,
    ].join("\n"),
    sources: "id,title,publisher,url,published,lang,kind,note\nledger,Ledger,Town,,1871,en,book,",
    ...(cited ? { citations: CITATIONS.replace("FIELD", cited) } : {}),
  };
  for (const [name, text] of Object.entries(tables))
    writeFileSync(path.join(folder, `${name}.csv`), `${text}\n`);
  const resources = Object.keys(tables).map((name) => ({
    name,
    path: `${name}.csv`,
    ...(name === "places"
      ? { columns, schema: { fields: [{ name: heading, type: "string", description: "Old." }] } }
      : {}),
  }));
  const file = path.join(folder, "datapackage.json");
  writeFileSync(file, JSON.stringify({ name: "river", resources }));
  return folder;
}

async function sidesOf(folder: string) {
  const { dataPackage, problems } = await inspectPackage(filesOnDisk(folder));
  expect(problems.map(printRowProblem)).toEqual([]);
  const { declared, tables } = dataPackage ?? {};
  expect(declared?.attributes.places).toEqual([]);
  return tables?.places.map(({ values }) => [values.id, values.stated_side]);
}

const SIDES = [
  ["mill", "inside"],
  ["quay", "outside"],
];

describe("a column by its former name", () => {
  it.each(["stated_side", "ring_road"])("is read as the new one: %s", async (heading) => {
    expect(await sidesOf(packageWith(heading))).toEqual(SIDES);
  });

  it("is, where the descriptor says that a heading stands for it", async () => {
    const folder = packageWith("Rive", { columns: { Rive: "ring_road" } });
    expect(await sidesOf(folder)).toEqual(SIDES);
  });

  it("is, where it is said what its values rest on", async () => {
    expect(await sidesOf(packageWith("ring_road", { cited: "ring_road" }))).toEqual(SIDES);
    const { problems } = await inspectPackage(
      filesOnDisk(packageWith("ring_road", { cited: "bank" })),
    );
    const [wrong] = problems.map(printRowProblem);
    expect(wrong).toMatch(/^citations\.csv:2 field: found "bank"; expected .*\bstated_side\b/);
    expect(wrong).not.toContain("ring_road");
  });

  it("is refused beside the new one, and both are named", async () => {
    const { problems } = await inspectPackage(
      filesOnDisk(packageWith("ring_road", { more: "stated_side" })),
    );
    expect(problems.map(printRowProblem)).toContain(
      'places.csv "ring_road": found what another column says as well; expected one of both: stated_side, as "ring_road" is called now',
    );
  });

  it("has its cells checked, and is named as the file has it", async () => {
    const folder = packageWith("ring_road");
    const file = path.join(folder, "places.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace(",inside", ",upstream"));
    const { problems } = await inspectPackage(filesOnDisk(folder));
    expect(problems.map(printRowProblem)).toEqual([
      expect.stringMatching(/^places\.csv:2 ring_road: found "upstream"; expected one of inside/),
    ]);
  });
});

describe("a field that one dataset alone had", () => {
  it("is a column of its own, and the phrase that named its text is passed over", async () => {
    const folder = temporaryFolder("former-columns");
    writeFileSync(
      path.join(folder, "events.csv"),
      "title,date,lat,lon,account_paragraph\nA,1871,45.1,5.25,3\nB,1872,45.1,5.25,\n",
    );
    writeFileSync(
      path.join(folder, "datapackage.json"),
      JSON.stringify({
        name: "river",
        resources: [{ name: "events", path: "events.csv" }],
        rocade: { phrases: { account: "the ledger", sites: "mills", site: "mill" } },
      }),
    );
    const { dataPackage, problems } = await inspectPackage(filesOnDisk(folder));
    expect(problems.map(printRowProblem)).toEqual([]);
    expect(dataPackage?.declared.phrases).not.toHaveProperty("account");
    expect(dataPackage?.declared.phrases.sites).toEqual({ en: "mills" });
    expect(dataPackage?.declared.attributes.events).toMatchObject([
      { name: "account_paragraph", type: "number" },
    ]);
  });
});
