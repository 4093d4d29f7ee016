// The marks of a difference over the map. A mark stays the same element while the map moves: fingers that began on it
// go on to move the map.
import { effect, type ReadonlySignal, type Signal } from "@preact/signals";
import type { LaidOver, MapBelow } from "#web/state/laid-over.ts";
import { createProjection } from "#web/view/drawing/projection.ts";
import type { SpotMark } from "#web/view/versions/change-spots.ts";
import type { Change } from "#web/view/versions/changed-records.ts";
import { type DrawnMark, drawChanges } from "#web/view/versions/draw-changes.ts";

const SVG = "http://www.w3.org/2000/svg";
/** A pointer that has moved farther, in pixels, has moved the map. */
const STILL = 4;

export type Laid = {
  readonly changes: ReadonlySignal<readonly Change[]>;
  /** The keys of the changes that the pointer is on, on the map or in the list. */
  readonly pointed: Signal<readonly string[]>;
  /** The keys of those that the reader has chosen. */
  readonly chosen: ReadonlySignal<readonly string[]>;
  readonly onChoose: (keys: readonly string[]) => void;
  /** What a mark says to a pointer. */
  readonly told: (mark: SpotMark) => string;
};

type Placed = { readonly mark: DrawnMark; readonly node: SVGGElement };

const group = (name: string): SVGGElement => {
  const node = document.createElementNS(SVG, "g");
  node.setAttribute("class", name);
  return node;
};

/** Lays the marks over a map. */
export const layChanges =
  (laid: Laid): LaidOver =>
  (map) => {
    const root = document.createElementNS(SVG, "svg");
    root.setAttribute("class", "over-map laid-changes");
    // The list beside the map says the same in words.
    root.setAttribute("aria-hidden", "true");
    const [ground, marks] = [group("change-ground"), group("change-marks")];
    root.append(ground, marks);
    const under = map.container;
    under.append(root);
    const touches = map.holdTouched(root);
    under.classList.add("is-under-changes");
    const placed = new Map<string, Placed>();
    const redraw = () => {
      draw(laid, map, { root, ground, marks }, placed);
      touches.keep();
    };
    const ring = () => ringMarks(laid, placed);
    const ends = [
      map.onMove(() => {
        redraw();
        ring();
      }),
      effect(redraw),
      effect(ring),
      touches.end,
    ];
    listen(laid, root, placed);
    return () => {
      for (const end of ends) end();
      root.remove();
      under.classList.remove("is-under-changes");
    };
  };

type Layers = {
  readonly root: SVGSVGElement;
  readonly ground: SVGGElement;
  readonly marks: SVGGElement;
};

function draw(laid: Laid, map: MapBelow, layers: Layers, placed: Map<string, Placed>): void {
  const view = map.view();
  const { root, ground, marks } = layers;
  root.setAttribute("viewBox", `0 0 ${view.width} ${view.height}`);
  const drawn = drawChanges(laid.changes.value, createProjection(view), laid.told);
  ground.innerHTML = drawn.ground;
  const before = new Map(placed);
  placed.clear();
  for (const mark of drawn.marks) {
    const last = before.get(mark.key);
    const node = last?.mark.svg === mark.svg ? last.node : group("change-at");
    if (node !== last?.node) node.innerHTML = mark.svg;
    const [x, y] = mark.at;
    node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    node.dataset.change = mark.key;
    placed.set(mark.key, { mark, node });
    if (node.parentNode !== marks) marks.append(node);
  }
  const kept = new Set([...placed.values()].map(({ node }) => node));
  for (const { node } of before.values()) if (!kept.has(node)) node.remove();
}

/** Rings the marks that the pointer is on or the reader has chosen, here or in the list. */
function ringMarks({ changes, chosen, pointed }: Laid, placed: ReadonlyMap<string, Placed>): void {
  // Those that are drawn anew are ringed, too.
  changes.value;
  const rings = [
    ["is-pointed", new Set(pointed.value)],
    ["is-chosen", new Set(chosen.value)],
  ] as const;
  for (const { mark, node } of placed.values())
    for (const [name, keys] of rings)
      node.classList.toggle(
        name,
        mark.changes.some((key) => keys.has(key)),
      );
}

/** Has the map and the list follow what a pointer does to marks. */
function listen(
  { onChoose, pointed }: Laid,
  root: SVGSVGElement,
  placed: ReadonlyMap<string, Placed>,
): void {
  const keysAt = ({ target }: Event): readonly string[] => {
    const node = target instanceof Element ? target.closest<SVGGElement>("[data-change]") : null;
    return placed.get(node?.dataset.change ?? "")?.mark.changes ?? [];
  };
  let down = { x: 0, y: 0 };
  root.addEventListener("pointerdown", ({ clientX: x, clientY: y }) => {
    down = { x, y };
  });
  root.addEventListener("pointerover", (event) => {
    pointed.value = keysAt(event);
  });
  root.addEventListener("pointerleave", () => {
    pointed.value = [];
  });
  root.addEventListener("click", (event) => {
    // The map has nothing to do with it.
    event.stopPropagation();
    if (Math.hypot(event.clientX - down.x, event.clientY - down.y) <= STILL)
      onChoose(keysAt(event));
  });
}
