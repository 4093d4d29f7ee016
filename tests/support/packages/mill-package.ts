// A small invented package with every kind of evidence: citations of fields, sources that repeat others, sightings.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./packages.ts";

export const MILL_ID = "mill-1890";

const TABLES = {
  "sources.csv": `id,title,publisher,published,lang,kind,repeats
deed,Deed of the mill,The notary,1890-02-01,en,archive,
gazette,The mill,The Gazette,1891-07-02,en,press,
echo,The mill,The Echo,1891-07-03,en,press,gazette
`,
  "places.csv": `id,name,kind,description,lon,lat,precision_m,position_basis,start_edtf,end_edtf,disclosure,source_ids
mill,The mill,house,A mill.,-3.2,55.95,50,measured,1890-02,1891-06-30,,deed;gazette;echo
barn,The barn,house,A barn.,-3.21,55.95,50,measured,1890,1892,1km,deed
`,
  "events.csv": `id,edtf,title,summary,place_id,people_low,people_high,certainty,certainty_reason,source_ids
fire,1891-06-30,The mill burns down,It burnt.,mill,3,5,confirmed,,deed;gazette
sale,1891-06-01,The mill is sold,It was sold.,mill,,,confirmed,The deed was seen by two notaries.,deed
talk,1891-06-02,Talk of a sale,There was talk.,mill,,,confirmed,,gazette;echo
`,
  "counts.csv": `id,place_id,date_edtf,date_earliest,date_latest,low,best,high,measure,counted_by,counted_by_kind,method,quality_note,source_ids
hands,mill,1890-05,1890-05-01,1890-05-31,,12,,present,The owner,owner,not stated,,deed;gazette
`,
  "citations.csv": `id,record_kind,record_id,field,source_id,locator,checked_on,verdict,note
c-start,place,mill,start_edtf,deed,p. 4,2026-01-05,supports,
c-end,place,mill,end_edtf,gazette,,,,Told as “yesterday”.
c-position,place,mill,position,deed,plan II,2026-01-05,supports,
c-barn,place,barn,position,deed,plan III,,,
c-best,count,hands,date_edtf,gazette,,2026-01-06,contradicts,
c-people,event,fire,people_high,gazette,par. 2,,,
`,
  "attestations.csv": `id,place_id,edtf,state,event_id,count_id,source_ids
a-counted,mill,1890-05,open,,hands,deed
a-burnt,mill,1891-06-30,open,fire,,gazette;echo
a-gone,mill,1891-07-01,closed,,,gazette
a-before,mill,1890-01,not-yet,,,deed
`,
} as const;

export type MillTable = keyof typeof TABLES;

/** A folder with the package, some of its files changed. */
export function millPackage(
  changes: Partial<Record<MillTable, (text: string) => string>> = {},
): string {
  const folder = temporaryFolder("mill");
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  for (const [file, text] of Object.entries(TABLES))
    write(file, changes[file as MillTable]?.(text) ?? text);
  const resources = Object.keys(TABLES).map((file) => ({
    name: file.replace(".csv", ""),
    path: file,
  }));
  write(
    "datapackage.json",
    JSON.stringify({
      name: MILL_ID,
      version: "1",
      created: "2026-02-01T00:00:00Z",
      licenses: [
        {
          name: "CC0-1.0",
          title: "CC0",
          path: "https://creativecommons.org/publicdomain/zero/1.0/",
        },
      ],
      resources,
      rocade: { title: "Mill", roles: { sites: ["house"] }, timeZone: "Europe/London" },
    }),
  );
  return folder;
}
