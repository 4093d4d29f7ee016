// `UPDATE_SCRIPTS=1 npx vitest run --project embedded script-families` writes the table anew, after a change of fonts.
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readScriptFamilies } from "#tests/support/pictures/script-families.ts";

const FILE = "web/view/figure/scripts/script-families.json";

describe("the table of scripts", () => {
  it("is what the fonts themselves have", { timeout: 120_000 }, () => {
    const read = `${JSON.stringify(readScriptFamilies(), null, 2)}\n`;
    if (process.env.UPDATE_SCRIPTS) writeFileSync(FILE, read);
    expect(readFileSync(FILE, "utf8")).toBe(read);
  });
});
