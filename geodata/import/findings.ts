// What checks find in a package: problems, for which it is refused, and notices, with which it is accepted.
import { inEnglishAlone, isRefusal, problemOf, type Refusal } from "./refusal/refusal.ts";
import type { RowNotice, RowProblem, ToldPlace } from "./row-problem.ts";

/** Notices of one kind in one file: the first of them, and how many there are. */
export type Notices = { readonly examples: readonly RowNotice[]; readonly count: number };

/** Notices of a kind that are kept as they are; a million rows may give cause for a million. */
const MAX_EXAMPLES = 100;

export class Findings {
  readonly problems: RowProblem[] = [];
  /** The same before they are put into words, for whoever is told in another language. */
  readonly refusals: Refusal[] = [];
  readonly #notices: Map<string, { examples: RowNotice[]; count: number }>;

  /** With `others`, notices are told there, and problems are kept apart. */
  constructor(others?: Findings) {
    this.#notices = others ? others.#notices : new Map();
  }

  /** How places are told of files that were made of others. */
  told: ((place: ToldPlace) => ToldPlace) | undefined;

  readonly problem = (given: Refusal | RowProblem): void => {
    const told = { ...given, ...this.told?.(given) };
    this.refusals.push(isRefusal(told) ? told : inEnglishAlone(told));
    this.problems.push(isRefusal(told) ? problemOf(told) : told);
  };

  /** Notices of the same kind in the same file are counted together. */
  readonly notice = (kind: string, given: RowNotice): void => {
    const notice = { ...given, ...this.told?.(given) };
    const key = `${notice.file}\n${kind}`;
    const known = this.#notices.get(key) ?? { examples: [], count: 0 };
    this.#notices.set(key, known);
    known.count += 1;
    if (known.examples.length < MAX_EXAMPLES) known.examples.push(notice);
  };

  /** All notices, in the order in which their kinds were first met. */
  get notices(): Notices[] {
    return [...this.#notices.values()];
  }
}

/** How many notices there are of all kinds. */
export function countNotices(notices: readonly Notices[]): number {
  return notices.reduce((sum, { count }) => sum + count, 0);
}
