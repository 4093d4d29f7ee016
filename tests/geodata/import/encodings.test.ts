import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { decodedText, WrongBytes } from "#import/files/decode-bytes.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

const TITLE = "Évacuation à la lisière — l’été";

type Changes = {
  /** The bytes of a table from its text. */
  readonly bytes?: (text: string) => Uint8Array;
  /** What the descriptor says of it besides. */
  readonly says?: object;
  readonly table?: string;
  readonly file?: string;
};

/** What is found in a package whose sources have accents, written as told. */
async function found({ bytes, says = {}, table = "sources", file = "sources.csv" }: Changes) {
  const folder = temporaryFolder("encoding");
  writeHarbourPackage(folder);
  const target = path.join(folder, file);
  const text = readFileSync(target, "utf8").replace(/Invented[^",]*/, TITLE);
  expect(text).toContain(TITLE);
  writeFileSync(target, bytes ? bytes(text) : text);
  const descriptor = path.join(folder, "datapackage.json");
  const document = JSON.parse(readFileSync(descriptor, "utf8"));
  const resource = document.resources.find(({ name }: { name: string }) => name === table);
  Object.assign(resource, says);
  writeFileSync(descriptor, JSON.stringify(document));
  const { dataPackage, problems } = await inspectPackage(filesOnDisk(folder));
  const titles = dataPackage?.tables.sources.map(({ values }) => values.title);
  return { problems: problems.map(printRowProblem), titles, text };
}

const LATIN = "Evacuation \u00e0 la lisi\u00e8re, l'\u00e9t\u00e9";
const utf16 = (mark: string) => (text: string) => Buffer.from(mark + text, "utf16le");

describe("the encoding of a file", () => {
  it("is UTF-8 where nothing is said, with a byte order mark or without", async () => {
    for (const mark of ["", "\ufeff"]) {
      const { problems, titles } = await found({ bytes: (text) => Buffer.from(mark + text) });
      expect(problems).toEqual([]);
      expect(titles).toContain(TITLE);
    }
  });

  it("is honoured where the descriptor declares it", async () => {
    const latin = (text: string) => Buffer.from(text.replace(TITLE, LATIN), "latin1");
    for (const encoding of ["iso-8859-1", "windows-1252", "ISO-8859-15"]) {
      const { problems, titles } = await found({ bytes: latin, says: { encoding } });
      expect(problems).toEqual([]);
      expect(titles).toContain(LATIN);
    }
    const wide = await found({ bytes: utf16(""), says: { encoding: "utf-16le" } });
    expect(wide.problems).toEqual([]);
    expect(wide.titles).toContain(TITLE);
  });

  it("is known by the byte order mark of UTF-16", async () => {
    const { problems, titles } = await found({ bytes: utf16("\ufeff") });
    expect(problems).toEqual([]);
    expect(titles).toContain(TITLE);
  });

  it("that is none is told with the byte, its place, what it looks like and the way out", async () => {
    const { problems, text } = await found({
      bytes: (written) => Buffer.from(written.replace(TITLE, LATIN), "latin1"),
    });
    const at = text.replace(TITLE, LATIN).indexOf("\u00e0") + 1;
    const line = text.slice(0, at).split("\n").length;
    expect(problems[0]).toMatch(
      new RegExp(
        `^sources\\.csv:${line} file: found byte E0 \\(hexadecimal\\) as byte ${at} of the file \\(the file looks like [\\w-]+\\); expected UTF-8, or its encoding declared in datapackage\\.json: "encoding": "`,
      ),
    );
    const wide = await found({ bytes: utf16("") });
    expect(wide.problems[0]).toMatch(
      /^sources\.csv:1 file: found byte 00 .* as byte 2 of the file/,
    );
  });

  it("is refused where it is declared and is none, or is not known", async () => {
    const latin = (text: string) => Buffer.from(text.replace(TITLE, LATIN), "latin1");
    const declared = await found({ bytes: latin, says: { encoding: "utf-8" } });
    expect(declared.problems[0]).toMatch(/; expected UTF-8, as it is declared/);
    const unknown = await found({ says: { encoding: "klingon" } });
    expect(unknown.problems[0]).toMatch(
      /^datapackage\.json resources\.\d+\.encoding: found "klingon"; expected an encoding such as utf-8/,
    );
  });

  it("holds for GeoJSON too", async () => {
    const changes = { table: "shapes", file: "shapes.geojson" };
    const folder = temporaryFolder("encoding");
    writeHarbourPackage(folder);
    const target = path.join(folder, changes.file);
    const text = readFileSync(target, "utf8").replace("River", "Rivi\u00e8re");
    writeFileSync(target, Buffer.from(text, "latin1"));
    const { problems } = await inspectPackage(filesOnDisk(folder));
    expect(problems.map(printRowProblem)[0]).toMatch(
      /^shapes\.geojson file: found byte E8 \(hexadecimal\) as byte \d+ of the file/,
    );
  });

  it(
    "finds the first byte that is no part of UTF-8, wherever it is",
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.string({ unit: "binary", maxLength: 200 }),
          fc.string({ unit: "binary", maxLength: 50 }),
          fc.constantFrom([0xff], [0xc3, 0x28], [0xe9, 0x76], [0xf0, 0x9f, 0x41], [0x80]),
          async (before, after, wrong) => {
            const clean = (text: string) => text.replaceAll("\0", "");
            const head = Buffer.from(clean(before));
            const bytes = Buffer.concat([head, Buffer.from(wrong), Buffer.from(clean(after))]);
            const failure = await decodedText(bytes).catch((error: unknown) => error);
            expect(failure).toBeInstanceOf(WrongBytes);
            expect((failure as WrongBytes).message).toContain(
              ` as byte ${head.length + 1} of the file`,
            );
            expect(await decodedText(head)).toBe(clean(before).replace(/^\ufeff/, ""));
          },
        ),
        // Each failure looks for what the file might be, which takes its time.
        { numRuns: 30 },
      ),
    120_000,
  );
});

