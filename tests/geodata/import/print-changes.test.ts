// What a dry run prints of long values: what differs is in sight, wherever in them it stands.
import { expect, test } from "vitest";
import { printChanges } from "#import/load/print-changes.ts";

/** The lines of one record of which one field differs. */
function linesOf(was: unknown, is: unknown): string[] {
  const fields = [{ field: "title", old: was, new: is }];
  const record = { id: "a", name: "a", changes: ["other"], fields, geometry: null } as const;
  const counts = { other: 1 };
  return printChanges([
    { collection: "events", title: "Events", counts, complete: true, records: [record] },
  ]);
}

test("two texts that begin alike are told from where they differ, and short ones whole", () => {
  const start = "Syrians occupy the foot-passenger walkway of the ferry terminal";
  expect(linesOf(start, `${start} (three days)`).at(-1)).toBe(
    "    title: … ferry terminal → … ferry terminal (three days)",
  );
  expect(linesOf("400", "420").at(-1)).toBe("    title: 400 → 420");
  expect(linesOf(null, `A${"b".repeat(80)}`).at(-1)).toBe(
    `    title: nothing → A${"b".repeat(58)}…`,
  );
});
