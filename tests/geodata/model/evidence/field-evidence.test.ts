import { expect, it } from "vitest";
import { evidenceFrom } from "#model/evidence/field-evidence.ts";
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