describe("the table dialect of a file", () => {
  const withSemicolons = (text: string) =>
    Buffer.from(text.replace(/"([^"]*)"|,/g, (cell) => (cell === "," ? ";" : cell)));

  it("is honoured where the descriptor declares it", async () => {
    const dialect = { delimiter: ";" };
    const { problems, titles } = await found({ bytes: withSemicolons, says: { dialect } });
    expect(problems).toEqual([]);
    expect(titles).toContain(TITLE);
  });

  it("is asked for where the file has another than commas", async () => {
    const { problems } = await found({ bytes: withSemicolons });
    expect(problems[0]).toBe(
      'sources.csv file: found headings that are separated by ";"; expected CSV separated by commas, or "dialect": {"delimiter":";"} beside the path of the file in datapackage.json',
    );
  });

  it("is refused in words where it asks for what cannot be read", async () => {
    const { problems } = await found({ says: { dialect: { header: false } } });
    expect(problems[0]).toMatch(/resources\.\d+\.dialect\.header: found false; expected true/);
    const other = await found({ says: { dialect: { commentRows: [1] } } });
    expect(other.problems[0]).toMatch(/dialect: found .*; expected a table dialect of delimiter/);
  });

  it("may say which texts mean that nothing is known", async () => {
    const missing = (text: string) =>
      Buffer.from(text.replace(/""|(?<=,)(?=,)|,(?=\n)/g, (cell) => (cell === "," ? ",-" : "-")));
    const { problems } = await found({
      bytes: missing,
      says: { schema: { missingValues: ["", "-", { value: "n/a", label: "not asked" }] } },
    });
    expect(problems).toEqual([]);
    expect((await found({ bytes: missing })).problems).not.toEqual([]);
  });
});
