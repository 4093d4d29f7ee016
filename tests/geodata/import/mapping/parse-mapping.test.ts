// A mapping is read again as it was kept; of one that is none, the part that is wrong is named.
import { describe, expect, it } from "vitest";
import { parseMapping } from "#import/mapping/parse-mapping.ts";
import { inEnglish } from "#import/refusal/refusal.ts";
import { mapTable } from "#tests/support/packages/table.ts";

describe("a mapping that was kept", () => {
  it("is the same again", async () => {
    const { mapping } = await mapTable("a.csv", "title,date,lat,lon\nA,2015-03-01,45.1,5.2\n");
    expect(parseMapping(JSON.stringify(mapping))).toEqual({ ok: true, value: mapping });
  });

  it.each([
    ["{", "file", "no JSON"],
    ["[]", "file", '"[]"'],
    ['{"dataset":{"id":"A b"}}', "dataset.id", '"\\"A b\\""'],
    ['{"type":"FeatureCollection","features":[]}', "dataset", "nothing"],
  ])("%s is none: %s is %s", (text, name, got) => {
    const read = parseMapping(text);
    if (read.ok) throw new Error("it was read");
    expect({ name: read.wrong.name, got: inEnglish(read.wrong.got) }).toEqual({ name, got });
  });
});
