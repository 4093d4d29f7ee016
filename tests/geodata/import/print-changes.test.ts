// What a dry run prints of long values: what differs is in sight, wherever in them it stands.
import { expect, test } from "vitest";
import { filesInMemory } from "#import/files/package-files.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printChanges, printMadeIds } from "#import/load/print-changes.ts";

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

test("rows without ids of which some went and some came are told of once, with how to give them some", async () => {
  const of = (counts: Readonly<Record<string, number>>) => [
    { collection: "events", title: "Events", counts, complete: true, records: [] },
  ];
  const [line, ...others] = printMadeIds(["events"], of({ removed: 1, added: 1 }));
  expect(line).toMatch(
    /^The rows of events have no ids: .* removed and one added\. In a column id,/,
  );
  expect(others).toEqual([]);
  expect(printMadeIds(["events"], of({ added: 2 }))).toEqual([]);
  expect(printMadeIds([], of({ removed: 1, added: 1 }))).toEqual([]);
});

test("whether rows have ids is known of each table", async () => {
  const madeOf = async (text: string) => {
    const { dataPackage } = await inspectPackage(filesInMemory("bells.csv", { "bells.csv": text }));
    return dataPackage?.ids.get("events")?.areMade;
  };
  expect(await madeOf("title,date,lat,lon\nBell,1871-03-18,45.1,5.2\n")).toBe(true);
  expect(await madeOf("id,title,date,lat,lon\nb1,Bell,1871-03-18,45.1,5.2\n")).toBe(false);
});
