// A label names one state of a dataset for ever: what is printed under it can be looked up.
import type { Standing } from "#db/queries/versions.ts";
import { quote } from "#model/problem.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import type { RowProblem } from "../row-problem.ts";

/** What a package is to what stands: the newest version itself, under a label that is taken, or new. */
export type Place = "newest" | "taken" | "new";

export function placeOf({ labelled, newest, withdrawn }: Standing, sourceHash: string): Place {
  if (newest?.sourceHash === sourceHash) return "newest";
  return labelled || withdrawn ? "taken" : "new";
}

/** Why a label that is taken cannot be given again. */
export function takenLabel(
  { labelled, newest, withdrawn }: Standing,
  sourceHash: string,
): RowProblem {
  if (withdrawn)
    return {
      ...PLACE_OF_LABEL,
      got: `${quote(withdrawn.id)}, the label of a version that was withdrawn here on ${withdrawn.withdrawnAt.slice(0, 10)} (${withdrawn.reason})`,
      allowed: "another label",
    };
  const { label = "", number, publishedAt } = labelled?.version ?? {};
  const when = `on ${publishedAt?.slice(0, 10)} as version ${number}`;
  const isSame = labelled?.sourceHash === sourceHash;
  const got = isSame
    ? `${quote(label)}, which was published here ${when}, before ${newest?.version.label}`
    : `${quote(label)}, under which other content was published here ${when}`;
  return {
    ...PLACE_OF_LABEL,
    got,
    allowed: "a label that no version of this dataset has: what was published under one stays",
  };
}

const PLACE_OF_LABEL = { file: DESCRIPTOR_FILE, line: null, name: "version" } as const;
