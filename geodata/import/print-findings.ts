// What was found in a package, as lines for whoever imports it.
import { countNotices, type Notices } from "./findings.ts";
import { printNotice, printRowProblem, type RowProblem } from "./row-problem.ts";

/** Notices of one kind that are printed; the others are counted. */
const SHOWN_NOTICES = 5;
/** Problems of one column that are printed. */
const SHOWN_PROBLEMS = 20;

/** Some lines of each kind of notice, with how many more there are. */
export function printNotices(notices: readonly Notices[]): string[] {
  return notices.flatMap(({ count, examples }) => {
    const lines = examples.slice(0, SHOWN_NOTICES).map(printNotice);
    const more = count - lines.length;
    const [first] = examples;
    return more > 0 && first
      ? [...lines, `notice: ${first.file}: ${more} more like these, ${count} in all`]
      : lines;
  });
}

/** The problems, of each column of a file the first ones, with how many more there are. */
export function printProblems(problems: readonly RowProblem[]): string[] {
  const columns = new Map<string, { lines: string[]; count: number; of: RowProblem }>();
  for (const problem of problems) {
    const key = `${problem.file}\n${problem.name}`;
    const known = columns.get(key) ?? { lines: [], count: 0, of: problem };
    columns.set(key, known);
    known.count += 1;
    if (known.lines.length < SHOWN_PROBLEMS) known.lines.push(printRowProblem(problem));
  }
  return [...columns.values()].flatMap(({ count, lines, of }) =>
    count > lines.length
      ? [...lines, `${of.file} ${of.name}: ${count - lines.length} more, ${count} in all`]
      : lines,
  );
}

/** `1 problem`, `12 notices`. */
export function printCount(count: number, what: "problem" | "notice" | "row"): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** `nothing wrong`, with how many notices there are, if any. */
export function printVerdict(notices: readonly Notices[]): string {
  const count = countNotices(notices);
  return count === 0 ? "nothing wrong" : `nothing wrong, ${printCount(count, "notice")}`;
}
