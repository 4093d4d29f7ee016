// The mark of each kind of change: its shape and its sign tell it without its colour, which the style sheet gives it.
import type { ChangeKind } from "#model/change/change-kind.ts";
import { element } from "#web/view/drawing/svg.ts";

type Shape = {
  /** Path data around 0, 0. */
  readonly outline: string;
  /** What stands in it, as lines. */
  readonly sign: string;
};

const DISC = "M-9.5 0a9.5 9.5 0 1 1 19 0a9.5 9.5 0 1 1-19 0Z";

export const CHANGE_SHAPES: Readonly<Record<ChangeKind, Shape>> = {
  added: { outline: DISC, sign: "M-4.6 0H4.6M0-4.6V4.6" },
  removed: { outline: DISC, sign: "M-3.4-3.4 3.4 3.4M-3.4 3.4 3.4-3.4" },
  moved: { outline: "M0-12 12 0 0 12-12 0Z", sign: "M-5 0H4.6M1-3.8 4.8 0 1 3.8" },
  "re-dated": { outline: "M-9-9H9V9H-9Z", sign: "M0-5.4V.4L4 3.4" },
  "re-counted": {
    outline: "M-5.4-9.6H5.4L10.8 0 5.4 9.6H-5.4L-10.8 0Z",
    sign: "M-1.4-5-2.8 5M2.8-5 1.4 5M-5-1.9H5M-5 1.9H5",
  },
  "re-sourced": {
    outline: "M-9-9.5H9V4.5L0 11-9 4.5Z",
    sign: "M-4.6-4.8H4.6M-4.6-.9H4.6M-4.6 3H1",
  },
  other: {
    outline: "M-6.5-8.5H6.5a5 5 0 0 1 5 5V3.5a5 5 0 0 1-5 5H-6.5a5 5 0 0 1-5-5V-3.5a5 5 0 0 1 5-5Z",
    sign: "M-5.5 0h.01M0 0h.01M5.5 0h.01",
  },
};

/** The mark of a kind around 0, 0. */
export function changeMark(kind: ChangeKind): string {
  const { outline, sign } = CHANGE_SHAPES[kind];
  return (
    element("path", { class: "change-outline", d: outline }) +
    element("path", { class: "change-sign", d: sign })
  );
}
