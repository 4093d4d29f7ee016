// The address of the figure as a square that a phone reads.
import { encode } from "uqr";
import { element } from "#web/view/drawing/svg.ts";
import type { Block } from "./block.ts";

/** Modules of white around the code, without which it is not found (ISO/IEC 18004 asks for 4; the paper is light). */
const QUIET_ZONE = 2;

/** Bytes that the largest code holds at its lowest correction of errors (ISO/IEC 18004, table 7: version 40, L). */
const MAX_BYTES = 2953;

/** Whether there is a square code of the text. */
export const hasQrCode = (text: string): boolean =>
  new TextEncoder().encode(text).length <= MAX_BYTES;

/** The last one is kept: a page is laid out several times, and all pictures of an animation have the same. */
let last: { readonly text: string; readonly code: ReturnType<typeof encode> } | undefined;

/** Always dark on white: many readers know no other. */
export function qrBlock(text: string, side: number): Block {
  if (last?.text !== text) last = { text, code: encode(text, { border: QUIET_ZONE, ecc: "L" }) };
  const { data, size } = last.code;
  const unit = side / size;
  return {
    height: side,
    draw: (x, y) => {
      const d = data
        .flatMap((modules, row) =>
          runs(modules).map(([start, length]) => {
            const [left, top] = [x + start * unit, y + row * unit].map((value) => value.toFixed(2));
            return `M${left} ${top}h${(length * unit).toFixed(2)}v${unit.toFixed(2)}h-${(length * unit).toFixed(2)}Z`;
          }),
        )
        .join("");
      return element(
        "g",
        { id: "qr" },
        element("rect", { x, y, width: side, height: side, fill: "#ffffff" }),
        element("path", { d, fill: "#000000", "shape-rendering": "crispEdges" }),
      );
    },
  };
}

/** Stretches of dark modules in a row: where each begins and how long it is. */
function runs(modules: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  modules.forEach((isDark, index) => {
    const last = found.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === index) last[1] += 1;
    else found.push([index, 1]);
  });
  return found;
}
