import type { Component } from "./component.ts";

/** What the marks `?` (uncertain), `~` (approximate) and `%` (both) say. */
export type Marks = { readonly approximate: boolean; readonly uncertain: boolean };

/** A part of a date that marks are said of, where they are not said of the date as a whole. */
export type MarkedPart = Marks & { readonly part: "year" | "month" | "season" | "day" };

/** What some marks say together. */
export function marksIn(text: string): Marks {
  return { approximate: /[~%]/.test(text), uncertain: /[?%]/.test(text) };
}

export function isMarked(marks: Marks): boolean {
  return marks.approximate || marks.uncertain;
}

/** All marks of a date, as text. */
export function marksOf(components: readonly Component[]): string {
  return components.map(({ after, before }) => before + after).join("");
}

/**
 * The parts that marks are said of: of one part when the mark is to its left, of all parts up to it when the mark is to
 * its right. None when the one mark ends the date, or when the date has but one part: it is then said of the whole.
 */
export function markedParts(
  components: readonly Component[],
  names: readonly MarkedPart["part"][],
): MarkedPart[] {
  const final = components.at(-1)?.after ?? "";
  if (components.length === 1 || marksOf(components) === final) return [];
  return components.flatMap(({ before }, at) => {
    const said = before + marksOf(components.slice(at).map((each) => ({ ...each, before: "" })));
    const part = names[at];
    return said && part ? [{ part, ...marksIn(said) }] : [];
  });
}
