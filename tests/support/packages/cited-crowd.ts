// Many events, of one of which a citation says what its date rests on.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { writeSyntheticPackage } from "#tests/bench/synthetic-package.mjs";

/** Writes a package of so many events into the folder, and answers the id of the one that is cited. */
export async function writeCitedCrowd(folder: string, events: number): Promise<string> {
  await writeSyntheticPackage(folder, { events });
  return citeDate(folder);
}

/** Has a source cited for the date of an event with several sources and a figure, and for nothing else; tells its id. */
function citeDate(folder: string): string {
  const events: Record<string, string>[] = parse(
    readFileSync(path.join(folder, "events.csv"), "utf8"),
    { columns: true, to: 100 },
  );
  const event = events.find((row) => row.people_low && row.source_ids?.includes(";"));
  const columns = "id,record_kind,record_id,field,source_id,locator,checked_on,verdict,note_en";
  const row = `of-date,event,${event?.id},edtf,${event?.source_ids?.split(";")[1]},p. 3,2020-01-02,supports,`;
  writeFileSync(path.join(folder, "citations.csv"), `${columns}\n${row}\n`);
  const file = path.join(folder, "datapackage.json");
  const descriptor = JSON.parse(readFileSync(file, "utf8"));
  descriptor.resources.push({ name: "citations", path: "citations.csv" });
  writeFileSync(file, JSON.stringify(descriptor));
  return event?.id ?? "";
}
