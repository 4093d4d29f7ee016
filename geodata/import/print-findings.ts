// What was found in a package, as lines for whoever imports it.
import { countNotices, type Notices } from "./findings.ts";
import { printNotice } from "./row-problem.ts";

/** Notices of one kind that are printed; the others are counted. */
const SHOWN = 5;

/** Some lines of each kind of notice, with how many more there are. */
export function printNotices(notices: readonly Notices[]): string[] {
  return notices.flatMap(({ count, examples }) => {
    const lines = examples.slice(0, SHOWN).map(printNotice);
    const more = count - lines.length;
    const [first] = examples;
    return more > 0 && first ? [...lines, `notice: ${first.file}: ${more} more like these`] : lines;
  });
}

/** `1 problem`, `12 notices`. */
export function printCount(count: number, what: "problem" | "notice"): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** `nothing wrong`, with how many notices there are, if any. */
export function printVerdict(notices: readonly Notices[]): string {
  const count = countNotices(notices);
  return count === 0 ? "nothing wrong" : `nothing wrong, ${printCount(count, "notice")}`;
}
