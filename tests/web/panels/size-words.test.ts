// A picture that is too small for what it must say: what the dialog tells, and that what it names is enough.
import { describe, expect, it } from "vitest";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { pictureTextsOf } from "#web/panels/picture/picture-texts.ts";
import { sizeWords } from "#web/panels/picture/size-words.ts";
import { drawFigure, FigureTooSmall } from "#web/view/figure/figure.ts";

const [en, fr] = [pictureTextsOf("en"), pictureTextsOf("fr")];
const drawnAt = (size: string) =>
  drawFigure(inputAt(createDataset({}), `date=2014-05-10&lang=fr&${size}`));

function neededAt(size: string) {
  try {
    drawnAt(size);
  } catch (error) {
    if (error instanceof FigureTooSmall) return error.needed;
    throw error;
  }
  throw new Error(`${size} has room`);
}

describe("a size that is too small", () => {
  it("is told of with the smallest that is not, in the language of the page", () => {
    const size = { width: 220, height: 710, scale: 1 };
    expect(sizeWords(size, en)).toMatch(
      / no room at this size: it takes at least 220 × 710 pixels\.$/,
    );
    expect(sizeWords(size, fr)).toMatch(/ ne tiennent pas : il faut au moins 220 × 710 pixels\.$/);
    const paper = { paper: "a4", orientation: "landscape", dpi: undefined } as const;
    expect(sizeWords(paper, fr)).toMatch(/ il faut au moins A4, paysage\.$/);
    expect(sizeWords(undefined, fr)).toMatch(/ à aucune taille : choisissez moins de dates/);
  });

  it("is drawn at the size that is named", () => {
    const needed = neededAt("width=200&height=200");
    if (!needed || !("width" in needed)) throw new Error("no size in pixels is named");
    expect(drawnAt(`width=${needed.width}&height=${needed.height}`).svg).toContain("<svg");
  });
});
