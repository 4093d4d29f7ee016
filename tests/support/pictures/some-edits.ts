// Edits of a figure as somebody may make them.
import fc from "fast-check";
import { ARROWS, type FigureEdits, USUAL_RADIUS } from "#web/view/address/figure-edits.ts";

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const offset = fc.tuple(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -600, max: 600 }));
/** Commas and spaces within are part of the words. */
const words = fc
  .string({ minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/\p{C}/gu, "").normalize("NFC").trim())
  .filter((text) => text !== "");

const label = fc.oneof(
  fc.constant({ isHidden: true }),
  fc.record({ offset, text: words }),
  fc.record({ offset }),
  fc.record({ text: words }),
);

const annotation = fc
  .record({
    text: words,
    at: fc.tuple(
      fc.integer({ min: -18_000_000, max: 18_000_000 }),
      fc.integer({ min: -8_500_000, max: 8_500_000 }),
    ),
    offset,
    arrow: fc.constantFrom(...ARROWS),
    radius: fc.integer({ min: 8, max: 300 }),
    map: fc.option(fc.integer({ min: 1, max: 12 })),
  })
  .map(({ at: [x, y], radius, ...one }) => ({
    ...one,
    at: [x / 1e5, y / 1e5] as const,
    radius: one.arrow === "circle" ? radius : USUAL_RADIUS,
  }));

const record = fc.record({ kind: fc.constantFrom("place" as const, "event" as const), id });

export const someEdits: fc.Arbitrary<FigureEdits> = fc.record({
  labels: fc.array(fc.tuple(id, label), { maxLength: 6 }).map((entries) => new Map(entries)),
  annotations: fc.array(annotation, { maxLength: 6 }),
  highlights: fc.array(record, { maxLength: 6 }),
});
