// What a pointer takes hold of in the preview of a figure: the name of a place, words of an editor, or what they point to.
import type { Offset } from "#web/view/address/figure-edits.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";

export type Grasped =
  | { readonly kind: "name"; readonly placeId: string; readonly map: number }
  | { readonly kind: "note" | "tip"; readonly nth: number };

const NAME = /^names(?:-(\d+))?-place-(.+?)(?:\.\d+)?$/;
const NOTE = /^annotations(?:-\d+)?-note-(\d+)$/;

/** The group that is drawn under the pointer, and what it stands for. */
export function graspedAt(
  target: EventTarget | null,
): { readonly what: Grasped; readonly group: SVGGElement } | null {
  if (!(target instanceof SVGElement)) return null;
  const group = target.closest<SVGGElement>("g[id*='-place-'], g[id*='-note-']");
  if (!group) return null;
  const [, map, placeId] = NAME.exec(group.id) ?? [];
  if (placeId !== undefined)
    return { group, what: { kind: "name", placeId, map: Number(map ?? 1) } };
  const note = NOTE.exec(group.id)?.[1];
  if (note === undefined) return null;
  const kind = target.closest("text") ? "note" : "tip";
  return { group, what: { kind, nth: Number(note) - 1 } };
}

/** The middle of the words of a group, in the units of its map. */
export function middleOfWords(group: SVGGElement): Pixel {
  const boxes = [...group.querySelectorAll("text")].map((text) => text.getBBox());
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ width, x }) => x + width));
  const bottom = Math.max(...boxes.map(({ height, y }) => y + height));
  return [(left + right) / 2, (top + bottom) / 2];
}

/** Pixels of the screen in a unit of the map. */
export const scaleOf = (group: SVGGElement): number => group.getScreenCTM()?.a || 1;

/** An offset that a figure takes. */
export const offsetBetween = ([x, y]: Pixel, [toX, toY]: Pixel, most: number): Offset => {
  const whole = (value: number) => Math.round(Math.min(Math.max(value, -most), most)) || 0;
  return [whole(toX - x), whole(toY - y)];
};
