// What was found in a package, as lines for whoever imports it.
import { countNotices, type Notices } from "./findings.ts";
import { printNotice, printRowProblem, type RowProblem } from "./row-problem.ts";

/** Notices of one kind that are printed; the others are counted. */
const SHOWN_NOTICES = 5;
/** Cells of one column that are wrong in one way and are printed; of the others the rows are told. */
const SHOWN_ALIKE = 3;
const SHOWN_ROWS = 8;

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

/** The problems; of cells of one column that are wrong in one way the first, and in which rows the others are. */
export function printProblems(problems: readonly RowProblem[]): string[] {
  const kinds = new Map<string, RowProblem[]>();
  for (const problem of problems) {
    const key = `${problem.file}\n${problem.name}\n${kindOf(problem)}`;
    const alike = kinds.get(key) ?? [];
    kinds.set(key, alike);
    alike.push(problem);
  }
  return [...kinds.values()].flatMap((alike) => {
    const lines = alike.slice(0, SHOWN_ALIKE).map(printRowProblem);
    const [first, ...others] = alike.slice(SHOWN_ALIKE);
    if (!first) return lines;
    const rows = [first, ...others].slice(0, SHOWN_ROWS).flatMap(({ line }) => line ?? []);
    const dots = alike.length > SHOWN_ALIKE + SHOWN_ROWS ? " …" : "";
    const where = rows.length > 0 ? ` (rows ${rows.join(", ")}${dots})` : "";
    return [
      ...lines,
      `${first.file} ${first.name}: ${others.length + 1} more like these${where}, ${alike.length} in all`,
    ];
  });
}

/** What was expected, whatever the numbers in it are: those of the cell. */
const kindOf = ({ allowed }: RowProblem) => allowed.replace(/[\d.]+/g, "#");

/** `1 problem`, `12 notices`. */
export function printCount(count: number, what: "problem" | "notice" | "row"): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** `nothing wrong`, or how many notices were printed before it. */
export function printVerdict(notices: readonly Notices[]): string {
  const count = countNotices(notices);
  return count === 0 ? "nothing wrong" : `no errors, ${printCount(count, "notice")} (above)`;
}
