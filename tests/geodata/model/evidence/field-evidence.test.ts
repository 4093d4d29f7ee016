import { expect, it } from "vitest";
import { evidenceFrom, evidenceOfFigures } from "#model/evidence/field-evidence.ts";
import type { Citation } from "#model/record/citation.ts";

const cite = (field: string, sourceId: string, changes: Partial<Citation> = {}): Citation => ({
  id: `${field}-${sourceId}`,
  recordKind: "place",
  recordId: "mill",
  field,
  sourceId,
  locator: null,
  checkedOn: null,
  verdict: null,
  note: null,
  ...changes,
});

const CITATIONS = [
  cite("start_edtf", "deed", { locator: "p. 4" }),
  cite("start_earliest", "deed", { id: "again", locator: "p. 4" }),
  cite("end_edtf", "letter", { recordKind: "event" }),
];
const evidenceOf = evidenceFrom(CITATIONS);
const mill = (...sourceIds: string[]) => ({ id: "mill", sourceIds });

it("is what is cited for the field, each source once", () => {
  expect(evidenceOf("place", mill("deed", "letter"), "start_edtf", "start_earliest")).toEqual({
    kind: "cited",
    citations: CITATIONS.slice(0, 1),
  });
});

it("is the one source of the record, or not known of several, where nothing is cited", () => {
  const other = { ...mill("deed"), id: "other" };
  expect(evidenceOf("place", other, "start_edtf")).toEqual({ kind: "only", sourceId: "deed" });
  // What is cited for an event of the same name is none of the place's.
  expect(evidenceOf("place", mill("deed", "letter"), "end_edtf")).toEqual({
    kind: "unrecorded",
    sourceIds: ["deed", "letter"],
  });
  expect(evidenceOf("place", mill(), "position")).toEqual({ kind: "none" });
});

it("tells numbers apart where a source is cited for one of them alone", () => {
  const count = { id: "hands", sourceIds: ["deed", "letter"] };
  const high = cite("high", "letter", { recordKind: "count", recordId: "hands" });
  const of = evidenceFrom([high]);
  const figures = (low: number | null, high: number | null) => [
    { field: "low", number: low },
    { field: "high", number: high },
  ];
  const cited = { kind: "cited", citations: [high] };
  const unrecorded = { kind: "unrecorded", sourceIds: ["deed", "letter"] };
  expect(evidenceOfFigures(of, "count", count, figures(3, 5))).toEqual([
    { number: 3, of: unrecorded },
    { number: 5, of: cited },
  ]);
  expect(evidenceOfFigures(of, "count", count, figures(5, 5))).toEqual([
    { number: null, of: cited },
  ]);
  expect(evidenceOfFigures(of, "count", count, figures(3, null))).toEqual([
    { number: null, of: unrecorded },
  ]);
  expect(evidenceOfFigures(of, "count", count, figures(null, null))).toEqual([]);
});
