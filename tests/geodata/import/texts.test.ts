// What a package may say, character by character, and what it may link.
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { Findings } from "#import/findings.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { parseDescriptor } from "#import/read/descriptor.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { changedPackage } from "#tests/support/packages/packages.ts";

async function problemsOf(file: string, from: string | RegExp, to: string): Promise<string[]> {
  const folder = changedPackage(file, (text) => text.replace(from, to));
  return (await inspectPackage(filesOnDisk(folder))).problems.map(printRowProblem);
}

/** What a descriptor with these licences says of them, or what is wrong with it. */
function licencesOf(licenses: readonly object[]) {
  const findings = new Findings();
  const resources = [{ name: "events", path: "events.csv" }];
  const text = JSON.stringify({ name: "any", licenses, resources });
  const licences = parseDescriptor(text, findings)?.licenses;
  return { licences, problems: findings.problems.map(printRowProblem) };
}

const name = /Exiles,/;
const licence = /"path": "https:[^"]*"/;
const version = /"version": "[^"]*"/;

describe("texts of a package", () => {
  it.each([
    ["a control character", name, "Ex\u0007iles,", "actors.csv:2 label_en: found U+0007"],
    ["NUL", name, "Ex\u0000iles,", "actors.csv:2 label_en: found U+0000"],
    ["an override of direction", name, "\u202eselixE,", "actors.csv:2 label_en: found U+202E"],
    [
      "a name of 100 000 characters",
      name,
      `${"E".repeat(1e5)},`,
      "at most 500 characters, not 100000",
    ],
  ])("with %s are refused by row and column", async (_, from, to, said) => {
    expect((await problemsOf("actors.csv", from, to)).join("\n")).toContain(said);
  });

  it.each([
    ["javascript:alert(document.domain)"],
    ["data:text/html,<script>alert(1)</script>"],
    ["//example.org/licence"],
  ])("do not link to %s", async (address) => {
    const [problem] = await problemsOf(
      "datapackage.json",
      licence,
      `"path": ${JSON.stringify(address)}`,
    );
    expect(problem).toContain("licenses.0.path: found ");
    expect(problem).toContain("; expected a whole http or https address");
  });

  it("take a licence by its name or its address alone, and call it by what there is", () => {
    const { licences } = licencesOf([
      { name: "CC0-1.0" },
      { path: "https://example.org/terms" },
      { name: "ODbL-1.0", title: "Open Database License", path: "https://example.org/odbl" },
    ]);
    expect(licences).toEqual([
      { name: "CC0-1.0", title: "CC0-1.0", path: "" },
      {
        ...{ name: "https://example.org/terms", title: "https://example.org/terms" },
        path: "https://example.org/terms",
      },
      { name: "ODbL-1.0", title: "Open Database License", path: "https://example.org/odbl" },
    ]);
    expect(licencesOf([{ title: "As we agreed" }]).problems).toEqual([
      expect.stringContaining("licenses.0.name: found nothing; expected a name, or path"),
    ]);
  });

  it.each([["édition α"], ["1.0\r\nX-Header: 1"], ['1"; x="'], ["../1.0"], ["1".repeat(61)], [""]])(
    "call a version what stands in addresses and headers as it is, not %j",
    async (label) => {
      const [problem] = await problemsOf(
        "datapackage.json",
        version,
        `"version": ${JSON.stringify(label)}`,
      );
      expect(problem).toMatch(/^datapackage\.json version: found .*; expected up to 60 unaccented/);
    },
  );

  it("say of half a surrogate pair in JSON where it stands", async () => {
    const [problem] = await problemsOf(
      "datapackage.json",
      /"attribution": \{\s*"en": "/,
      "$&\\ud83d",
    );
    expect(problem).toContain("attribution.en: found U+D83D as character 1");
  });
});
