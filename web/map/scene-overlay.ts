import type { HeldTouches } from "#web/state/laid-over.ts";
import { element } from "#web/view/drawing/svg.ts";
import { type DrawnKinds, drawnKinds } from "#web/view/figure/legend/drawn-kinds.ts";
import { type Drawing, drawScene, LAYER_IDS } from "#web/view/figure/map/draw-scene.ts";
import type { Sketch } from "#web/view/figure/map/sketch.ts";
import { holdTouched } from "./held-touches.ts";

const SVG = "http://www.w3.org/2000/svg";

type Shown = { readonly svg: string; readonly node: Element };

/** The scene over the map, drawn by the figure that is printed too. Only what differs from before is touched. */
export class SceneOverlay {
  readonly #root = document.createElementNS(SVG, "svg");
  readonly #layers = new Map<string, { readonly group: Element; shown: Map<string, Shown> }>();
  readonly #workshop = document.createElementNS(SVG, "g");
  #anchors: Drawing["anchors"] = new Map();
  readonly #touches: HeldTouches;

  /** `container`: the element that the map listens to, so that its gestures begin on marks too. */
  constructor(container: HTMLElement) {
    this.#root.setAttribute("class", "over-map scene");
    // The table of what is on the map says the same in words.
    this.#root.setAttribute("aria-hidden", "true");
    for (const id of LAYER_IDS) {
      const group = document.createElementNS(SVG, "g");
      group.setAttribute("class", `scene-${id}`);
      this.#root.append(group);
      this.#layers.set(id, { group, shown: new Map() });
    }
    container.append(this.#root);
    this.#touches = holdTouched(this.#root, container);
  }

  /** Shows the scene; tells whether anything of it is new, and which kinds of marks are to be seen. */
  show(sketch: Sketch): { readonly isNew: boolean; readonly kinds: DrawnKinds } {
    const { width, height } = sketch.projection.view;
    const box = `0 0 ${width} ${height}`;
    // Told again, it would have every name laid out anew.
    if (this.#root.getAttribute("viewBox") !== box) this.#root.setAttribute("viewBox", box);
    const drawing = drawScene(sketch, this.#anchors);
    this.#anchors = drawing.anchors;
    const isNew = drawing.layers.map((layer) => this.#showLayer(layer)).includes(true);
    this.#touches.keep();
    const partsOf = (id: (typeof LAYER_IDS)[number]) =>
      drawing.layers.find((layer) => layer.id === id)?.parts ?? [];
    const kinds = drawnKinds(sketch, {
      barriers: partsOf("barriers"),
      discs: partsOf("discs"),
      outlines: partsOf("outlines"),
      people: partsOf("people"),
      separator: partsOf("separator"),
    });
    return { isNew, kinds };
  }

  /** Has the next drawing place the names as if it were the first: where they stood before no longer binds them. */
  forgetNames(): void {
    this.#anchors = new Map();
  }

  #showLayer({ id, parts }: Drawing["layers"][number]): boolean {
    const layer = this.#layers.get(id);
    if (!layer) return false;
    const before = layer.shown;
    const isSame =
      parts.length === before.size && parts.every(({ key, svg }) => before.get(key)?.svg === svg);
    if (isSame) return false;
    const changed = parts.filter(({ key, svg }) => before.get(key)?.svg !== svg);
    // One reading of markup for all; new things are given a class that lets them appear.
    this.#workshop.innerHTML = changed
      .map(({ key, svg }) => element("g", { class: before.has(key) ? undefined : "appears" }, svg))
      .join("");
    const made = [...this.#workshop.children];
    const nodes = new Map(changed.map(({ key }, index) => [key, made[index]]));
    const shown = new Map<string, Shown>();
    for (const { key, svg } of parts) {
      const node = nodes.get(key) ?? before.get(key)?.node;
      if (node) shown.set(key, { svg, node });
    }
    layer.shown = shown;
    putInOrder(
      layer.group,
      [...shown.values()].map(({ node }) => node),
    );
    return true;
  }
}

/** Makes the nodes the children of the group; those that stay are not taken out, as they would be laid out anew. */
function putInOrder(group: Element, nodes: readonly Element[]): void {
  const staying = new Set(nodes);
  for (const node of [...group.children]) if (!staying.has(node)) node.remove();
  let next = group.firstElementChild;
  for (const node of nodes)
    if (node === next) next = node.nextElementSibling;
    else group.insertBefore(node, next);
}
