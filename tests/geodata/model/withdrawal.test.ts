import { describe, expect, it } from "vitest";
import type { CollectionRole } from "#model/dataset/declared.ts";
import { isOfWithdrawal, labelMadeHere } from "#model/dataset/version.ts";
import { parseWithdrawn, type Withdrawal } from "#model/dataset/withdrawal.ts";
import { withdrawalOf } from "#web/view/question/withdrawn-selection.ts";

const idOf = (role: CollectionRole) => (role === "outlines" ? "routes" : role);

describe("what is named to be withdrawn", () => {
  it.each([
    ["places/old-bridge", { collection: "places", id: "old-bridge" }],
    ["sites/old-bridge", { collection: "places", id: "old-bridge" }],
    ["routes/rampart", { collection: "outlines", id: "rampart" }],
    ["actors/people", { collection: "actors", id: "people" }],
    ["1.1.0+undo.1", { collection: "versions", id: "1.1.0+undo.1" }],
    ["versions/2014/05", { collection: "versions", id: "2014/05" }],
    ["outlines/rampart", undefined],
    ["places/", undefined],
    ["", undefined],
  ])("%s", (text, named) => {
    expect(parseWithdrawn(text, idOf)).toEqual(named);
  });
});

describe("the label of what is left", () => {
  it("tells what it is made of, and is no other’s", () => {
    const taken = new Set(["1.1.0+withdrawal.1"]);
    expect(labelMadeHere("withdrawal", "1.1.0", taken)).toBe("1.1.0+withdrawal.2");
    expect(labelMadeHere("withdrawal", "1.1.0+undo.1", new Set())).toBe("1.1.0+withdrawal.1");
    expect(labelMadeHere("undo", "1.1.0+withdrawal.1", taken)).toBe("1.1.0+undo.1");
    expect(labelMadeHere("undo", "1.1.0+build.7", taken)).toBe("1.1.0+build.7.undo.1");
    expect(["1", "1+undo.1", "1+withdrawal.12"].map(isOfWithdrawal)).toEqual([false, false, true]);
  });
});

describe("what an address chooses", () => {
  it("is known to be withdrawn by the collection that it is of", () => {
    const withdrawal = (collection: Withdrawal["collection"], id: string): Withdrawal => ({
      ...{ collection, id, number: 2, reason: "Asked for." },
      withdrawnAt: "2026-11-27T20:00:00.000Z",
    });
    const withdrawals = [withdrawal("outlines", "rampart"), withdrawal("counts", "of-may")];
    expect(withdrawalOf({ withdrawals }, { kind: "place", id: "rampart" })).toBe(withdrawals[0]);
    expect(withdrawalOf({ withdrawals }, { kind: "event", id: "rampart" })).toBeUndefined();
    expect(withdrawalOf({ withdrawals }, { kind: "place", id: "of-may" })).toBeUndefined();
  });
});
