// Two places and an event close together, and a place with an event far from them and long before: whatever a data set says
// of where and when it is as a whole tells of that one, unless nobody may know.
import { filesInMemory } from "#import/files/package-files.ts";

/** The place and the event that are outermost; without a level they are published exactly. */
export type Outermost = {
  readonly lon: number;
  readonly lat: number;
  readonly day: string;
  readonly level?: "hidden" | "withheld";
};

export const FAR: Outermost = { lon: 12.34567, lat: 42.34567, day: "1900-05-01" };
export const WITHHELD: Outermost = { ...FAR, level: "withheld" };

type Said = {
  readonly label: string;
  /** None: there is nothing far away. */
  readonly far?: Outermost | undefined;
  /** What the descriptor says besides. */
  readonly rocade?: object;
};

export function outermostPackage(name: string, { far, label, rocade = {} }: Said) {
  const place = (
    id: string,
    { lon, lat, day, level = "" }: Omit<Outermost, "level"> & { level?: string },
  ) => `${id},${id},house,${lon},${lat},10,measured,${day},2020-12-31,${level},s`;
  return filesInMemory(name, {
    "datapackage.json": JSON.stringify({
      name,
      version: label,
      ...(Object.keys(rocade).length > 0 ? { rocade } : {}),
      resources: ["places", "events", "sources"].map((table) => ({
        name: table,
        path: `${table}.csv`,
      })),
    }),
    "places.csv": [
      "id,name,kind,lon,lat,precision_m,position_basis,start,end,disclosure,source_ids",
      place("a", { lon: 10.5, lat: 40.5, day: "2020-01-01" }),
      place("b", { lon: 10.6, lat: 40.6, day: "2020-01-01" }),
      ...(far ? [place("far", far)] : []),
    ].join("\n"),
    "events.csv": [
      "id,title,date,place_id,category,certainty,source_ids",
      "at-a,Opening,2020-03-01,a,opening,confirmed,s",
      ...(far ? [`long-ago,Founding,${far.day},far,opening,confirmed,s`] : []),
    ].join("\n"),
    "sources.csv": "id,title,publisher,lang,kind\ns,Source,Publisher,en,report",
  });
}
