import { describe, expect, it } from "vitest";
import type { Language } from "#model/words/language.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import { alternativeText, captionText } from "#web/view/figure/words/figure-caption.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";

const dataset = createDataset({ events: [], eventCount: 20_000, eventsAs: "columns" });

function inputIn(language: Language) {
  const address = new URL("http://localhost/snapshot.svg?date=2014-05-27");
  const read = readPictureAddress(address, []);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return figureInputOf(dataset, read.value, language, address, null);
}

describe("a picture of a dataset with too many events", () => {
  it.each([
    ["en", "20,000 events", "Nothing is recorded"],
    ["fr", "20 000 événements", "Rien n’est consigné"],
  ] as const)(
    "says in %s that they are left out, not that there are none",
    (language, some, none) => {
      const input = inputIn(language);
      const svg = drawFigure(input)
        .svg.replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ");
      for (const text of [svg, alternativeText(input), captionText(input)]) {
        const plain = text.replace(/[\u00a0\u202f]/g, " ");
        expect(plain).toContain(some);
        expect(plain).not.toContain(none);
        // Nothing is said of sites that the dataset does not know.
        expect(plain).not.toMatch(/No site|Aucun lieu/);
      }
    },
  );
});
