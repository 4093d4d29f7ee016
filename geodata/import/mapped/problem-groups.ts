// What is wrong with rows, told once for all that are wrong in one way, with what would mend it.
import { type CellFault, type FaultKind, toldValue } from "../mapping/fault.ts";
import type { Mapping } from "../mapping/mapping.ts";

/** What makes somebody look twice, though the rows are taken. */
export const SUSPICIONS = [
  ...(["nowhere", "duplicates", "exchanged", "outliers"] as const),
] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

export type Example = Pick<CellFault, "value" | "words"> & { readonly line: number };

/** Rows that are wrong, or suspected, in one way. */
export type ProblemGroup = {
  readonly kind: FaultKind | Suspicion;
  /** Whether the rows are left out, or taken. */
  readonly weight: "rejected" | "suspected";
  readonly column: string;
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly Example[];
  /** What would be right, or what is suspected. */
  readonly allowed: string;
  /** What would mend all of them at once; none where rows have to be mended by hand. */
  readonly mends: readonly Mend[];
};

/** A change of the mapping. */
export type Mend = {
  readonly kind: MendKind;
  /** Members of the mapping by the path to them, each with its new value. */
  readonly change: readonly MappingChange[];
  /** In English, what it does. */
  readonly said: string;
};

export const MEND_KINDS = [
  ...(["order", "numbers", "century", "swap-columns", "swap-dates", "no-clock"] as const),
  ...(["nowhere-empty", "first-of-duplicates", "ids-made", "no-category", "no-source"] as const),
  ...(["keep-as-attribute", "leave-out", "round", "no-precision"] as const),
] as const;
export type MendKind = (typeof MEND_KINDS)[number];

export type MappingChange = {
  readonly path: readonly [keyof Mapping, ...string[]];
  readonly value: unknown;
};

/** The mapping with the changes made. */
export function mended(mapping: Mapping, { change }: Pick<Mend, "change">): Mapping {
  return change.reduce<Mapping>((whole, { path, value }) => withValue(whole, path, value), mapping);
}

function withValue<Of>(of: Of, [name, ...rest]: readonly string[], value: unknown): Of {
  if (name === undefined) return value as Of;
  const own = (of ?? {}) as Readonly<Record<string, unknown>>;
  return { ...own, [name]: withValue(own[name], rest, value) } as Of;
}

const EXAMPLES = 3;

type Gathered = Omit<ProblemGroup, "mends" | "count" | "examples"> & {
  count: number;
  readonly examples: Example[];
};

/** Gathers what is wrong with rows by kind and column. */
export class ProblemGroups {
  readonly #groups = new Map<string, Gathered>();

  add(fault: CellFault, line: number): void {
    this.#gather({ ...fault, weight: "rejected" }, line);
  }

  suspect(kind: Suspicion, column: string, value: string, allowed: string, line: number): void {
    this.#gather({ kind, column, value, allowed, weight: "suspected" }, line);
  }

  /** A row with the date, title and position of another. */
  suspectTwice(line: number, other: number): void {
    const allowed = "one row for each event: these have date, title and position of another row";
    const told = toldValue(["as-row", other]);
    this.#gather(
      { kind: "duplicates", column: "row", ...told, allowed, weight: "suspected" },
      line,
    );
  }

  #gather(
    {
      value,
      words,
      ...group
    }: Pick<ProblemGroup, "kind" | "column" | "allowed" | "weight"> &
      Pick<CellFault, "value" | "words">,
    line: number,
  ): void {
    const key = `${group.kind}\n${group.column}`;
    let known = this.#groups.get(key);
    if (!known) {
      known = { ...group, count: 0, examples: [] };
      this.#groups.set(key, known);
    }
    known.count += 1;
    const isNew = known.examples.every((one) => one.value !== value);
    if (isNew && known.examples.length < EXAMPLES)
      known.examples.push({ line, value, ...(words && { words }) });
  }

  /** All groups, those of rejected rows first, the largest first; `mendsOf` says what would mend each. */
  told(mendsOf: (group: Omit<ProblemGroup, "mends">) => readonly Mend[]): ProblemGroup[] {
    const rank = ({ weight }: ProblemGroup) => (weight === "rejected" ? 0 : 1);
    return [...this.#groups.values()]
      .map((group) => ({ ...group, mends: mendsOf(group) }))
      .sort((a, b) => rank(a) - rank(b) || b.count - a.count);
  }
}
