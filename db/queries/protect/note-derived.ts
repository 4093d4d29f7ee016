// Versions that were published before it was noted which parts of the whole follow from their rows.
import { and, eq, isNull } from "drizzle-orm";
import type { Position } from "geojson";
import { DERIVABLE, type Derivable, type Told, wholeOf } from "#model/dataset/whole.ts";
import { type Bbox, isInBbox } from "#model/space/bbox.ts";
import type { Day } from "#model/time/day.ts";
import type { Db } from "../../database.ts";
import { versions } from "../../schema/index.ts";
import { type Said, toldIn, without } from "./derive-declared.ts";
import type { Touched } from "./lifetimes.ts";

/** Whether it was noted of the newest version, which tells of those before it, too. */
export async function isNotedOfNewest(transaction: Db, datasetId: string): Promise<boolean> {
  return ((await newestOf(transaction, datasetId))?.derived ?? null) !== null;
}

async function newestOf(transaction: Db, datasetId: string) {
  const { declared, derived } = versions;
  const [newest] = await transaction
    .select({ declared, derived })
    .from(versions)
    .where(and(eq(versions.datasetId, datasetId), isNull(versions.until)));
  return newest;
}

/**
 * Notes it of them: what would have followed then, of true positions, and what reaches beyond all rows, since it may have
 * followed from a record that was withheld already and was never stored. The latter stays only where the newest version says
 * the same itself, or says something else itself and withholds nothing (`withholds`). It is reckoned again from what is public;
 * versions that say another thing then are touched. To be called before their rows are written over.
 */
export async function noteDerived(
  transaction: Db,
  { datasetId, withholds }: { readonly datasetId: string; readonly withholds: boolean },
  touched: Touched,
): Promise<void> {
  const { declared, derived, number } = versions;
  const found = await transaction
    .select({ declared, number })
    .from(versions)
    .where(and(eq(versions.datasetId, datasetId), isNull(derived)));
  if (found.length === 0) return;
  const newest = await newestOf(transaction, datasetId);
  const isFeared = (part: Derivable, said: Said) => {
    if (!newest?.derived || newest.derived.includes(part)) return true;
    return withholds && !isAlike(newest.declared[part], said[part]);
  };
  for (const { declared: said, number: of } of found) {
    const version = { datasetId, number: of };
    const told = await toldIn(transaction, version, "geom");
    const whole = wholeOf(without(said, DERIVABLE), told);
    const parts = DERIVABLE.filter(
      (part) =>
        isAlike(whole[part], said[part]) || (isBeyond(part, said, told) && isFeared(part, said)),
    );
    const shown = wholeOf(without(said, parts), await toldIn(transaction, version, "public_geom"));
    await transaction
      .update(versions)
      .set({ derived: parts, declared: { ...said, ...shown } })
      .where(and(eq(versions.datasetId, datasetId), eq(number, of)));
    if (!DERIVABLE.every((part) => isAlike(shown[part], said[part])))
      touched.note([{ since: of, until: of + 1 }]);
  }
}

/** Whether what is said of the part may follow from the rows and from others that tell more. */
function isBeyond(part: Derivable, said: Said, told: Told): boolean {
  const { extent, firstDay, lastDay } = told;
  switch (part) {
    case "firstDay":
      return firstDay === null || said.firstDay < firstDay;
    case "lastDay":
      return lastDay === null || said.lastDay > lastDay;
    case "openingDay":
      return said.openingDay === said.lastDay && isBeyond("lastDay", said, told);
    case "extent":
      return extent === null || cornersOf(extent).every((corner) => isInBbox(corner, said.extent));
    case "home":
      return isAlike(said.home, said.extent) && isBeyond("extent", said, told);
  }
}

/** Degrees by which what is reckoned again may differ. */
const SLIGHT = 1e-9;

function isAlike(one: Bbox | Day, other: Bbox | Day): boolean {
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  const sides = Object.keys(one) as (keyof Bbox)[];
  return sides.every((side) => Math.abs(one[side] - other[side]) < SLIGHT);
}

const cornersOf = ({ east, north, south, west }: Bbox): Position[] => [
  [west + SLIGHT, south + SLIGHT],
  [east - SLIGHT, north - SLIGHT],
];
