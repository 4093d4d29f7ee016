// What several changes of one record come to, for whoever knew it before the first of them.
import { CHANGE_KINDS, type ChangeKind } from "./change-kind.ts";

/** The kinds of the changes one after the other, to those of all of them; undefined: it is neither before nor after. */
export function netChange(
  each: readonly (readonly ChangeKind[])[],
): readonly ChangeKind[] | undefined {
  const wasThere = each[0]?.[0] !== "added";
  const isThere = each.at(-1)?.[0] !== "removed";
  if (!isThere) return wasThere ? ["removed"] : undefined;
  if (!wasThere) return ["added"];
  const found = new Set(each.flat());
  const kinds = CHANGE_KINDS.filter(
    (kind) => found.has(kind) && kind !== "added" && kind !== "removed",
  );
  return kinds.length > 0 ? kinds : ["other"];
}
