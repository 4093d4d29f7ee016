// Fields and their values as readers are told what changed.
import { describe, expect, it } from "vitest";
import { isDerived } from "#model/change/change-kind.ts";
import { COLLECTIONS, collectionsOf } from "#model/collection/collections.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { fieldLabel } from "#web/i18n/field-texts.ts";
import { movedInWords, valueInWords } from "#web/view/versions/told-value.ts";

const { meta } = createDataset({});
const { properties } = collectionsOf(meta).places;
const inWords = (language: string, field: string, value: unknown, of = properties) =>
  valueInWords(value, field, { language, meta, properties: of });
const at = (lon: number, lat: number) => ({ type: "Point", coordinates: [lon, lat] });

describe("a field that changed", () => {
  it("is called by words in either language, whatever the collection", () => {
    const names = Object.values(COLLECTIONS).flatMap((one) =>
      one.properties.map(({ name }) => name),
    );
    for (const name of new Set(names.filter((one) => !isDerived(one))))
      for (const language of ["en", "fr"]) {
        const label = fieldLabel(name, properties, language);
        expect(label, name).not.toContain("_");
        // A word for it has been thought of, and is not only its name with spaces.
        if (name.includes("_") && language === "fr")
          expect(label, name).not.toBe(name.replaceAll("_", " "));
      }
    expect(fieldLabel("start_latest", properties, "fr")).toBe("début au plus tard");
    expect(fieldLabel("name_fr", properties, "en")).toBe("name (French)");
    const own = { name: "depth", title: { en: "Depth", fr: "Profondeur" } } as const;
    const more = [{ ...own, type: "number", means: "" } as const];
    expect(fieldLabel("depth", more, "fr")).toBe("Profondeur");
  });

  it("has its values in words: dates, lists, numbers, truths, positions", () => {
    expect(inWords("en", "start_latest", "2014-05-28")).toBe("28 May 2014");
    expect(inWords("fr", "start_latest", "2014-05-01")).toBe("1er mai 2014");
    expect(inWords("fr", "start_edtf", "2014-05~")).toMatch(/mai 2014/);
    expect(inWords("fr", "end_edtf", "no date")).toBe("no date");
    expect(inWords("en", "source_ids", ["a", "b"])).toBe("a, b");
    expect(inWords("fr", "source_ids", [])).toBe("rien");
    expect(inWords("en", "note", null)).toBe("nothing");
    expect(inWords("fr", "generalised", true)).toBe("oui");
    expect(inWords("fr", "convention", "start")).toBe("début");
    expect(inWords("en", "geometry", at(1.8512345678, 50.95))).toBe("50.95, 1.85123");
    expect(inWords("fr", "geometry", { type: "Polygon", coordinates: [] })).toBe("tracé autrement");
    expect(movedInWords(at(1.85, 50.95), at(1.85, 50.951), "fr")).toMatch(/^déplacé de 11\d m$/);
    expect(movedInWords(null, at(1.85, 50.951), "fr")).toBeUndefined();
  });
});
