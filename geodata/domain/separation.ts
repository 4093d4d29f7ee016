// The separation: distances from a place and, where there is a line, on which side of it things are.
import { z } from "zod";
import { SIDE_COLOURS, SIDE_SYMBOLS } from "#model/dataset/declared.ts";
import { SIDE_LOOKS, type SideLook } from "#model/measure/side-look.ts";
import { id, ids, perhaps, type Texts } from "./parts.ts";

export function separation({ label, text }: Texts) {
  const named = z.strictObject({
    place: id.describe("The id of a place."),
    label: label.describe("What a sentence calls it, with its article."),
  });
  const side = ({ colour, symbol }: SideLook) =>
    z.strictObject({
      label: label.describe("“inside the wall”."),
      short: label.describe("“inside”; stands after a number too."),
      sentence: perhaps(text),
      colour: z.enum(SIDE_COLOURS).default(colour),
      symbol: z.enum(SIDE_SYMBOLS).default(symbol),
    });
  return z
    .strictObject({
      reference: named.describe("From which distances are measured."),
      further: z
        .array(named)
        .max(1)
        .default([])
        .describe("Another place from which distances are measured."),
      line: perhaps(
        z.strictObject({
          outlines: ids.min(1).describe("Ids of shapes that are lines and make it together."),
          label,
        }),
      ).describe("The line that separates; its near side is the table ring. None: no sides."),
      sides: perhaps(
        z.strictObject({
          inside: side(SIDE_LOOKS.inside),
          edge: side(SIDE_LOOKS.edge),
          beyond: side(SIDE_LOOKS.beyond),
        }),
      ).describe("What the sides are called and how they look."),
    })
    .describe("Distances from a place and, with a line, sides.");
}
