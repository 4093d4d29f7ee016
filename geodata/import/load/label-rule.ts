// A label names one state of a dataset for ever: what is printed under it can be looked up.
import type { Standing } from "#db/queries/versions.ts";
import { quote } from "#model/problem.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import type { RowProblem } from "../row-problem.ts";

/** What a package is to what stands: the newest version itself, under a label that is taken, or new. */
export type Place = "newest" | "taken" | "new";

export function placeOf({ labelled, newest }: Standing, sourceHash: string): Place {
  if (newest?.sourceHash === sourceHash) return "newest";
  return labelled ? "taken" : "new";
}

/** Why a label that is taken cannot be given again. */
export function takenLabel({ labelled, newest }: Standing, sourceHash: string): RowProblem {
  const { label = "", number, publishedAt } = labelled?.version ?? {};
  const when = `on ${publishedAt?.slice(0, 10)} as version ${number}`;
  const isSame = labelled?.sourceHash === sourceHash;
  const got = isSame
    ? `${quote(label)}, which was published here ${when}, before ${newest?.version.label}`
    : `${quote(label)}, under which other content was published here ${when}`;
  return {
    file: DESCRIPTOR_FILE,
    line: null,
    name: "version",
    got,
    allowed: "a label that no version of this dataset has: what was published under one stays",
  };
}
