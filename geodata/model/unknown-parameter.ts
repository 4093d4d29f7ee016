// A parameter that nobody reads. One that is written nearly as another was most likely meant to be that one.
import { nearestOf } from "./near-name.ts";
import type { Problem } from "./problem.ts";

/** The problem of a parameter that is none of those known: with them all, before them the one that it is nearly. */
export function unknownParameter(name: string, known: readonly string[]): Problem {
  const near = nearestOf(name, known);
  const allowed =
    near === undefined
      ? known.join(", ")
      : `${near} (did you mean that?), ${known.filter((one) => one !== near).join(", ")}`;
  return { name, got: "a parameter that is not known", allowed };
}
